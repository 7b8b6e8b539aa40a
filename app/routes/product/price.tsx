import '~/app/components/field.css'
import { Form, Link, useLocation } from '@remix-run/react'
import { Tiers } from '~/app/components/tiers'
import { formatMoney } from '~/app/i18n/format'
import { useLocale, useWords } from '~/app/i18n/use-words'
import {
  checkQuantity,
  lineTotal,
  MAXIMUM_QUANTITY,
  parseQuantity,
  type QuantityAnswer,
  tierFor,
  tierRanges,
} from '~/domain/product/price-tiers'
import type { ProductView } from '~/domain/product/product-view'

/** What one costs, how many make it cheaper, and the total for the quantity that the reader types. */
export function Price({ product, typed }: { product: ProductView; typed: string | null }) {
  const words = useWords()
  const locale = useLocale()
  const { minimumOrder, orderMultiple, unit, leadTimeDays } = product
  const ranges = tierRanges(product.tiers)
  const first = ranges[0]
  const quantity = product.quantity ?? Math.max(minimumOrder ?? 1, first?.from ?? 1)
  const now = tierFor(ranges, quantity) ?? first
  const amount = (count: number) => words.trade.amount(count, unit)
  const carton = orderMultiple !== null && orderMultiple === product.unitsPerCarton
  return (
    <div id="price">
      {now ? (
        <>
          <p className="amount">
            {formatMoney(now.unitPrice, locale)}{' '}
            <span className="mut">
              {`${words.trade.perUnit(unit)}${words.common.comma}${words.product.from(amount(now.from))}`}
            </span>
          </p>
          <Tiers ranges={ranges} now={now} unit={unit} />
        </>
      ) : (
        <p className="amount-none">{words.product.noPrice}</p>
      )}
      {minimumOrder === null && leadTimeDays === null ? null : (
        <p className="sm mut rule">
          {minimumOrder === null
            ? null
            : `${
                orderMultiple === null || orderMultiple === 1
                  ? words.product.minimum(amount(minimumOrder))
                  : words.product.minimumThenBy(amount(minimumOrder), orderMultiple)
              }${carton ? ` ${words.product.oneCarton}` : ''}. `}
          {leadTimeDays === null ? null : words.product.readyIn(words.trade.days(leadTimeDays))}
        </p>
      )}
      {now ? <QuantityForm product={product} typed={typed} ranges={ranges} /> : null}
    </div>
  )
}

function QuantityForm({
  product,
  typed,
  ranges,
}: {
  product: ProductView
  typed: string | null
  ranges: ReturnType<typeof tierRanges>
}) {
  const words = useWords()
  const locale = useLocale()
  const { pathname } = useLocation()
  const answer = typed === null ? null : checkQuantity(product, parseQuantity(typed))
  const problem = answer?.kind === 'problem' ? answer : null
  const total = answer?.kind === 'valid' ? lineTotal(ranges, answer.quantity) : null
  const unitWord = words.trade.unit(product.unit)
  return (
    // The hash brings a reader without JavaScript back to the price.
    <Form method="get" action={`${pathname}#price`} preventScrollReset className="qty">
      <label className="fld">
        <span className="lab">{words.product.quantity}</span>
        <span className={`in sfx ${problem ? 'err' : ''}`}>
          <input
            // Anew with each answer: a link to another quantity puts it into the field.
            key={typed ?? ''}
            name="qty"
            inputMode="numeric"
            autoComplete="off"
            maxLength={20}
            defaultValue={typed ?? ''}
            placeholder={String(product.minimumOrder ?? 1)}
            aria-invalid={problem ? true : undefined}
            aria-describedby={answer ? 'qty-answer' : undefined}
          />
          <i>{unitWord}</i>
        </span>
      </label>
      <button type="submit" className="btn line">
        {words.product.showPrice}
      </button>
      {answer ? (
        <div id="qty-answer" className="answer" aria-live="polite">
          {problem ? <QuantityProblem problem={problem} product={product} /> : null}
          {total ? (
            <>
              <b>{words.product.total(formatMoney(total, locale))}</b>
              <small className="mut">{words.product.totalNote}</small>
            </>
          ) : null}
        </div>
      ) : null}
    </Form>
  )
}

function QuantityProblem({
  problem,
  product,
}: {
  problem: Extract<QuantityAnswer, { kind: 'problem' }>
  product: ProductView
}) {
  const words = useWords().product
  const offered = [problem.previous, problem.next].filter((quantity) => quantity !== null)
  return (
    <>
      <span className="bad-t">{sentence()}</span>
      <span className="row wrapx">
        {offered.map((quantity) => (
          <Link key={quantity} className="chip" to={`?qty=${quantity}#price`} preventScrollReset>
            {words.choose(quantity)}
          </Link>
        ))}
      </span>
    </>
  )

  function sentence(): string {
    const minimum = product.minimumOrder ?? 1
    switch (problem.problem) {
      case 'not-a-number':
        return words.problems['not-a-number'](minimum)
      case 'below-minimum':
        return words.problems['below-minimum'](minimum)
      case 'not-a-multiple':
        return words.problems['not-a-multiple'](product.orderMultiple ?? 1)
      case 'too-many':
        return words.problems['too-many'](MAXIMUM_QUANTITY)
    }
  }
}
