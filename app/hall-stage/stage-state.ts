import type { ComponentType } from 'react'
import type { HallManifest, ManifestPavilion, PavilionShard, ShardBooth } from '~/domain/hall/shard'
import type { Locale } from '~/domain/shared/locale'
import type { Arrival, CloseUp, HallOptions, Insets } from '~/scenes/hall/hall-api'

/** Why there is no 3D hall. 'not-loaded': the network failed, or the scene could not be built. */
export type StageTrouble = 'no-webgl' | 'context-lost' | 'not-loaded'

export interface ChosenBooth {
  pavilion: number
  booth: ShardBooth
}

export interface StageState {
  status: 'closed' | 'opening' | 'open' | 'unavailable'
  trouble: StageTrouble | null
  pavilions: ManifestPavilion[]
  /** Opening another world in the middle of a visit. */
  changing: boolean
  /** Where the visitor stopped last. */
  arrival: Arrival | null
  /** Whether the visitor has left the place where the visit began. */
  moved: boolean
  /** The booth that is seen from close by; null while walking. */
  chosen: ChosenBooth | null
  /** What is picked there, and where it lies. */
  closeUp: CloseUp | null
  /** What has come with the scene. */
  parts: CloseUpParts | null
  /** What is said to those who cannot see the hall. */
  said: string
}

export interface OverHallProps {
  pavilions: readonly { number: number; name: string; boothCount: number }[]
  /** What one's own aisle is called, where it stands in the place of the hall. */
  worldName: string | null
  /** At which stop of a tour the visitor is. */
  news: string | null
  /** The id of the words that describe the canvas. */
  helpId: string
}

/** What comes with the scene and not with the page. */
export interface CloseUpParts {
  /** The card of the booth that is seen from close by. */
  CloseCard: ComponentType<Pick<OverHallProps, 'pavilions'>>
  /** What lies over the canvas besides. */
  OverHall: ComponentType<OverHallProps>
  /** What lies over the canvas in `host`; `closeUp`: with the card of a booth. */
  covered: (host: HTMLElement, closeUp: boolean) => Insets
}

/** What stands in the place of the hall: one's own aisle. */
export interface StageWorld {
  /** The same for the same booths in the same order. */
  key: string
  manifest: HallManifest
  shard: PavilionShard
}

export interface OpenOptions {
  locale: Locale
  start: HallOptions['start']
  /** Null: the hall itself. */
  world: StageWorld | null
  /** The canvas's name for those who cannot see it. */
  label: string
  /** The id of the element that says which keys do what. */
  describedBy: string
}

/** The initial state, which is also what the server renders. */
export const CLOSED: StageState = {
  status: 'closed',
  trouble: null,
  changing: false,
  pavilions: [],
  arrival: null,
  moved: false,
  chosen: null,
  closeUp: null,
  parts: null,
  said: '',
}
