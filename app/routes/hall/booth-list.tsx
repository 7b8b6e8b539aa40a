import { Link, useLocation } from '@remix-run/react'
import { EmptyShelf } from '~/app/components/empty-shelf'
import { Icon } from '~/app/components/icon'
import { Picture } from '~/app/components/picture'
import { SampleTag } from '~/app/components/sample-tag'
import { useLocale, useLocalePath, useWords } from '~/app/i18n/use-words'
import type { BoothEntry, HallView } from '~/domain/hall/open-hall.server'
import type { HallPavilion } from './hall-pavilion'

/** One page of booths as links, and the pavilions to choose from: all of it works without a script. */
export function BoothList({ hall, pavilions }: { hall: HallView; pavilions: HallPavilion[] }) {
  const { hall: words } = useWords()
  const to = useLocalePath()
  const listed = pavilions.find((pavilion) => pavilion.number === hall.pavilion)
  return (
    <div className="near">
      {/* Closed again once another pavilion is listed. */}
      <details className="choose" key={hall.pavilion ?? 0}>
        <summary>
          <b>{listed?.name ?? words.allPavilions}</b>
          <span className="xs mut">{words.booths(hall.total)}</span>
          <Icon name="chevron-down" />
          <span className="vh">{words.choosePavilion}</span>
        </summary>
        <ol>
          <li>
            <Link to={to('/hall')} preventScrollReset aria-current={listed ? undefined : 'true'}>
              {words.allPavilions}
            </Link>
          </li>
          {pavilions.map((pavilion) => (
            <li key={pavilion.number}>
              <Link
                to={pavilion.href}
                preventScrollReset
                aria-current={pavilion === listed ? 'true' : undefined}
              >
                {pavilion.name}
                <span className="xs mut">{words.booths(pavilion.boothCount)}</span>
              </Link>
            </li>
          ))}
        </ol>
      </details>
      {hall.booths.length > 0 ? (
        <ul>
          {hall.booths.map((booth, index) => (
            <BoothRow
              key={booth.slug}
              booth={booth}
              eager={index < 8}
              marked={booth.slug === hall.target?.slug}
            />
          ))}
        </ul>
      ) : (
        <EmptyShelf title={words.emptyTitle}>
          <p className="sm mut">{words.emptyText}</p>
        </EmptyShelf>
      )}
      <Pages page={hall.page} pages={hall.pages} />
    </div>
  )
}

function BoothRow({ booth, eager, marked }: { booth: BoothEntry; eager: boolean; marked: boolean }) {
  const { hall: words, common } = useWords()
  const locale = useLocale()
  const to = useLocalePath()
  const { product } = booth
  return (
    <li className={marked ? 'on' : undefined}>
      <Link to={to(`/booths/${booth.slug}`)} aria-current={marked ? 'true' : undefined}>
        <span className="thumb">
          {booth.drawing ? <Picture spec={booth.drawing} eager={eager} /> : <Icon name="store" />}
        </span>
        <span>
          <b>
            <bdi>{booth.name}</bdi>
          </b>
          {booth.nameArabic ? (
            <bdi className="name-ar" lang="ar">
              {booth.nameArabic}
            </bdi>
          ) : null}
          <span className="sm mut what">
            {product ? (
              <span lang={product.lang === locale ? undefined : product.lang}>{product.text}</span>
            ) : (
              common.notStated
            )}
            {booth.district ? ` · ${booth.district}` : null}
          </span>
          {booth.sample || booth.award ? (
            <span className="marks">
              {booth.award ? (
                <span className="tag warn">
                  <Icon name="trophy" />
                  {words.award}
                </span>
              ) : null}
              {booth.sample ? <SampleTag /> : null}
            </span>
          ) : null}
        </span>
      </Link>
    </li>
  )
}

function Pages({ page, pages }: { page: number; pages: number }) {
  const { common } = useWords()
  const { pathname, search } = useLocation()
  if (pages < 2) return null
  const addressOf = (other: number) => {
    const params = new URLSearchParams(search)
    params.set('page', String(other))
    params.delete('at')
    return `${pathname}?${params}`
  }
  return (
    <nav className="row pages" aria-label={common.pages}>
      {page > 1 ? (
        <Link className="btn s" rel="prev" to={addressOf(page - 1)} preventScrollReset>
          <Icon name="chevron-left" />
          {common.previousPage}
        </Link>
      ) : null}
      <span className="sm mut">{common.page(page, pages)}</span>
      {page < pages ? (
        <Link className="btn s" rel="next" to={addressOf(page + 1)} preventScrollReset>
          {common.nextPage}
          <Icon name="chevron-right" />
        </Link>
      ) : null}
    </nav>
  )
}
