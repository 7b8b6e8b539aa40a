import type { ProgrammeFair, ProgrammeSource } from '~/domain/edition/programme-history'
import type { Locale } from '~/domain/shared/locale'
import { fill } from '../i18n/fill'
import { formatNumber } from '../i18n/format'
import type { PageWords } from '../i18n/page-words.server'
import { useLocale } from '../i18n/use-words'
import './programme-fairs.css'

const BILLION = 1_000_000_000

/** The words come with the page's data: no other page carries them. */
type HistoryWords = PageWords['history']

export function billions(words: HistoryWords, rupiah: number, locale: Locale): string {
  return fill(words.billion, { amount: formatNumber(rupiah / BILLION, locale) })
}

/** Bars from zero, each labelled: what was promised is hatched sand, what was done is teal, on one scale. */
export function FairsChart({ words, fairs }: { words: HistoryWords; fairs: readonly ProgrammeFair[] }) {
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
            <Bar words={words} kind="potential" rupiah={fair.potentialRupiah} most={most} />
            {fair.realisedRupiah === null ? null : (
              <Bar words={words} kind="realised" rupiah={fair.realisedRupiah} most={most} />
            )}
          </div>
        ))}
      </dl>
      <p className="xs mut">{words.chartNote}</p>
      <SourceLine words={words} sources={shown.flatMap((fair) => fair.sources)} />
    </figure>
  )
}

function Bar({
  words,
  kind,
  rupiah,
  most,
}: {
  words: HistoryWords
  kind: 'potential' | 'realised'
  rupiah: number | null
  most: number
}) {
  const locale = useLocale()
  if (rupiah === null) return null
  return (
    <dd>
      <i className={kind} style={{ inlineSize: `${(rupiah / most) * 100}%` }} />
      <span>
        <b>{billions(words, rupiah, locale)}</b> {words[kind]}
      </span>
    </dd>
  )
}

/** Everything on record by year; on phones each year is an entry of its own. */
export function FairsTable({ words, fairs }: { words: HistoryWords; fairs: readonly ProgrammeFair[] }) {
  const locale = useLocale()
  const missing = <span className="mut">{words.notReported}</span>
  const money = (rupiah: number | null) => (rupiah === null ? missing : billions(words, rupiah, locale))
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
                    ...(fair.provinceWinners === null
                      ? []
                      : [fill(words.winners, { count: formatNumber(fair.provinceWinners, locale) })]),
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
      <SourceLine words={words} sources={fairs.flatMap((fair) => fair.sources)} />
    </>
  )
}

/** The outlets that reported it, each once, with the day or month where it is known. */
export function SourceLine({
  words,
  sources,
}: {
  words: Pick<HistoryWords, 'sources'>
  sources: readonly ProgrammeSource[]
}) {
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
