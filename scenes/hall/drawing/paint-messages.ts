import type { Painted, PaintJob } from './paint'

/** A font file of the page's, for the worker's own letters. */
export interface FontFile {
  family: string
  address: string
  /** As CSS says it: a range for a variable font. */
  weight: string
}

/** What the page tells the worker, all of a moment in one message; `begin` comes first. */
export type ToWorker =
  | { kind: 'begin'; fonts: FontFile[] }
  | { kind: 'paint'; id: number; job: PaintJob }
  | { kind: 'abort'; id: number }

/** What the worker answers; 'able' or 'unable' comes first. */
export type FromWorker = { kind: 'able' | 'unable' } | { kind: 'painted'; id: number; painted: Painted }
