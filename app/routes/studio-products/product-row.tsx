import { Form, Link } from '@remix-run/react'
import { FoundText } from '~/app/components/found-text'
import { Icon } from '~/app/components/icon'
import { Picture } from '~/app/components/picture'
import { SampleTag } from '~/app/components/sample-tag'
import { fill } from '~/app/i18n/fill'
import { formatMoney } from '~/app/i18n/format'
import type { PageWords } from '~/app/i18n/page-words.server'
import { useLocale, useLocalePath, useWords } from '~/app/i18n/use-words'
import type { OwnProductRow } from '~/domain/product/own-product'
import { money } from '~/domain/shared/money'

interface ProductRowProps {
  row: OwnProductRow
  page: number
  mayWrite: boolean
  words: PageWords['studioProducts']
  more: PageWords['studioShelf']['row']
  /** The id that a copy gets. */
  token: string
}

/** One of the own goods: what it is, what buyers see of it, what it lacks, and what can be done. */
export function ProductRow({ row, page, mayWrite, words, more, token }: ProductRowProps) {
  const { trade } = useWords()
  const locale = useLocale()
  const to = useLocalePath()
  const name = <FoundText of={row.name} />
  const isPublished = row.state === 'published'
  const edit = to(`/studio/products/${row.id}`)
  const missing = row.gaps.map((gap) => words.shortGaps[gap])
  return (
    <li>
      <span className="thumb">
        <Picture spec={row.drawing} photo={row.photo} />
      </span>
      <div className="what">
        <h2>
          {mayWrite ? (
            <Link to={edit}>{name}</Link>
          ) : isPublished ? (
            <Link to={to(`/products/${row.slug}`)}>{name}</Link>
          ) : (
            name
          )}
        </h2>
        <p className="row wrapx tags">
          <span className={`tag ${isPublished ? 'ok' : row.state === 'draft' ? 'warn' : ''}`}>
            {words.states[row.state]}
          </span>
          {row.isSample ? <SampleTag /> : null}
        </p>
        <p className="sm facts">
          <span>
            {row.lowestPriceMinor === null
              ? row.state === 'draft'
                ? words.noPrice
                : words.asksPrice
              : fill(words.from, {
                  price: formatMoney(money(row.lowestPriceMinor), locale),
                  perUnit: trade.perUnit(row.unit),
                })}
          </span>
          <span className="mut">
            {row.freeCapacity === null
              ? words.noCapacity
              : fill(words.free, { amount: trade.perMonth(trade.amount(row.freeCapacity, row.unit)) })}
          </span>
        </p>
        {missing.length > 0 ? (
          <p className="sm lacks">
            <Icon name="circle-dashed" />
            {fill(words.missing, { list: new Intl.ListFormat(locale).format(missing) })}
          </p>
        ) : null}
      </div>
      <div className="do">
        {mayWrite ? (
          <>
            <Link className="btn line" to={edit} aria-label={fill(words.editNamed, { name: row.name.text })}>
              <Icon name="pencil" />
              {missing.length > 0 && row.state !== 'archived' ? words.complete : words.edit}
            </Link>
            {row.state === 'archived' ? (
              <BringBackForm row={row} words={words} />
            ) : missing.length > 0 ? null : (
              <StateForm row={row} page={page} words={words} />
            )}
          </>
        ) : null}
        {mayWrite && row.state !== 'archived' ? (
          <MoreWork row={row} page={page} more={more} token={token} />
        ) : null}
        {isPublished ? (
          <Link className="btn quiet see" to={to(`/products/${row.slug}`)}>
            <Icon name="eye" />
            {words.seeAsBuyer}
          </Link>
        ) : null}
      </div>
    </li>
  )
}

/** What is done less often; a copy gets an id of its own for each product. */
function MoreWork({ row, page, more, token }: Omit<ProductRowProps, 'mayWrite' | 'words'>) {
  const to = useLocalePath()
  const name = row.name.text
  const copyToken = `${token.slice(0, 24)}${row.id.slice(24)}`
  return (
    <details className="more-work" name="more-work">
      <summary className="btn quiet" aria-label={fill(more.more, { name })}>
        {more.moreShort}
        <Icon name="chevron-down" />
      </summary>
      <Form method="post" action={to('/studio/products')}>
        <input type="hidden" name="id" value={row.id} />
        <input type="hidden" name="page" value={page} />
        <input type="hidden" name="token" value={copyToken} />
        <button type="submit" name="move" value="first" className="btn s">
          {more.first}
        </button>
        <button type="submit" name="move" value="up" className="btn s">
          {more.up}
        </button>
        <button type="submit" name="move" value="down" className="btn s">
          {more.down}
        </button>
        <button type="submit" name="copy" value="yes" className="btn s">
          {more.duplicate}
        </button>
        <Link className="btn s" to={to(`/studio/products/${row.id}/photos`)}>
          {more.photos}
        </Link>
        <Link className="btn s" to={to(`/studio/products/${row.id}/history`)}>
          {more.history}
        </Link>
      </Form>
    </details>
  )
}

function StateForm({ row, page, words }: Pick<ProductRowProps, 'row' | 'page' | 'words'>) {
  const to = useLocalePath()
  const isPublished = row.state === 'published'
  return (
    <Form method="post" action={to('/studio/products')}>
      <input type="hidden" name="id" value={row.id} />
      <input type="hidden" name="page" value={page} />
      <button
        type="submit"
        name="to"
        value={isPublished ? 'hidden' : 'published'}
        className={`btn ${isPublished ? 'line' : ''}`}
        aria-label={fill(isPublished ? words.hideNamed : words.publishNamed, { name: row.name.text })}
      >
        {isPublished ? words.hide : words.publish}
      </button>
    </Form>
  )
}

/** Out of the archive, to where it is edited before buyers see it again. */
function BringBackForm({ row, words }: Pick<ProductRowProps, 'row' | 'words'>) {
  const to = useLocalePath()
  return (
    <Form method="post" action={to('/studio/products')}>
      <input type="hidden" name="id" value={row.id} />
      <button
        type="submit"
        name="to"
        value="draft"
        className="btn"
        aria-label={fill(words.archive.bringBackNamed, { name: row.name.text })}
      >
        <Icon name="undo-2" />
        {words.archive.bringBack}
      </button>
    </Form>
  )
}
