import { Link } from '@remix-run/react'
import { type ReactNode, useEffect, useRef } from 'react'
import { EmptyShelf } from '~/app/components/empty-shelf'
import { Icon } from '~/app/components/icon'
import { useHallStage } from '~/app/hall-stage/use-hall-stage'
import { fill, fillPlural } from '~/app/i18n/fill'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import { aisleAddress, backFromAisle } from '~/domain/hall/aisle-address'
import { AISLE_NUMBER } from '~/domain/hall/aisle-world'
import type { GatheredBooth } from '~/domain/hall/gather-booths.server'
import { type HallQuery, tourAddress } from '~/domain/hall/hall-query'
import { localized } from '~/domain/shared/locale'
import { BoothRow } from './booth-row'
import type { Gathered } from './gathered'
import { Pages } from './pages'
import { isolated, useChoiceName } from './tour-names'

interface GatheredListProps {
  gathered: Gathered
  query: HallQuery
  /** The booth that the tour or the address leads to. */
  at: string | null
  /** Where the visitor stands in the hall, to come back to from the aisle; null: not in the hall. */
  from: HallQuery['from']
}

/** What a search has found, the stops of a tour, or one's own aisle: links that need no script. */
export function GatheredList({ gathered, query, at, from }: GatheredListProps) {
  const { as, choice, booths, words, shown } = gathered
  const { page } = shown
  const to = useLocalePath()
  const list = useRef<HTMLDivElement>(null)
  const shownPage = useRef(page)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another stop is another row
  useEffect(() => {
    const [window, row] = [list.current, list.current?.querySelector<HTMLElement>('li.on')]
    if (!window) return
    window.scrollTo({ top: row ? row.offsetTop - window.offsetTop - row.clientHeight : 0 })
    // On a phone the list is part of the page: another one begins at its beginning.
    if (shownPage.current !== page && window.getBoundingClientRect().top < 0) window.scrollIntoView()
    shownPage.current = page
  }, [at, page])
  return (
    <div className="near gath" ref={list}>
      <Head gathered={gathered} query={query} />
      {booths.length > 0 ? (
        <>
          <p className="row wrapx gath-do">
            {as === 'tour' ? null : (
              <Link className="chip" to={to(tourAddress(choice, 1))}>
                <Icon name="footprints" />
                {words.startTour}
              </Link>
            )}
            {as === 'aisle' ? null : (
              <Link className="chip" to={to(aisleAddress(choice, from))}>
                <Icon name="store" />
                {words.asAisle}
              </Link>
            )}
          </p>
          {as === 'tour' ? (
            <ol>
              {booths.map((booth, i) => (
                <Row key={booth.slug} booth={booth} gathered={gathered} slot={i} on={booth.slug === at} />
              ))}
            </ol>
          ) : (
            <ul>
              {booths.slice(shown.from, shown.to).map((booth, i) => (
                <Row key={booth.slug} booth={booth} gathered={gathered} slot={i} on={booth.slug === at} />
              ))}
            </ul>
          )}
        </>
      ) : (
        <Nothing gathered={gathered} />
      )}
      <Pages page={page} pages={shown.pages} />
      <p className="gath-more sm">
        {choice.by === 'search' ? (
          <Link to={to(`/products?q=${encodeURIComponent(choice.text)}`)}>{words.allResults}</Link>
        ) : null}
      </p>
    </div>
  )
}

/** What is listed, and the way back to the whole hall. */
function Head({ gathered, query }: { gathered: Gathered; query: HallQuery }) {
  const { as, choice, booths, words } = gathered
  const locale = useLocale()
  const to = useLocalePath()
  const name = useChoiceName()(gathered)
  const count = booths.length
  const [title, below, leave] =
    as === 'search'
      ? [
          fillPlural(count > 0 ? words.found : { other: words.foundNone }, count, locale, {
            text: isolated(choice.by === 'search' ? choice.text : ''),
          }),
          gathered.more ? fill(words.more, { count }) : null,
          words.clear,
        ]
      : as === 'tour'
        ? [
            name,
            gathered.more ? fill(words.more, { count }) : fillPlural(words.stops, count, locale),
            words.end,
          ]
        : [words.aisle, `${name} · ${fillPlural(words.inAisle, count, locale)}`, words.leave]
  return (
    <div className="row gath-h">
      <h2>{title}</h2>
      {as === 'aisle' ? (
        <Link className="btn s line" to={to(backFromAisle(query))}>
          <Icon name="undo-2" />
          {leave}
        </Link>
      ) : (
        <Link className="btn sq quiet" to={to('/hall')} aria-label={leave} title={leave}>
          <Icon name="x" />
        </Link>
      )}
      {below ? <p className="sm mut">{below}</p> : null}
    </div>
  )
}

interface RowProps {
  booth: GatheredBooth
  gathered: Gathered
  /** Its place among those that were asked for, from 0; in the aisle that is its slot. */
  slot: number
  on: boolean
}

function Row({ booth, gathered: { as, choice, words }, slot, on }: RowProps) {
  const locale = useLocale()
  const to = useLocalePath()
  const stage = useHallStage()
  const keeps = as === 'search' && choice.by === 'search' ? `q=${encodeURIComponent(choice.text)}&` : ''
  const leads: ReactNode =
    as === 'tour' ? (
      <Link className="btn sq quiet" to={to(`/booths/${booth.slug}`)} {...named(words.openBooth, booth.name)}>
        <Icon name="store" />
      </Link>
    ) : (
      <Link
        className="btn sq quiet"
        to={to(`/hall?${keeps}booth=${booth.slug}`)}
        preventScrollReset
        {...named(words.takeMe, booth.name)}
      >
        <Icon name="footprints" />
      </Link>
    )
  return (
    <BoothRow
      {...booth}
      product={localized(booth.product, locale)}
      drawing={booth.drawings[0] ?? null}
      on={on}
      eager={slot < 8}
      href={as === 'tour' ? tourAddress(choice, slot + 1) : undefined}
      onFocus={as === 'aisle' ? () => stage.scene()?.highlight({ pavilion: AISLE_NUMBER, slot }) : undefined}
      beside={leads}
    >
      {as === 'tour' ? <b className="stop-no">{slot + 1}</b> : null}
    </BoothRow>
  )
}

function named(label: string, booth: string): { 'aria-label': string; title: string } {
  const said = label.includes('{booth}')
    ? fill(label, { booth: isolated(booth) })
    : `${label}: ${isolated(booth)}`
  return { 'aria-label': said, title: said }
}

function Nothing({ gathered: { as, choice, unanswered, words } }: { gathered: Gathered }) {
  const to = useLocalePath()
  if (unanswered) return <p className="sm gath-none">{words.unanswered}</p>
  // The heading says already that nothing was found.
  if (as === 'search') return <p className="sm mut gath-none">{words.foundNoneText}</p>
  const shelf = choice.by === 'shelf'
  return (
    <EmptyShelf title={words.emptyTitle}>
      <p className="sm mut">{shelf ? words.emptyShelfText : words.emptyText}</p>
      <Link className="btn" to={to(shelf ? '/products' : '/hall?tour=choose')}>
        {shelf ? words.findProducts : words.title}
      </Link>
    </EmptyShelf>
  )
}
