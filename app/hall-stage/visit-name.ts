import { GRACE_MS } from '~/domain/hall/presence-message'

const KEY = 'visit'

/** What is needed of `sessionStorage`: it ends with the tab. */
type TabStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/**
 * The random name of a visit. A page that is loaded anew while the visit before still counts goes on with that one's
 * name, or its visitor would be two people for some seconds; any later it is another visit, and nothing tells that
 * they were one person's. The name is taken away as it is read: a copy of the tab is somebody else.
 * @param now Milliseconds of the wall clock: a page's own clock begins anew with it.
 */
export function takeVisitName(storage: () => TabStorage, now: number, draw: () => string): string {
  try {
    const tab = storage()
    const [name = '', at = ''] = tab.getItem(KEY)?.split(' ') ?? []
    tab.removeItem(KEY)
    const age = now - Number(at)
    if (/^[\w-]{16}$/.test(name) && at !== '' && age >= 0 && age < GRACE_MS) return name
  } catch {
    // Storage can be forbidden: then a reload counts twice for some seconds.
  }
  return draw()
}

/** Leaves the name for the page that may come in the place of this one. */
export function leaveVisitName(storage: () => TabStorage, now: number, name: string): void {
  try {
    storage().setItem(KEY, `${name} ${now}`)
  } catch {
    // As above.
  }
}
