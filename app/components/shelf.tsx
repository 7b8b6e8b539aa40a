import { Link } from '@remix-run/react'
import { money } from '~/domain/shared/money'
import type { ShelfProduct } from '~/domain/shared/shelf'
import { formatMoneyRange } from '../i18n/format'
import { useLocale, useLocalePath, useWords } from '../i18n/use-words'
import { FoundText } from './found-text'
import { Icon } from './icon'
import { Picture } from './picture'
import './shelf.css'

const TONES = { verified: 'tag ok', declared: 'tag', applied: 'tag warn' } as const

/** Goods on one board with their labels below. `eager`: the shelf is seen at once. */
export function Shelf({ products, eager = false }: { products: readonly ShelfProduct[]; eager?: boolean }) {
  return (
    <div className="shelf goods">
      {products.map((product, index) => (
        <Good key={product.slug} product={product} eager={eager && index < 4} />
      ))}
    </div>
  )
}

function Good({ product, eager }: { product: ShelfProduct; eager: boolean }) {
  const words = useWords()
  const locale = useLocale()
  const to = useLocalePath()
  const { paper, priceMinor, minimumOrder, monthlyCapacity, unit } = product
  return (
    <Link className="good" to={to(`/products/${product.slug}`)}>
      <span className="pic">
        <Picture
          spec={product.drawing}
          photo={product.photo}
          sizes="(min-width: 900px) 240px, 50vw"
          eager={eager}
        />
      </span>
      <span className="lbl">
        <b>
          <FoundText of={product.name} />
        </b>
        {priceMinor ? (
          <span className="price">
            {formatMoneyRange(money(priceMinor.from), money(priceMinor.to), locale)}
          </span>
        ) : null}
        <span className="mut">
          {minimumOrder === null ? null : (
            <span className="line">{words.product.perMinimum(words.trade.amount(minimumOrder, unit))}</span>
          )}
          {monthlyCapacity === null ? null : (
            <span className="line">{words.trade.perMonth(words.trade.amount(monthlyCapacity, unit))}</span>
          )}
          {product.madeToOrder ? <span className="line">{words.product.madeToOrder}</span> : null}
        </span>
        {paper ? (
          <span className={TONES[paper.state]}>
            {paper.state === 'verified' ? <Icon name="badge-check" /> : null}
            {words.trade.shortPapers[paper.kind]}
            {paper.state === 'verified' ? null : ` · ${words.common[paper.state]}`}
          </span>
        ) : null}
      </span>
    </Link>
  )
}
