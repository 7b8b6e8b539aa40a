import { AISLE_NUMBER } from '~/domain/hall/aisle-world'
import type { Locale } from '~/domain/shared/locale'
import type { HallStage } from './hall-stage'
import { type Heard, Openings, PresenceClient } from './presence-client'
import { peopleWords } from './presence-words'
import { leaveVisitName, takeVisitName } from './visit-name'

const drawName = () =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(12))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
/** Of this page's visit, and kept no longer than until the page is loaded anew. */
const visit = takeVisitName(() => sessionStorage, Date.now(), drawName)
window.addEventListener('pagehide', () => leaveVisitName(() => sessionStorage, Date.now(), visit))
/** The hall is left and entered again in one visit: that gives nobody more streams. */
const openings = new Openings()

/**
 * Listens to who is where the visitor stops, lights the booths that are online, and tells in words how many
 * people are there (null: nobody else, or not known). @returns how to end it.
 */
export function watchPresence(
  stage: HallStage,
  locale: Locale,
  tell: (people: string | null) => void,
): () => void {
  const world = {
    fetch: (url: string, init: RequestInit) => fetch(url, init),
    random: Math.random,
    now: () => performance.now(),
    visit,
    openings,
  }
  let last: Heard | null = null
  /** Who is in an aisle of their own is in the hall, and nowhere else in it. */
  const pavilion = () => {
    const number = stage.getState().arrival?.pavilion ?? 0
    return number === AISLE_NUMBER ? 0 : number
  }
  const say = () => {
    if (last?.pavilion !== pavilion()) tell(null)
    else if (last.pavilion === 0) tell(peopleWords(last.inHall, 'inHall', locale))
    else tell(peopleWords(last.here, 'here', locale))
  }
  const client = new PresenceClient(world, (heard) => {
    last = heard
    stage.scene()?.setOnline(heard?.pavilion ?? 0, heard?.online ?? new Set())
    say()
  })
  const follow = () => {
    if (!stage.getState().arrival) return
    client.enter(pavilion())
    // The booths may stand in another world by now.
    stage.scene()?.setOnline(last?.pavilion ?? 0, last?.online ?? new Set())
    say()
  }
  const look = () => client.setAwake(!document.hidden && navigator.onLine)

  look()
  follow()
  const unsubscribe = stage.subscribe(follow)
  document.addEventListener('visibilitychange', look)
  window.addEventListener('online', look)
  window.addEventListener('offline', look)
  return () => {
    unsubscribe()
    document.removeEventListener('visibilitychange', look)
    window.removeEventListener('online', look)
    window.removeEventListener('offline', look)
    client.close()
  }
}
