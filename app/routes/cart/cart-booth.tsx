import { Form, Link } from '@remix-run/react'
import { FoundText } from '~/app/components/found-text'
import { Icon } from '~/app/components/icon'
import { Picture } from '~/app/components/picture'
import { SampleTag } from '~/app/components/sample-tag'
import { fill } from '~/app/i18n/fill'
import { formatMoney } from '~/app/i18n/format'
import type { PageWords } from '~/app/i18n/page-words.server'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import type { CartGroup, CartLine } from '~/domain/order/sample-offer-view'
import { money } from '~/domain/shared/money'

type Words = PageWords['samples']['cart']

interface CartBoothProps {
  group: CartGroup
  /** About how much it is in the reader's currency. */
  about: string | null
  meeting: string | null
  words: Words
  /** The one filled button of the page is the first's. */
  isFirst: boolean
  label: string
}

/** What is wanted of one pesantren, and the way to order it. */
export function CartBooth({ group, about, meeting, words, isFirst, label }: CartBoothProps) {
  const locale = useLocale()
  const to = useLocalePath()
  const { booth, lines, itemsMinor, isReady } = group
  const query = meeting ? `?meeting=${meeting}` : ''
  return (
    <section className="cart-booth">
      <div className="sec-h">
        <h2>
          <bdi>{(locale === 'ar' && booth.nameArabic) || booth.name}</bdi>
        </h2>
        {booth.isSample ? <SampleTag /> : null}
        <Link to={to(`/booths/${booth.slug}`)}>{words.more}</Link>
      </div>
      <ul>
        {lines.map((line) => (
          <Line key={line.slug} line={line} meeting={meeting} words={words} />
        ))}
      </ul>
      <p className="sum" aria-live="polite">
        <span>{words.items}</span>
        <b>
          {itemsMinor === 0 ? words.free : formatMoney(money(itemsMinor), locale)}
          {about ? <small className="mut">{about}</small> : null}
        </b>
      </p>
      <p className="sm mut">{words.shippingLater}</p>
      {isReady ? (
        <Link
          className={`btn lg ${isFirst ? 'pri' : ''}`}
          to={to(`/checkout/${booth.slug}${query}`)}
          aria-label={label}
        >
          {words.checkout}
        </Link>
      ) : (
        <p className="bad-t">{words.mend}</p>
      )}
    </section>
  )
}

function Line({ line, meeting, words }: { line: CartLine; meeting: string | null; words: Words }) {
  const locale = useLocale()
  const to = useLocalePath()
  const { slug, name, size, priceMinor, quantity, lineMinor, most, problem } = line
  const hidden = (
    <>
      <input type="hidden" name="slug" value={slug} />
      {meeting ? <input type="hidden" name="meeting" value={meeting} /> : null}
    </>
  )
  const choices = Array.from({ length: Math.max(most, quantity) }, (_, at) => at + 1)
  const named = { name: name.text }
  return (
    <li>
      <span className="thumb">
        <Picture spec={line.drawing} photo={line.photo} />
      </span>
      <div className="what">
        <h3>
          <Link to={to(`/products/${slug}`)}>
            <FoundText of={name} />
          </Link>
        </h3>
        <p className="sm mut">
          <FoundText of={size} />
          <span className="line">
            {priceMinor === 0
              ? words.free
              : fill(words.each, { price: formatMoney(money(priceMinor), locale) })}
          </span>
        </p>
        {problem ? (
          <p className="bad-t sm">
            <Icon name="triangle-alert" /> {fill(words.problems[problem], { most })}
          </p>
        ) : null}
      </div>
      <b className="amount">{priceMinor === 0 ? words.free : formatMoney(money(lineMinor), locale)}</b>
      <div className="do">
        {problem === 'gone' || problem === 'sold-out' ? null : (
          <Form method="post" preventScrollReset>
            {hidden}
            <input type="hidden" name="intent" value="set" />
            <select
              key={quantity}
              name="quantity"
              className="in"
              defaultValue={quantity}
              aria-label={fill(words.quantityOf, named)}
            >
              {choices.map((count) => (
                <option key={count}>{count}</option>
              ))}
            </select>
            <button type="submit" className="btn line" aria-label={fill(words.changeOf, named)}>
              {words.change}
            </button>
          </Form>
        )}
        <Form method="post" preventScrollReset>
          {hidden}
          <input type="hidden" name="intent" value="remove" />
          <button type="submit" className="btn quiet" aria-label={fill(words.removeOf, named)}>
            <Icon name="trash-2" />
            {words.remove}
          </button>
        </Form>
      </div>
    </li>
  )
}
