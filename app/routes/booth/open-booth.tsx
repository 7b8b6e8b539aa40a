import { Link, useRouteLoaderData } from '@remix-run/react'
import { CertificateList } from '~/app/components/certificate-list'
import { ContactButton, MeetLink, WriteLink } from '~/app/components/contact'
import { EmptyShelf } from '~/app/components/empty-shelf'
import { FoundText } from '~/app/components/found-text'
import { Icon } from '~/app/components/icon'
import { KeepButton } from '~/app/components/keep-button'
import { Shelf } from '~/app/components/shelf'
import { Sign } from '~/app/components/sign'
import { StructuredData } from '~/app/components/structured-data'
import type { PageWords } from '~/app/i18n/page-words.server'
import { useLocale, useLocalePath, useWords } from '~/app/i18n/use-words'
import type { loader as rootLoader } from '~/app/root'
import type { BoothView } from '~/domain/booth/booth-view'
import { largestFile } from '~/domain/photo/photo-view'
import { BoothFacts } from './booth-facts'
import { BoothMore } from './booth-more'
import { Gallery } from './gallery'

export function OpenBooth({
  booth,
  kept,
  moreWords,
}: {
  booth: BoothView
  kept: boolean
  /** null: it says nothing that needs them. */
  moreWords: PageWords['boothMore'] | null
}) {
  const words = useWords()
  const to = useLocalePath()
  const locale = useLocale()
  const { place, regency, previous, next } = booth
  const region = regency ? words.trade.regency(regency.code, regency.name) : null
  const line = [
    booth.field ? words.trade.fields[booth.field] : null,
    booth.district ? words.trade.district(booth.district) : null,
    region,
  ].filter((part) => part !== null)
  return (
    <main id="main" className="wrap booth">
      <nav className="crumb" aria-label={words.booth.region}>
        <Link to={to('/hall')}>{words.common.nav.hall}</Link>
        {place ? (
          <>
            {' / '}
            <Link to={to(`/hall?pavilion=${place.pavilion}`)}>
              {[words.booth.pavilion(place.pavilion), region].filter(Boolean).join(words.common.comma)}
            </Link>
            {` / ${words.booth.aisle(place.aisle)}`}
          </>
        ) : region ? (
          ` / ${region}`
        ) : null}
      </nav>
      <Sign name={booth.name} nameArabic={booth.nameArabic}>
        {locale === 'en' && booth.more?.nameEnglish ? (
          <span className="l">{booth.more.nameEnglish}</span>
        ) : null}
        <span className="l">{line.join(' · ')}</span>
        {booth.isSample ? <span className="tag sample">{words.booth.sample}</span> : null}
      </Sign>
      <Gallery booth={booth} />
      <div className="cols">
        <div>
          <Products booth={booth} />
          <Story booth={booth} />
          {booth.papers.length > 0 ? (
            <section>
              <h2>{words.product.certificates}</h2>
              <CertificateList papers={booth.papers} />
            </section>
          ) : null}
        </div>
        <aside className="side">
          <div className="acts desk">
            <ContactButton contact={booth.contact} booth={booth.slug} />
            {booth.contact === 'form' ? null : <MeetLink booth={booth.slug} />}
            <div className="two">
              {booth.contact === 'form' ? <MeetLink booth={booth.slug} /> : <WriteLink booth={booth.slug} />}
              <KeepButton item={{ kind: 'booth', slug: booth.slug }} kept={kept} />
            </div>
          </div>
          <BoothFacts booth={booth} />
          {booth.more && moreWords ? <BoothMore said={booth.more} words={moreWords} /> : null}
          <div className="acts phone">
            <MeetLink booth={booth.slug} />
            {booth.contact === 'form' ? null : <WriteLink booth={booth.slug} />}
          </div>
          {place ? (
            <Link className="btn line full" to={to(`/hall?booth=${booth.slug}`)}>
              <Icon name="footprints" />
              {words.booth.visit}
            </Link>
          ) : null}
        </aside>
      </div>
      {previous || next ? (
        <nav className="aisle" aria-label={words.booth.otherBooths}>
          {previous ? <Beside label={words.booth.previous} booth={previous} back /> : <span />}
          {next ? <Beside label={words.booth.next} booth={next} /> : null}
        </nav>
      ) : null}
      <BoothData booth={booth} />
    </main>
  )
}

function Beside({
  label,
  booth,
  back = false,
}: {
  label: string
  booth: { slug: string; name: string }
  back?: boolean
}) {
  const to = useLocalePath()
  return (
    <Link to={to(`/booths/${booth.slug}`)} className={back ? '' : 'sp num'} rel={back ? 'prev' : 'next'}>
      {back ? <Icon name="arrow-left" /> : null}
      <span>
        <small>{label}</small>
        <bdi lang="id">{booth.name}</bdi>
      </span>
      {back ? null : <Icon name="arrow-right" />}
    </Link>
  )
}

function Products({ booth }: { booth: BoothView }) {
  const words = useWords()
  const to = useLocalePath()
  return (
    <section>
      <div className="sec-h">
        <h2>{words.booth.shelf}</h2>
        {booth.products.length > 0 ? (
          <span className="mut sm">{words.booth.productCount(booth.products.length)}</span>
        ) : null}
      </div>
      {booth.products.length > 0 ? (
        <>
          <Shelf products={booth.products} eager={booth.photos.length === 0} />
          {booth.products.some(({ photo }) => !photo) ? (
            <p className="xs mut drawn">{words.common.drawings}</p>
          ) : null}
        </>
      ) : (
        <EmptyShelf title={words.booth.emptyShelf}>
          <p className="mut">{words.booth.emptyShelfText}</p>
          <Link className="btn" to={to('/products')}>
            {words.booth.findProducts}
          </Link>
        </EmptyShelf>
      )}
    </section>
  )
}

function Story({ booth }: { booth: BoothView }) {
  const words = useWords()
  const locale = useLocale()
  const { story, awards } = booth
  const notes = [
    booth.isSample ? words.booth.sampleText : null,
    story && story.lang !== locale ? words.booth.writtenIn(words.trade.language(story.lang)) : null,
  ].filter((note) => note !== null)
  return (
    <>
      {awards.length > 0 ? (
        <section>
          <h2>{words.booth.record}</h2>
          <ul className="awards">
            {awards.map(({ award, year, source }) => (
              <li key={`${award} ${year} ${source}`}>
                <Icon name="trophy" />
                <span>
                  <b>
                    {words.booth.award(award)}
                    {year === null ? null : `${words.common.comma}${year}`}
                  </b>
                  {source ? <small>{words.booth.source(source)}</small> : null}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section className="stack">
        <h2>{words.booth.about}</h2>
        <p>{story ? <FoundText of={story} /> : <span className="mut">{words.common.notStated}</span>}</p>
        {story && notes.length > 0 ? <p className="mut sm">{notes.join(' ')}</p> : null}
      </section>
    </>
  )
}

function BoothData({ booth }: { booth: BoothView }) {
  const sample = useWords().common.sampleData
  const publicUrl = useRouteLoaderData<typeof rootLoader>('root')?.publicUrl ?? ''
  return (
    <StructuredData
      data={{
        '@type': 'Organization',
        name: booth.name,
        alternateName: booth.nameArabic ?? undefined,
        disambiguatingDescription: booth.isSample ? sample : undefined,
        description: booth.story?.text,
        image: booth.photos[0] ? publicUrl + largestFile(booth.photos[0]) : undefined,
        award: booth.awards.map(({ award, year }) => (year === null ? award : `${award} ${year}`)),
        address: {
          '@type': 'PostalAddress',
          addressLocality: booth.district ?? undefined,
          addressRegion: booth.regency?.name,
          addressCountry: 'ID',
        },
      }}
    />
  )
}
