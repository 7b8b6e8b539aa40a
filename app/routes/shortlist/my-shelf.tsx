import { Form, Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { EmptyShelf } from '~/app/components/empty-shelf'
import { FoundText } from '~/app/components/found-text'
import { Icon } from '~/app/components/icon'
import { Picture } from '~/app/components/picture'
import { SampleTag } from '~/app/components/sample-tag'
import { MiniSign } from '~/app/components/sign'
import { formatMoneyRange } from '~/app/i18n/format'
import type { PageWords } from '~/app/i18n/page-words.server'
import { useLocale, useLocalePath, useWords } from '~/app/i18n/use-words'
import { money } from '~/domain/shared/money'
import type { KeptBooth, KeptProduct } from '~/domain/shortlist/list-kept.server'

type KeptThing = KeptProduct | KeptBooth

interface MyShelfProps {
  kept: KeptThing[]
  removed: KeptThing | null
  /** What the ways into the hall are called. */
  hallWords: Pick<PageWords['tours'], 'fromShelf' | 'asAisle'>
}

export function MyShelf({ kept, removed, hallWords }: MyShelfProps) {
  const words = useWords().shortlist
  const to = useLocalePath()
  const products = kept.filter((one) => one.kind === 'product')
  const booths = kept.filter((one) => one.kind === 'booth')
  return (
    <main id="main" className="wrap my-shelf">
      <h1>{words.title}</h1>
      <p className="mut">{words.intro}</p>
      {removed ? (
        <div className="undo" role="status">
          <span>{words.removed(nameOf(removed))}</span>
          <Change one={removed} intent="add">
            <Icon name="undo-2" />
            {words.undo}
          </Change>
        </div>
      ) : null}
      {kept.length > 0 ? (
        <p className="row wrapx in-hall">
          <Link className="chip" to={to('/hall?tour=shelf&stop=1')}>
            <Icon name="footprints" />
            {hallWords.fromShelf}
          </Link>
          <Link className="chip" to={to('/hall?aisle=shelf')}>
            <Icon name="store" />
            {hallWords.asAisle}
          </Link>
        </p>
      ) : null}
      {kept.length === 0 ? (
        <EmptyShelf title={words.empty}>
          <p className="mut">{words.emptyText}</p>
          <Link className="btn pri" to={to('/products')}>
            {words.findProducts}
          </Link>
        </EmptyShelf>
      ) : null}
      {products.length > 0 ? (
        <section>
          <h2>{words.products}</h2>
          <ul>
            {products.map((product) => (
              <ProductRow key={product.slug} product={product} />
            ))}
          </ul>
        </section>
      ) : null}
      {booths.length > 0 ? (
        <section>
          <h2>{words.booths}</h2>
          <ul>
            {booths.map((booth) => (
              <BoothRow key={booth.slug} booth={booth} />
            ))}
          </ul>
        </section>
      ) : null}
    </main>
  )
}

function nameOf(one: KeptThing): string {
  return one.kind === 'product' ? one.name.text : one.name
}

function ProductRow({ product }: { product: KeptProduct }) {
  const words = useWords()
  const locale = useLocale()
  const to = useLocalePath()
  const { priceMinor, minimumOrder } = product
  return (
    <li>
      <span className="thumb">
        <Picture spec={product.drawing} photo={product.photo} />
      </span>
      <span className="what">
        <Link className="b" to={to(`/products/${product.slug}`)}>
          <FoundText of={product.name} />
        </Link>
        <span className="sm mut">
          <Link to={to(`/booths/${product.boothSlug}`)}>
            <bdi lang="id">{product.boothName}</bdi>
          </Link>{' '}
          {product.isSample ? <SampleTag /> : null}
        </span>
        <span className="sm">
          {[
            priceMinor ? formatMoneyRange(money(priceMinor.from), money(priceMinor.to), locale) : null,
            minimumOrder === null
              ? null
              : words.product.perMinimum(words.trade.amount(minimumOrder, product.unit)),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      <Remove one={product} />
    </li>
  )
}

function BoothRow({ booth }: { booth: KeptBooth }) {
  const words = useWords()
  const { regency, field } = booth
  return (
    <li>
      <span className="what">
        <span className="row wrapx">
          <MiniSign slug={booth.slug} name={booth.name} nameArabic={booth.nameArabic} />
          {booth.isSample ? <SampleTag /> : null}
        </span>
        <span className="sm mut">
          {[
            field ? words.trade.fields[field] : null,
            regency ? words.trade.regency(regency.code, regency.name) : null,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      <Remove one={booth} />
    </li>
  )
}

function Remove({ one }: { one: KeptThing }) {
  const words = useWords().shortlist
  return (
    <Change one={one} intent="remove" label={words.removeNamed(nameOf(one))}>
      <Icon name="trash-2" />
      <span className="desk">{words.remove}</span>
    </Change>
  )
}

function Change({
  one,
  intent,
  label,
  children,
}: {
  one: KeptThing
  intent: 'add' | 'remove'
  label?: string
  children: ReactNode
}) {
  const to = useLocalePath()
  return (
    <Form method="post" action={to('/shortlist')} preventScrollReset>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="kind" value={one.kind} />
      <input type="hidden" name="slug" value={one.slug} />
      <input type="hidden" name="back" value={to('/shortlist')} />
      <button type="submit" className="btn quiet" aria-label={label}>
        {children}
      </button>
    </Form>
  )
}
