import { Form } from '@remix-run/react'
import { Icon } from '~/app/components/icon'
import { Note } from '~/app/components/note'
import { fill } from '~/app/i18n/fill'
import { useLocalePath } from '~/app/i18n/use-words'
import type { TableProblem } from '~/domain/product/parse-table'
import type { CsvPage } from './route'
import '~/app/components/field.css'
import '~/app/components/file-field.css'

interface SendFormProps {
  page: CsvPage
  /** What was sent and couldn't be read. */
  sent: { problem: TableProblem | { kind: 'nothing' }; text: string } | null
}

/** The way in: the table to fill in, and where to send it. */
export function SendForm({ page: { words }, sent }: SendFormProps) {
  const to = useLocalePath()
  const problem = sent ? problemText(sent.problem, words) : null
  return (
    <>
      <p className="lead">{words.intro}</p>
      <section>
        <h2>{words.getTitle}</h2>
        <p className="row wrapx">
          <a className="btn line" href={to('/studio/products/template.csv')} download>
            <Icon name="file-text" />
            {words.template}
          </a>
          <a className="btn line" href={to('/studio/products/export.csv')} download>
            <Icon name="package" />
            {words.export}
          </a>
        </p>
        <p className="sm mut">{words.exportHint}</p>
      </section>
      <section>
        <h2>{words.sendTitle}</h2>
        {problem ? <Note tone="bad">{problem}</Note> : null}
        <Form method="post" encType="multipart/form-data" className="send-table" replace>
          <div className="fld">
            <label className="lab" htmlFor="field-file">
              {words.file}
            </label>
            <input
              id="field-file"
              className="in"
              type="file"
              name="file"
              accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
              aria-describedby="field-file-hint"
            />
            <p className="hint sm mut" id="field-file-hint">
              {words.fileHint}
            </p>
          </div>
          <details open={Boolean(sent?.text)}>
            <summary>
              <Icon name="chevron-down" />
              {words.paste}
            </summary>
            <div className="fld">
              <label className="lab" htmlFor="field-pasted">
                {words.pasteLabel}
              </label>
              <textarea
                id="field-pasted"
                className="in"
                name="pasted"
                rows={6}
                spellCheck={false}
                defaultValue={sent?.text ?? ''}
              />
            </div>
          </details>
          <p>
            <button type="submit" className="btn pri lg">
              {words.check}
            </button>
          </p>
        </Form>
      </section>
    </>
  )
}

function problemText(problem: TableProblem | { kind: 'nothing' }, words: CsvPage['words']): string {
  switch (problem.kind) {
    case 'nothing':
      return words.nothingSent
    case 'broken':
      return fill(words.fileProblems.broken, { line: problem.line })
    case 'column-twice':
      return fill(words.fileProblems['column-twice'], { column: columnName(problem.column, words) })
    default:
      return words.fileProblems[problem.kind]
  }
}

function columnName(column: string, words: CsvPage['words']): string {
  const tier = /^tier(From|Price)\.(\d+)$/.exec(column)
  if (tier) return fill(tier[1] === 'From' ? words.tierFrom : words.tierPrice, { row: Number(tier[2]) + 1 })
  return words.columns[column as keyof typeof words.columns] ?? column
}
