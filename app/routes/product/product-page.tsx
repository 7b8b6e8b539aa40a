import { Link } from '@remix-run/react'
import { CertificateList } from '~/app/components/certificate-list'
import { ContactButton, Draft, MeetLink, WriteLink } from '~/app/components/contact'
import { FoundText } from '~/app/components/found-text'
import { Icon } from '~/app/components/icon'
import { KeepButton } from '~/app/components/keep-button'
import { Picture } from '~/app/components/picture'
import { SampleTag } from '~/app/components/sample-tag'
import { Shelf } from '~/app/components/shelf'
import { MiniSign } from '~/app/components/sign'
import { useLocale, useLocalePath, useWords } from '~/app/i18n/use-words'
import type { SampleBlockWords } from '~/app/sample-block.server'
import type { ProductView } from '~/domain/product/product-view'
import { Price } from './price'
import { ProductData } from './product-data'
import { ProductPhotos } from './product-photos'
import { SampleBlock } from './sample-block'
import { TradeFacts } from './trade-facts'

interface ProductPageProps {
  product: ProductView
  /** What stands in the quantity field. */
  typed: string | null
  kept: boolean
  sample: SampleBlockWords
  /** For which meeting the reader looks. */
  meeting: string | null
}

export function ProductPage({ product, typed, kept, sample, meeting }: ProductPageProps) {
  const words = useWords()
  const locale = useLocale()
  const to = useLocalePath()
  const { booth, quantity } = product
  const region = booth.regency ? words.trade.regency(booth.regency.code, booth.regency.name) : undefined
  const about = { booth: booth.slug, product: product.slug, quantity }
  return (
    <main id="main" className="wrap">
      <nav className="crumb desk" aria-label={words.common.nav.products}>
        <Link to={to('/products')}>{words.common.nav.products}</Link>
        {' / '}
        <Link to={to(`/products?field=${product.field}`)}>{words.trade.fields[product.field]}</Link>
        {' / '}
        <FoundText of={product.name} />
      </nav>
      <section className="prod">
        <div className="big">
          {product.photos.length > 0 ? (
            <ProductPhotos key={product.slug} photos={product.photos} name={product.name.text} />
          ) : (
            <>
              <div className="pic">
                <Picture spec={product.drawing} alt={product.name.text} eager />
              </div>
              <p className="xs mut">{words.common.drawings}</p>
            </>
          )}
        </div>
        <div>
          <p className="row wrapx">
            <MiniSign slug={booth.slug} name={booth.name} nameArabic={booth.nameArabic} region={region} />
            {product.isSample ? <SampleTag /> : null}
            {booth.inHall ? (
              <Link className="chip" to={to(`/hall?booth=${booth.slug}`)}>
                <Icon name="footprints" />
                {words.booth.visit}
              </Link>
            ) : null}
          </p>
          <h1>
            <FoundText of={product.name} />
          </h1>
          <p className="mut about">
            {product.originalName ? <bdi lang="id">{product.originalName}</bdi> : null}
            {product.originalName && product.description ? ' · ' : null}
            {product.description ? <FoundText of={product.description} /> : null}
          </p>
          {product.description && product.description.lang !== locale ? (
            <p className="mut xs">{words.booth.writtenIn(words.trade.language(product.description.lang))}</p>
          ) : null}
          <Price product={product} typed={typed} />
          <SampleBlock words={sample} slug={product.slug} cart={to('/cart')} meeting={meeting} />
          <div className="acts desk">
            <ContactButton contact={booth.contact} {...about} />
            {booth.contact === 'form' ? null : <MeetLink {...about} />}
            <div className="two">
              {booth.contact === 'form' ? <MeetLink {...about} /> : <WriteLink {...about} />}
              <KeepButton item={{ kind: 'product', slug: product.slug }} kept={kept} />
            </div>
          </div>
          {booth.contact === 'form' ? null : <Draft text={product.draft} />}
          <div className="acts phone">
            <MeetLink {...about} />
            {booth.contact === 'form' ? null : <WriteLink {...about} />}
          </div>
        </div>
      </section>
      <div className="two-l">
        <section>
          <h2>{words.product.importFile}</h2>
          <TradeFacts product={product} />
        </section>
        <section>
          <h2>{words.product.certificates}</h2>
          <CertificateList papers={product.papers} />
        </section>
      </div>
      {product.others.length > 0 ? (
        <section className="others">
          <div className="sec-h">
            <h2>{words.product.others}</h2>
            <Link to={to(`/booths/${booth.slug}`)}>{words.product.toBooth}</Link>
          </div>
          <Shelf products={product.others} />
        </section>
      ) : null}
      <ProductData product={product} />
    </main>
  )
}
