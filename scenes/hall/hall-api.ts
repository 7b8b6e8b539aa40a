import type { HallManifest, PavilionShard } from '~/domain/hall/shard'
import type { Locale } from '~/domain/shared/locale'

/** Where the visitor stands: metres on the floor, `yaw` in radians (0 looks along −z). */
export interface Place {
  x: number
  z: number
  yaw: number
}

/** A booth as the page beside the canvas lists it. */
export interface NearBooth {
  slug: string
  pavilion: number
  slot: number
  /** Whole metres from the visitor. */
  distance: number
}

/** Told when movement has stopped, never while moving: what the page shows beside the canvas. */
export interface Arrival {
  place: Place
  /** The pavilion that the visitor stands in or in front of; null on the open ground. */
  pavilion: number | null
  /** About 12 booths in view order, nearest first; only those whose shard is loaded. */
  near: NearBooth[]
}

export interface HallOptions {
  manifest: HallManifest
  locale: Locale
  reducedMotion: boolean
  /** Where to begin; the welcome arch if null. */
  start: Place | { booth: { pavilion: number; slot: number } } | null
  /** Fetches a shard (the app owns addresses), nearest first; called off when the visitor has gone elsewhere. */
  loadShard: (pavilion: number, signal: AbortSignal) => Promise<PavilionShard>
  /** Where the picture sheet of a booth lies; its shard names the version. */
  sheetUrl: (slug: string, version: string) => string
  /** The device saves data: pictures are loaded only of the booth that one stands before. */
  savesData: boolean
  onArrive: (arrival: Arrival) => void
  /** Pointed at or tapped once: the page shows its card. Null when nothing is chosen any more. */
  onChoose: (booth: { slug: string; pavilion: number; slot: number } | null) => void
  /** Chosen a second time, or Enter: the page opens it. */
  onOpen: (slug: string) => void
  /** The context was lost, or could not be had: the page falls back to list and map and says why. */
  onUnavailable: (reason: 'no-webgl' | 'context-lost') => void
  /**
   * A level of quality to keep (0 the humblest, 3 the finest), whatever the frames say: for pictures that are
   * compared. Left out, the hall finds its own by measuring frames.
   */
  quality?: number
  /** The first frame with booths stands. */
  onReady: () => void
}

export interface HallHandle {
  goToPavilion(number: number): void
  /** Walks or cuts to the front of a booth and looks at it. */
  goToBooth(pavilion: number, slot: number): void
  goToPlace(place: Place): void
  /** Back to the welcome arch. */
  goHome(): void
  /** Turns the camera to a booth and lights it without walking (a focused link in the list); null clears. */
  highlight(booth: { pavilion: number; slot: number } | null): void
  /**
   * Lights the lamps of these booths of a pavilion brighter: somebody of them is online. All other booths'
   * lamps become ordinary. A frame is drawn only if a lamp changed.
   */
  setOnline(pavilion: number, slots: ReadonlySet<number>): void
  place(): Place
  /** While false nothing is drawn and nothing is loaded; the scene stays as it is. */
  setVisible(visible: boolean): void
  /** The element's size changed. */
  resize(): void
  /** Frees every GPU resource. */
  dispose(): void
}

/** `mount-hall.client.tsx` exports `mountHall` of this type; it is the only entry to the scene. */
export type MountHall = (canvas: HTMLCanvasElement, options: HallOptions) => Promise<HallHandle>
