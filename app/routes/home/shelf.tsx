import { Link } from '@remix-run/react'
import { Picture } from '~/app/components/picture'
import { SampleTag } from '~/app/components/sample-tag'
import { fill } from '~/app/i18n/fill'
import { formatMoney } from '~/app/i18n/format'
import type { PageWords } from '~/app/i18n/page-words.server'
import { useLocale, useLocalePath, useWords } from '~/app/i18n/use-words'
import type { ShelfProduct } from '~/domain/edition/open-home.server'
import { localized } from '~/domain/shared/locale'
import { money } from '~/domain/shared/money'

/** Goods of the week on one board, the label under it as in a shop. */
export function Shelf({ words, products }: { words: PageWords['home']; products: ShelfProduct[] }) {
  const { trade } = useWords()
  const locale = useLocale()
  const to = useLocalePath()
  const allSample = products.every((product) => product.isSample)
  return (
    <section className="wrap weekly">
      <div className="sec-h">
        <h2>{words.shelf}</h2>
        {allSample ? <SampleTag /> : null}
        <Link to={to('/products')}>{words.allProducts}</Link>
      </div>
      <div className="shelf scroll" style={{ '--n': products.length } as React.CSSProperties}>
        {products.map((product) => {
          const name = localized(product.name, locale)
          return (
            <Link key={product.slug} className="good" to={to(`/products/${product.slug}`)}>
              <span className="pic">
                <Picture spec={product.drawing} photo={product.photo} sizes="(min-width: 900px) 25vw, 50vw" />
              </span>
              <span className="lbl">
                <b lang={name?.lang}>{name?.text}</b>
                {product.regencyCode && product.regencyName ? (
                  <span className="mut place">{trade.regency(product.regencyCode, product.regencyName)}</span>
                ) : null}
                {product.priceMinor === null ? null : (
                  <span className="price">{formatMoney(money(product.priceMinor), locale)}</span>
                )}
                {product.minimumOrder === null ? null : (
                  <span className="mut">
                    {fill(words.minimum, { amount: trade.amount(product.minimumOrder, product.unit) })}
                  </span>
                )}
                {product.isSample && !allSample ? <SampleTag /> : null}
              </span>
            </Link>
          )
        })}
      </div>
    </section>
  )
}
