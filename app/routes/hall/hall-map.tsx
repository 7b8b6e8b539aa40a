import { FloorMap } from '~/app/components/floor-map'
import { useStageState } from '~/app/hall-stage/use-hall-stage'
import { fill } from '~/app/i18n/fill'
import { useLocalePath, useWords } from '~/app/i18n/use-words'
import { type HallQuery, tourAddress } from '~/domain/hall/hall-query'
import type { HallLayout } from '~/domain/hall/layout'
import { gatheredOf, type HallData } from './gathered'
import type { HallPavilion } from './hall-pavilion'

interface HallMapProps {
  hall: HallData
  layout: HallLayout
  pavilions: HallPavilion[]
  query: HallQuery
  /** The booth that the tour or the address leads to. */
  at: { slug: string; pavilion: number; slot: number } | null
}

/** The floor map with what was asked for marked on it. */
export function HallMap({ hall, layout, pavilions, query, at }: HallMapProps) {
  const { hall: words, common } = useWords()
  const to = useLocalePath()
  const { arrival } = useStageState()
  const gathered = gatheredOf(hall)
  // In one's own aisle one is where one left the hall.
  const inAisle = gathered?.as === 'aisle'
  const you = inAisle ? query.from : (arrival?.place ?? null)
  const current = inAisle ? null : arrival ? arrival.pavilion : (hall.pavilion ?? at?.pavilion ?? null)
  const booths = gathered?.booths ?? []
  const keeps = gathered?.as === 'search' ? `q=${encodeURIComponent(query.search ?? '')}&` : ''
  const marks = booths.map(({ slug, name, pavilion, slot }, index) => ({
    slug,
    name,
    pavilion,
    slot,
    on: slug === at?.slug,
    href: to(
      gathered?.as === 'tour' ? tourAddress(gathered.choice, index + 1) : `/hall?${keeps}booth=${slug}`,
    ),
  }))
  if (at && !marks.some(({ on }) => on))
    marks.push({ ...at, name: '', on: true, href: to(`/hall?${keeps}booth=${at.slug}`) })
  const markedIn = (number: number) => booths.filter(({ pavilion }) => pavilion === number).length
  return (
    <section className="mapc" id="map" aria-labelledby="map-title">
      <div className="row wrapx map-h">
        <h2 id="map-title">{words.mapTitle}</h2>
        <span className="xs mut">{words.mapHint(pavilions.length)}</span>
      </div>
      <FloorMap
        label={words.mapTitle}
        layout={layout}
        current={current}
        you={you}
        marks={marks}
        pavilions={pavilions.map(({ number, name, href, boothCount }) => {
          const count = markedIn(number)
          const facts = [name, words.booths(boothCount)]
          if (gathered && count > 0) facts.push(fill(gathered.words.onMap, { count }))
          return { number, href, label: facts.join(common.comma) }
        })}
      />
      {you || (gathered && booths.length > 0) ? (
        <p className="xs mut row legend">
          {you ? (
            <>
              <span className="you-mark" aria-hidden="true" />
              {words.you}
            </>
          ) : null}
          {gathered && booths.length > 0 ? (
            <>
              <span className="found-mark" aria-hidden="true" />
              {gathered.words.mark}
            </>
          ) : null}
        </p>
      ) : null}
    </section>
  )
}
