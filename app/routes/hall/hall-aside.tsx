import { Form, Link } from '@remix-run/react'
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Icon } from '~/app/components/icon'
import { useStageState } from '~/app/hall-stage/use-hall-stage'
import { useLocalePath, useWords } from '~/app/i18n/use-words'
import type { HallQuery } from '~/domain/hall/hall-query'
import { GatheredList, TourChooser } from './asked'
import { BoothList } from './booth-list'
import { gatheredOf, type HallData } from './gathered'
import type { HallPavilion } from './hall-pavilion'
import { NearList } from './near-list'
import { useChoiceName } from './tour-names'

interface HallAsideProps {
  hall: HallData
  pavilions: HallPavilion[]
  query: HallQuery
  /** The booth that the tour or the address leads to. */
  at: string | null
}

/** The server knows no layout and would warn. */
const useBeforePaint = typeof document === 'undefined' ? useEffect : useLayoutEffect

/**
 * The list beside the hall: all booths by page, or those that were asked for; and while the hall is open those
 * near the visitor.
 */
export function HallAside({ hall, pavilions, query, at }: HallAsideProps) {
  const { hall: words } = useWords()
  const to = useLocalePath()
  const { status, moved, arrival } = useStageState()
  const { asked } = hall
  const gathered = gatheredOf(hall)
  /** What was chosen holds until something else is asked for. */
  const [chosen, choose] = useState<{ view: 'near' | 'all'; of: string | undefined } | null>(null)
  const chosenView = chosen?.of === asked?.as ? chosen?.view : null
  const chooseView = (view: 'near' | 'all') => choose({ view, of: asked?.as })
  const [walked, setWalked] = useState(false)
  const aside = useRef<HTMLElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const wasOnTours = useRef(false)
  const search = query.search ?? ''
  useEffect(() => {
    // The same field, so that who searched is still in it.
    if (field.current) field.current.value = search
  }, [search])
  const open = status === 'open'
  useEffect(() => {
    // Walking is what asks for the list of what is near; never under the hands of somebody who uses the list.
    if (open && moved && !aside.current?.contains(document.activeElement)) setWalked(true)
  }, [open, moved])
  const showsTours = open && asked?.as === 'choose'
  useBeforePaint(() => {
    // The link to the tours makes room for the switch that stands for them: who was on it finds it there. Before the
    // layout of the canvas looks whether anybody's focus was lost, and takes it to the hall.
    if (showsTours && wasOnTours.current && document.activeElement === document.body)
      aside.current?.querySelector<HTMLElement>('.views .on')?.focus()
    wasOnTours.current = false
  }, [showsTours])
  const view = open ? (chosenView ?? (walked && !asked ? 'near' : 'all')) : 'all'
  return (
    <aside ref={aside} aria-label={words.allBooths}>
      <div className="pad">
        <h1 className="vh">{words.title}</h1>
        <Form className="find" role="search" action={to('/hall')}>
          <input
            name="q"
            type="search"
            aria-label={words.find}
            placeholder={words.findHint}
            maxLength={200}
            ref={field}
            defaultValue={search}
            enterKeyHint="search"
          />
          <button className="btn quiet" type="submit">
            {words.findSubmit}
          </button>
        </Form>
        <fieldset className="row views" aria-label={words.viewSwitch}>
          {open ? (
            <>
              <ViewChip icon="compass" on={view === 'near'} choose={() => chooseView('near')}>
                {words.nearYou}
              </ViewChip>
              <ViewChip icon="list" on={view === 'all'} choose={() => chooseView('all')}>
                <Listed hall={hall} />
              </ViewChip>
            </>
          ) : null}
          {showsTours ? null : (
            <Link
              className="chip"
              to={to('/hall?tour=choose')}
              onFocus={() => {
                wasOnTours.current = true
              }}
            >
              <Icon name="footprints" />
              {words.tours}
            </Link>
          )}
          <a className="chip phone" href="#map">
            <Icon name="map" />
            {words.map}
          </a>
        </fieldset>
        {hall.gone ? (
          <p className="sm gone">
            {hall.gone.text} <Link to={to(hall.gone.like.path)}>{hall.gone.like.text}</Link>
          </p>
        ) : null}
      </div>
      {view === 'near' ? (
        <NearList />
      ) : asked?.as === 'choose' ? (
        <TourChooser offer={asked} />
      ) : gathered ? (
        <GatheredList
          gathered={gathered}
          query={query}
          at={at}
          from={arrival && gathered.as !== 'aisle' ? arrival.place : null}
        />
      ) : (
        <BoothList hall={hall} pavilions={pavilions} />
      )}
    </aside>
  )
}

interface ViewChipProps {
  icon: 'compass' | 'list'
  on: boolean
  choose: () => void
  children: ReactNode
}

/** What the list holds besides what is near. */
function Listed({ hall }: { hall: HallData }) {
  const { hall: words } = useWords()
  const nameOf = useChoiceName()
  const gathered = gatheredOf(hall)
  if (!gathered) return hall.asked ? words.tours : words.allBooths
  return <span className="of">{gathered.as === 'aisle' ? gathered.words.aisle : nameOf(gathered)}</span>
}

function ViewChip({ icon, on, choose, children }: ViewChipProps) {
  return (
    <button className={on ? 'chip on' : 'chip'} type="button" aria-pressed={on} onClick={choose}>
      <Icon name={icon} />
      {children}
    </button>
  )
}
