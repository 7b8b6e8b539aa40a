import { FoundText } from '~/app/components/found-text'
import { Fact, Ledger } from '~/app/components/ledger'
import { formatNumber } from '~/app/i18n/format'
import { useLocale, useWords } from '~/app/i18n/use-words'
import type { ProductView } from '~/domain/product/product-view'

/** Every trade field, also those that nobody has stated. */
export function TradeFacts({ product }: { product: ProductView }) {
  const words = useWords()
  const locale = useLocale()
  const { product: labels, trade } = words
  const { unit, monthlyCapacity, promisedCapacity, minimumOrder, orderMultiple } = product
  const amount = (count: number | null) => (count === null ? null : trade.amount(count, unit))
  const free = monthlyCapacity === null ? null : monthlyCapacity - promisedCapacity
  return (
    <Ledger>
      <Fact
        label={labels.minimumOrder}
        note={orderMultiple !== null && orderMultiple > 1 ? labels.multiples(orderMultiple) : null}
      >
        {amount(minimumOrder)}
      </Fact>
      <Fact label={labels.monthlyCapacity}>
        {promisedCapacity > 0 && free !== null && monthlyCapacity !== null
          ? labels.freeOf(formatNumber(free, locale), trade.amount(monthlyCapacity, unit))
          : amount(monthlyCapacity)}
      </Fact>
      <Fact label={labels.leadTime} note={product.madeToOrder ? labels.madeToOrder : null}>
        {product.leadTimeDays === null ? null : trade.days(product.leadTimeDays)}
      </Fact>
      {product.madeToOrder ? null : <Fact label={labels.stock}>{amount(product.stock)}</Fact>}
      {product.netContent ? (
        <Fact label={labels.netContent}>
          {labels.net(product.netContent.amount, product.netContent.unit)}
        </Fact>
      ) : null}
      <Fact label={labels.packing} note={<Carton product={product} />}>
        {product.unitsPerCarton === null
          ? null
          : labels.perCarton(trade.amount(product.unitsPerCarton, unit))}
      </Fact>
      <Fact label={labels.shelfLife}>
        {product.shelfLifeDays === null ? null : <ShelfLife product={product} />}
      </Fact>
      <Fact label={labels.storage}>{product.storage ? <FoundText of={product.storage} /> : null}</Fact>
      <Fact label={labels.hsCode}>
        {product.hsCode ? <bdi dir="ltr">{hsCode(product.hsCode)}</bdi> : null}
      </Fact>
      <Fact label={labels.deliveryTerms}>
        {product.incoterm ? (
          <bdi dir="ltr">
            {product.incoterm} {product.incotermPlace}
          </bdi>
        ) : null}
      </Fact>
      <Fact label={labels.field}>{trade.fields[product.field]}</Fact>
    </Ledger>
  )
}

function Carton({ product: { cartonKg, cartonCm } }: { product: ProductView }) {
  const { product: labels } = useWords()
  const parts = [
    cartonKg === null ? null : <bdi key="kg">{labels.kilograms(cartonKg)}</bdi>,
    cartonCm === null ? null : <bdi key="cm" dir="ltr">{`${cartonCm.join(' × ')} cm`}</bdi>,
  ].filter((part) => part !== null)
  if (parts.length === 0) return null
  return parts.length === 2 ? (
    <>
      {parts[0]} · {parts[1]}
    </>
  ) : (
    parts
  )
}

/** Months where it comes out even, as papers say it. */
function ShelfLife({ product: { shelfLifeDays } }: { product: ProductView }) {
  const { trade } = useWords()
  const days = shelfLifeDays ?? 0
  const months = Math.round(days / 30.4)
  const even = days >= 60 && (days % 30 === 0 || days % 365 === 0)
  return even ? trade.months(months) : trade.days(days)
}

/** '040900' as '0409.00', '04090010' as '0409.00.10'. */
function hsCode(code: string): string {
  return [code.slice(0, 4), code.slice(4, 6), code.slice(6)].filter(Boolean).join('.')
}
