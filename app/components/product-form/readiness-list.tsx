import { Icon } from '~/app/components/icon'
import { fill } from '~/app/i18n/fill'
import type { PageWords } from '~/app/i18n/page-words.server'
import type { HeldPaper } from '~/domain/product/own-product'
import type { TypedField, TypedProduct } from '~/domain/product/typed-product'
import { BUSINESS_FIELDS } from '~/domain/shared/enums'
import { readinessOf } from '~/domain/shared/readiness'
import { READINESS_STEPS, type ReadinessStep } from '~/domain/shared/reason'
import { fieldId } from './faults'

/** The field that a step is filled at; papers are none of this form's. */
const FIELDS: Partial<Record<ReadinessStep, TypedField | 'tierFrom.0'>> = {
  capacity: 'monthlyCapacity',
  'price-tiers': 'tierFrom.0',
  'shelf-life': 'shelfLifeDays',
  packing: 'unitsPerCarton',
  'hs-code': 'hsCode',
}

interface ReadinessListProps {
  typed: TypedProduct
  papers: readonly HeldPaper[]
  words: PageWords['studioProducts']['form']
}

/** What trade over a distance asks for: what is there, what isn't, and how to get it. */
export function ReadinessList({ typed, papers, words }: ReadinessListProps) {
  const done = readinessOf(factsOf(typed, papers))
  const count = fill(words.readyCount, { done: done.length, of: READINESS_STEPS.length })
  return (
    <section className="grp" aria-labelledby="ready-title">
      <div className="row ready-head">
        <h2 id="ready-title">{words.ready}</h2>
        <b className="sp">{count}</b>
      </div>
      <div className="steps7" aria-hidden="true">
        {READINESS_STEPS.map((step) => (
          <i key={step} className={done.includes(step) ? 'on' : ''} />
        ))}
      </div>
      <ul className="ready">
        {READINESS_STEPS.map((step) => (
          <li key={step}>
            <Step step={step} isDone={done.includes(step)} papers={papers} words={words} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Step({
  step,
  isDone,
  papers,
  words,
}: Pick<ReadinessListProps, 'papers' | 'words'> & { step: ReadinessStep; isDone: boolean }) {
  const paper = step === 'nib' ? 'nib' : step === 'barcode' ? 'gs1' : null
  const isVerified = papers.some(({ kind, state }) => kind === paper && state === 'verified')
  const field = FIELDS[step]
  return (
    <>
      <Icon name={isDone ? 'circle-check' : 'circle-dashed'} className={isDone ? 'ok-t' : 'warn-t'} />
      <span>
        {words.steps[step]} <span className="vh">{isDone ? words.done : words.notDone}</span>
        {isDone ? null : <span className="xs mut way">{words.ways[step]}</span>}
      </span>
      {isDone && paper ? (
        <span className={isVerified ? 'tag ok' : 'tag'}>{isVerified ? words.verified : words.declared}</span>
      ) : !isDone && field ? (
        <a
          className="btn s"
          href={`#${fieldId(field)}`}
          aria-label={fill(words.fillNamed, { step: words.steps[step] })}
        >
          {words.fill}
        </a>
      ) : null}
    </>
  )
}

/** As typed: a figure counts as soon as something stands in its field. */
function factsOf(typed: TypedProduct, papers: readonly HeldPaper[]) {
  const said = (text: string) => (text.trim() ? 1 : null)
  const holds = (kind: HeldPaper['kind']) => papers.some((paper) => paper.kind === kind)
  return {
    field: BUSINESS_FIELDS.find((field) => field === typed.field) ?? 'perdagangan',
    hasNib: holds('nib'),
    monthlyCapacity: said(typed.monthlyCapacity),
    tiers: typed.tiers.filter(({ from, price }) => from.trim() && price.trim()).length,
    shelfLifeDays: said(typed.shelfLifeDays),
    unitsPerCarton: said(typed.unitsPerCarton),
    cartonKg: said(typed.cartonKg),
    hsCode: typed.hsCode.trim() || null,
    hasBarcode: holds('gs1'),
  }
}
