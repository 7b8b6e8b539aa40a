import { CRITERIA, type Criterion } from '~/domain/shared/reason'
import type { Judgement } from '../offer'
import { WEIGHTS } from '../weights'
import type { CandidateTable } from './selection'

/** Hundredths of points. */
const HUNDREDTHS = 100

/**
 * Points that only an event's selection gives, on top of the match page's 100: a company that asks who
 * suits its need is not told to prefer a newcomer, an event that shares out its time is. Half of 'newness'
 * is for two who have not met each other, a quarter each for a party that has met nobody yet. 'nice' is for
 * each side that wishes so.
 */
export const EVENT_WEIGHTS = { newness: 10, nice: 10 } as const

/** The most that one meeting can be worth. */
export const MOST_POINTS =
  HUNDREDTHS *
  (CRITERIA.reduce((sum, criterion) => sum + WEIGHTS[criterion], 0) +
    EVENT_WEIGHTS.newness +
    2 * EVENT_WEIGHTS.nice)

/** One criterion's points: weight × share, rounded to hundredths. */
export function criterionPoints({ criterion, share }: Pick<Judgement, 'criterion' | 'share'>): number {
  return Math.round(HUNDREDTHS * WEIGHTS[criterion] * share)
}

/** The whole of a criterion's points. */
export function fullPoints(criterion: Criterion): number {
  return HUNDREDTHS * WEIGHTS[criterion]
}

export function newnessPoints(pair: { haveMet: boolean; isBuyerNew: boolean; isSellerNew: boolean }): number {
  if (pair.haveMet) return 0
  const share = 0.5 + (pair.isBuyerNew ? 0.25 : 0) + (pair.isSellerNew ? 0.25 : 0)
  return HUNDREDTHS * EVENT_WEIGHTS.newness * share
}

export function nicePoints(sides: number): number {
  return HUNDREDTHS * EVENT_WEIGHTS.nice * sides
}

/** Takes up rows one after another, growing as it must; `table` gives the columns. */
export class CandidateRows {
  #count = 0
  #room: number
  #table: Omit<CandidateTable, 'count'>

  constructor(room = 1024) {
    this.#room = room
    this.#table = columns(room)
  }

  /** Indexes of the parties and the need, and the criteria's judgements (each criterion once). */
  add(
    row: { buyer: number; seller: number; need: number; supply: number | null },
    judgements: readonly Pick<Judgement, 'criterion' | 'share'>[],
  ): void {
    if (this.#count === this.#room) this.#grow()
    const at = this.#count++
    this.#table.buyer[at] = row.buyer
    this.#table.seller[at] = row.seller
    this.#table.need[at] = row.need
    this.#table.supply[at] = row.supply ?? -1
    for (const judgement of judgements) {
      this.#table.points[judgement.criterion][at] = criterionPoints(judgement)
    }
  }

  table(): CandidateTable {
    return { ...this.#table, count: this.#count }
  }

  #grow(): void {
    const before = this.#table
    this.#room *= 2
    const after = columns(this.#room)
    after.buyer.set(before.buyer)
    after.seller.set(before.seller)
    after.need.set(before.need)
    after.supply.set(before.supply)
    for (const criterion of CRITERIA) after.points[criterion].set(before.points[criterion])
    this.#table = after
  }
}

function columns(room: number): Omit<CandidateTable, 'count'> {
  const column = () => new Int16Array(room)
  return {
    buyer: new Int32Array(room),
    seller: new Int32Array(room),
    need: new Int32Array(room),
    supply: new Float64Array(room),
    points: {
      product: column(),
      volume: column(),
      price: column(),
      papers: column(),
      destination: column(),
      language: column(),
      readiness: column(),
    },
  }
}
