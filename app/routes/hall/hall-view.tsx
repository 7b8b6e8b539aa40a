import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Icon } from '~/app/components/icon'
import type { StageWorld } from '~/app/hall-stage/stage-state'
import { useHallStage, useStageState } from '~/app/hall-stage/use-hall-stage'
import { useLocale, useWords } from '~/app/i18n/use-words'
import type { HallOptions } from '~/scenes/hall/hall-api'
import type { HallPavilion } from './hall-pavilion'
import { atFirstSign, wayIn } from './way-in'

const HELP = 'hall-help'
/** A shorter wait is not worth a sentence, in milliseconds. */
const PATIENCE = 3_000

interface HallViewProps {
  /** Where a visit that opens now begins. */
  start: () => HallOptions['start']
  pavilions: HallPavilion[]
  /** One's own aisle in the place of the hall, and what it is called. */
  world: StageWorld | null
  worldName: string | null
  /** At which stop of a tour the visitor is. */
  news: string | null
}

/** The server knows no layout and would warn. */
const useBeforePaint = typeof document === 'undefined' ? useEffect : useLayoutEffect

/** The hall's picture, the canvas over it once it is open, and what lies over the canvas. */
export function HallView({ start, pavilions, world, worldName, news }: HallViewProps) {
  const { hall: words } = useWords()
  const locale = useLocale()
  const stage = useHallStage()
  const { status, trouble, changing, parts, said } = useStageState()
  const host = useRef<HTMLDivElement>(null)
  const [ask, setAsk] = useState<'walk-in' | 'save-data' | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  /** The button goes when the hall is open: who was on it goes over to the hall. */
  const wasOnButton = useRef(false)

  const open = () => {
    void stage.open({ locale, start: start(), world, label: words.canvas, describedBy: HELP })
  }
  const openNow = useRef(open)
  openNow.current = open

  // Before the element goes, the canvas must be out of it.
  useBeforePaint(() => (host.current ? stage.showIn(host.current) : undefined), [stage])

  useEffect(() => {
    if (stage.getState().status !== 'closed' || !stage.canOpen()) return
    const way = wayIn()
    setAsk(way === 'save-data' ? 'save-data' : 'walk-in')
    return way === 'by-itself' ? atFirstSign(() => openNow.current()) : undefined
  }, [stage])

  useEffect(() => {
    if (status === 'unavailable') stage.giveFocus(button.current)
    if (status !== 'open' || !wasOnButton.current) return
    wasOnButton.current = false
    if (document.activeElement === document.body) stage.canvasElement()?.focus()
  }, [status, stage])

  // Without the 3D hall the stops of a tour are told as they are chosen.
  const told = useRef(news)
  useEffect(() => {
    if (status === 'open' || news === told.current) return
    told.current = news
    if (news) stage.sayStop(news)
  }, [stage, status, news])

  const isOpen = status === 'open'
  const onButton = () => {
    wasOnButton.current = true
  }
  const walkIn = () => {
    onButton()
    open()
  }
  const again = () => {
    onButton()
    stage.reopen()
  }
  return (
    <section className="canvas" aria-label={words.stage} data-hall={status}>
      {isOpen ? null : (
        <picture className="poster">
          <source media="(max-width: 899px)" srcSet="/images/hall-phone.webp" width={780} height={560} />
          <img src="/images/hall-wide.webp" alt="" width={1200} height={780} decoding="async" />
        </picture>
      )}
      <div className="host" ref={host} />
      {isOpen ? null : (
        <div className="cover">
          {changing ? (
            <Notice text={null}>
              <Opening />
            </Notice>
          ) : ask || trouble || status === 'opening' ? (
            <Notice text={trouble ? words.trouble[trouble] : ask === 'save-data' ? words.saveData : null}>
              {/* It stays while the hall opens: nothing jumps away under a finger, no focus is lost. */}
              {trouble === 'no-webgl' ? null : (
                <button
                  className={trouble ? 'btn' : 'btn pri lg'}
                  type="button"
                  ref={button}
                  aria-disabled={status === 'opening'}
                  onFocus={onButton}
                  onClick={trouble ? again : walkIn}
                >
                  {trouble ? null : <Icon name="footprints" />}
                  {trouble ? words.again : ask === 'save-data' ? words.loadAnyway : words.walkIn}
                </button>
              )}
              {trouble ? null : status === 'opening' ? (
                <Opening />
              ) : (
                <span className="xs mut">{words.walkInNote}</span>
              )}
            </Notice>
          ) : null}
          <noscript>
            <p className="notice sm">{words.noScript}</p>
          </noscript>
        </div>
      )}
      {isOpen && parts ? (
        <parts.OverHall pavilions={pavilions} worldName={worldName} news={news} helpId={HELP} />
      ) : null}
      <p className="vh" aria-live="polite">
        {said}
      </p>
    </section>
  )
}

function Notice({ text, children }: { text: string | null; children: React.ReactNode }) {
  return (
    <div className="notice">
      {text ? <p className="sm">{text}</p> : null}
      {children}
    </div>
  )
}

/** Says that the hall is on its way, only to those who have waited for it. */
function Opening() {
  const { hall: words } = useWords()
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE)
    return () => clearTimeout(timer)
  }, [])
  return <span className={late ? 'xs mut' : 'vh'}>{words.opening}</span>
}
