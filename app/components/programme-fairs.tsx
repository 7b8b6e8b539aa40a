import type { ProgrammeFair, ProgrammeSource } from '~/domain/edition/programme-history'
import { formatNumber } from '../i18n/format'
import { useLocale, useWords } from '../i18n/use-words'
import './programme-fairs.css'

const BILLION = 1_000_000_000

/** Bars from zero, each labelled: what was promised is hatched sand, what was done is teal, on one scale. */
export function FairsChart({ fairs }: { fairs: readonly ProgrammeFair[] }) {
  const words = useWords().history
  const shown = fairs.filter((fair) => fair.potentialRupiah !== null)
  const most = Math.max(...shown.map((fair) => fair.potentialRupiah ?? 0))
  return (
    <figure className="fairs">
      <figcaption className="vh">{words.chart}</figcaption>
      <dl>
        {shown.map((fair) => (
          <div key={fair.year}>
            <dt>
              <bdi>{fair.year}</bdi>
            </dt>
            <Bar kind="potential" rupiah={fair.potentialRupiah} most={most} label={words.potential} />
            {fair.realisedRupiah === null ? null : (
              <Bar kind="realised" rupiah={fair.realisedRupiah} most={most} label={words.realised} />
            )}
          </div>
        ))}
      </dl>
      <p className="xs mut">{words.chartNote}</p>
      <SourceLine sources={shown.flatMap((fair) => fair.sources)} />
    </figure>
  )
}

function Bar({
  kind,
  rupiah,
  most,
  label,
}: {
  kind: 'potential' | 'realised'
  rupiah: number | null
  most: number
  label: string
}) {
  const words = useWords().history
  if (rupiah === null) return null
  return (
    <dd>
      <i className={kind} style={{ inlineSize: `${(rupiah / most) * 100}%` }} />
      <span>
        <b>{words.billion(rupiah / BILLION)}</b> {label}
      </span>
    </dd>
  )
}

/** Everything on record by year; on phones each year is an entry of its own. */
export function FairsTable({ fairs }: { fairs: readonly ProgrammeFair[] }) {
  const words = useWords().history
  const locale = useLocale()
  const missing = <span className="mut">{words.notReported}</span>
  const money = (rupiah: number | null) => (rupiah === null ? missing : words.billion(rupiah / BILLION))
  const count = (value: number | null) => (value === null ? missing : formatNumber(value, locale))
  return (
    <>
      <table className="tbl years">
        <thead>
          <tr>
            <th scope="col">{words.year}</th>
            <th scope="col" className="num">
              {words.pesantren}
            </th>
            <th scope="col" className="num">
              {words.buyers}
            </th>
            <th scope="col" className="num">
              {words.potential}
            </th>
            <th scope="col" className="num">
              {words.realised}
            </th>
          </tr>
        </thead>
        <tbody>
          {fairs.map((fair) => (
            <tr key={fair.year}>
              <th scope="row">
                <bdi>{fair.year}</bdi>
                <small>
                  {[
                    ...(fair.provinceWinners === null ? [] : [words.winners(fair.provinceWinners)]),
                    ...fair.notes.map((note) => words.notes[note]),
                  ].join(locale === 'ar' ? '؛ ' : '; ')}
                </small>
              </th>
              <td className="num" data-label={words.pesantren}>
                {count(fair.pesantren)}
              </td>
              <td className="num" data-label={words.buyers}>
                {count(fair.buyers)}
              </td>
              <td className="num" data-label={words.potential}>
                {money(fair.potentialRupiah)}
              </td>
              <td className="num" data-label={words.realised}>
                {money(fair.realisedRupiah)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <SourceLine sources={fairs.flatMap((fair) => fair.sources)} />
    </>
  )
}

/** The outlets that reported it, each once, with the day or month where it is known. */
export function SourceLine({ sources }: { sources: readonly ProgrammeSource[] }) {
  const words = useWords().history
  const locale = useLocale()
  const named = new Map(sources.map((source) => [source.outlet, source]))
  return (
    <p className="xs mut source-line">
      {words.sources}:{' '}
      {[...named.values()].map(({ outlet, date }, index) => (
        <span key={outlet}>
          {index > 0 ? (locale === 'ar' ? '، ' : ', ') : ''}
          <bdi>{date ? `${outlet} ${date}` : outlet}</bdi>
        </span>
      ))}
    </p>
  )
}
