import { Link } from '@remix-run/react'
import { Icon } from '~/app/components/icon'
import { Photo } from '~/app/components/photo'
import { Picture } from '~/app/components/picture'
import { SampleTag } from '~/app/components/sample-tag'
import { formatMoneyRange } from '~/app/i18n/format'
import { useLocale, useLocalePath, useWords } from '~/app/i18n/use-words'
import { money } from '~/domain/shared/money'
import { Bookmark } from './bookmark'
import type { ResultRow } from './result-row'

/** Pictures that a phone or a wide screen shows before anybody scrolls. */
const ABOVE_THE_FOLD = 4

/** Rows under a rule; on phones entries of a few lines with their units. */
export function Results({ rows, markEach }: { rows: ResultRow[]; markEach: boolean }) {
  const words = useWords().search
  const products = rows.some((row) => row.trade)
  return (
    <>
      {products ? (
        <div className="res-h" aria-hidden="true">
          <span />
          <span>{words.columns.product}</span>
          <span>{words.columns.price}</span>
          <span>{words.columns.minimum}</span>
          <span>{words.columns.free}</span>
          <span>{words.columns.lead}</span>
          <span />
        </div>
      ) : null}
      <ul className="res">
        {rows.map((row, index) => (
          <li key={`${row.kind}-${row.slug}`} className={row.kind}>
            <Pictures row={row} eager={index < ABOVE_THE_FOLD} />
            <Names row={row} marked={markEach && row.isSample} />
            {row.trade ? <Trade trade={row.trade} /> : null}
            <Bookmark kind={row.kind} slug={row.slug} name={nameOf(row)} kept={row.kept} />
          </li>
        ))}
      </ul>
    </>
  )
}

function nameOf(row: ResultRow): string {
  return row.title.map((part) => part.text).join('')
}

function Pictures({ row, eager }: { row: ResultRow; eager: boolean }) {
  if (row.photos)
    return (
      <div className="pics">
        {row.photos.map((photo) => (
          <span className="thumb" key={photo.hash}>
            <Photo photo={photo} sizes="72px" alt="" eager={eager} />
          </span>
        ))}
      </div>
    )
  // No goods are known of this booth: its sign stands for it.
  if (row.drawings.length === 0) {
    return (
      <div className="pics bare" aria-hidden="true">
        <bdi>{row.boothName}</bdi>
      </div>
    )
  }
  return (
    <div className="pics">
      {row.drawings.map((spec) => (
        <span className="thumb" key={spec}>
          <Picture spec={spec} eager={eager} />
        </span>
      ))}
    </div>
  )
}

function Names({ row, marked }: { row: ResultRow; marked: boolean }) {
  const { booth, search, trade } = useWords()
  const to = useLocalePath()
  const isArabic = useLocale() === 'ar'
  const comma = isArabic ? '، ' : ', '
  const place = row.regencyCode && row.regencyName ? trade.regency(row.regencyCode, row.regencyName) : null
  const address = row.kind === 'product' ? `/products/${row.slug}` : `/booths/${row.slug}`
  const details =
    row.kind === 'product' ? (
      <bdi>{(isArabic && row.boothNameArabic) || row.boothName}</bdi>
    ) : row.field ? (
      trade.fields[row.field]
    ) : null
  return (
    <div className="names">
      <Link className="t" to={to(address)}>
        {row.title.map((part, index) =>
          part.hit ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts of one title have no other identity
            <mark key={index}>{part.text}</mark>
          ) : (
            part.text
          ),
        )}
      </Link>
      {row.kind === 'booth' && row.boothNameArabic ? (
        // The sign's other script.
        <span className="other-name">
          <bdi lang={isArabic ? 'id' : 'ar'}>{isArabic ? row.boothName : row.boothNameArabic}</bdi>
        </span>
      ) : null}
      <span className="details sm mut">
        {details}
        {details && place ? comma : null}
        {place}
        {row.hasExported ? <span className="exported">{search.hasExported}</span> : null}
        {marked ? ' ' : null}
        {marked ? <SampleTag /> : null}
      </span>
      {row.hallBooth ? (
        <Link className="to-hall sm" to={to(`/hall?booth=${row.hallBooth}`)}>
          <Icon name="footprints" />
          {booth.visit}
        </Link>
      ) : null}
    </div>
  )
}

function Trade({ trade }: { trade: NonNullable<ResultRow['trade']> }) {
  const { common, search, trade: said } = useWords()
  const locale = useLocale()
  const missing = <span className="mut">{common.notStated}</span>
  const amount = (count: number | null) => (count === null ? null : said.amount(count, trade.unit))
  const minimum = amount(trade.minimum)
  const free = amount(trade.free)
  const total = amount(trade.capacity)
  const lead = trade.leadDays === null ? null : said.days(trade.leadDays)
  return (
    <dl>
      <div className="price">
        <dt>{search.columns.price}</dt>
        <dd>
          {trade.price === null ? (
            missing
          ) : (
            <>
              <b>{formatMoneyRange(money(trade.price), money(trade.priceMax ?? trade.price), locale)}</b>
              <small>{said.perUnit(trade.unit)}</small>
            </>
          )}
        </dd>
      </div>
      <Fact term={search.columns.minimum} wide={minimum} short={minimum && search.minimumShort(minimum)} />
      <Fact
        term={search.columns.free}
        wide={free}
        short={free && search.freeShort(free)}
        more={total && total !== free ? search.ofTotal(total) : null}
      />
      <Fact term={search.columns.lead} wide={lead} short={lead && search.leadShort(lead)} />
    </dl>
  )
}

/** A column on wide screens; on phones a phrase that says itself what it is. */
function Fact({
  term,
  wide,
  short,
  more,
}: {
  term: string
  wide: string | null
  short: string | null
  more?: string | null
}) {
  const notStated = useWords().common.notStated
  return (
    <div className={wide === null ? 'missing' : undefined}>
      <dt>{term}</dt>
      <dd>
        {wide === null ? (
          <span className="mut">{notStated}</span>
        ) : (
          <>
            <span className="desk">{wide}</span>
            <span className="phone">{short}</span>
          </>
        )}
        {more ? <small className="desk">{more}</small> : null}
      </dd>
    </div>
  )
}
