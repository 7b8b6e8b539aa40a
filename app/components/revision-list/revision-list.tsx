import { Form } from '@remix-run/react'
import { ActingField } from '~/app/components/acting-field'
import { Icon } from '~/app/components/icon'
import { fill } from '~/app/i18n/fill'
import { formatNumber, formatShortDay, formatTime } from '~/app/i18n/format'
import type { PageWords } from '~/app/i18n/page-words.server'
import { useLocale } from '~/app/i18n/use-words'
import { isolated } from '~/app/party-name'
import type { RevisionAction } from '~/domain/shared/enums'
import './revision-list.css'

/** One change, in the reader's words. */
export interface ToldRevision {
  id: string
  /** ISO 8601. */
  at: string
  by: string | null
  action: RevisionAction
  version: number
  restoredVersion: number | null
  /** How it stands now. */
  isNow: boolean
  changes: { label: string; before: string; after: string }[]
}

interface RevisionListProps {
  rows: readonly ToldRevision[]
  /** The newest version: what a restoring is made on. */
  version: number
  zone: string
  words: PageWords['studioHistory']
}

/** Who changed what when, with the way back to each. */
export function RevisionList({ rows, version, zone, words }: RevisionListProps) {
  const locale = useLocale()
  const time = (iso: string) => {
    const date = new Date(iso)
    return `${formatShortDay(date, locale, zone)} ${formatTime(date, locale, zone)}`
  }
  if (rows.length === 0) return <p className="mut">{words.empty}</p>
  return (
    <ol className="revisions">
      {rows.map((row) => (
        <li key={row.id}>
          <div className="head">
            <h2>
              {fill(words.actions[row.action], { version: formatNumber(row.restoredVersion ?? 0, locale) })}
            </h2>
            <p className="sm mut">
              {fill(words.by, {
                name: row.by ? isolated(row.by, locale) : words.somebody,
                time: isolated(time(row.at), locale),
              })}
              {' · '}
              {fill(words.version, { version: formatNumber(row.version, locale) })}
            </p>
          </div>
          {row.isNow ? (
            <span className="tag ok">{words.now}</span>
          ) : row.action === 'state' ? null : (
            <Form method="post" replace>
              <ActingField />
              <input type="hidden" name="version" value={version} />
              <button
                type="submit"
                name="revision"
                value={row.id}
                className="btn line s"
                aria-label={fill(words.restoreNamed, { version: formatNumber(row.version, locale) })}
              >
                <Icon name="undo-2" />
                {words.restore}
              </button>
            </Form>
          )}
          {row.changes.length > 0 ? <Changes changes={row.changes} words={words} /> : null}
        </li>
      ))}
    </ol>
  )
}

function Changes({
  changes,
  words,
}: {
  changes: ToldRevision['changes']
  words: PageWords['studioHistory']
}) {
  return (
    <dl className="changes">
      {changes.map(({ label, before, after }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <span className="vh">{words.was}: </span>
            <del>
              <bdi>{before}</bdi>
            </del>
          </dd>
          <dd>
            <Icon name="arrow-right" />
            <span className="vh">{words.became}: </span>
            <ins>
              <bdi>{after}</bdi>
            </ins>
          </dd>
        </div>
      ))}
    </dl>
  )
}
