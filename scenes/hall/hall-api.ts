import type { HallManifest, PavilionShard } from '~/domain/hall/shard'
import type { Locale } from '~/domain/shared/locale'

/** Where the visitor stands: metres on the floor, `yaw` in radians (0 looks along −z). */
export interface Place {
  x: number
  z: number
  yaw: number
  /** Up (positive) or down, radians; level if left out. */
  pitch?: number
  /** The visitor stands before a booth, close by. */
  closeUp?: boolean
}

/** A rectangle on the canvas, CSS pixels from its top left corner. */
export interface ScreenRect {
  left: number
  top: number
  right: number
  bottom: number
}

/** CSS pixels of the canvas that something lies over, from each of its edges. */
export interface Insets {
  left: number
  top: number
  right: number
  bottom: number
}

/** A booth seen from close by; its goods can be picked one by one. */
export interface CloseUp {
  slug: string
  pavilion: number
  slot: number
  /** The picked one of the booth's goods, in the order of its shelf; null: none. */
  picked: number | null
  /** Where it lies on the canvas; null: not known yet, or nothing stands for it. */
  thing: ScreenRect | null
  /** Where the booth's whole front lies; known together with `thing`. */
  front: ScreenRect | null
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
  /** The closed booth that the visitor stands before, walking; null: none. */
  shut: { pavilion: number; slot: number } | null
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
  /** The device saves data: pictures are loaded only of booths within 8 m, or of the one that one has asked for. */
  savesData: boolean
  onArrive: (arrival: Arrival) => void
  /** Enter before a booth: the page opens it. */
  onOpen: (slug: string) => void
  /** A close view began, changed or (null) ended. Told when the camera rests, and at once when a thing is picked. */
  onCloseUp: (closeUp: CloseUp | null) => void
  /** A picked thing was chosen a second time, or Enter: the page opens it. Its place on the booth's shelf. */
  onOpenGood: (index: number) => void
  /** What lies over the canvas now; asked whenever a view is framed. `closeUp`: with the card of a booth. */
  covered: (closeUp: boolean) => Insets
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
  /** Walks or cuts to the front of a booth, into its close view. */
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
  /** Picks one of the goods of the booth that is seen from close by; null: none. */
  pick(index: number | null): void
  /** How many goods the booth that is seen from close by has, once it is known. */
  setGoods(count: number): void
  /** Steps back from the booth that is seen from close by. */
  leaveCloseUp(): void
  place(): Place
  /** While false nothing is drawn and nothing is loaded; the scene stays as it is. */
  setVisible(visible: boolean): void
  /** The element's size changed, or what lies over it. */
  resize(): void
  /** Frees every GPU resource. */
  dispose(): void
}

/** `mount-hall.client.tsx` exports `mountHall` of this type; it is the only entry to the scene. */
export type MountHall = (canvas: HTMLCanvasElement, options: HallOptions) => Promise<HallHandle>
