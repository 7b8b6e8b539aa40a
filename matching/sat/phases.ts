import type { Random } from '../random'
import type { Trail } from './trail'

/**
 * The value that a decision tries first: that of the longest assignment without conflict (target phases: Biere
 * and Fleury, "Chasing target phases", 2020), else the last one (phase saving: Pipatsrisawat and Darwiche, SAT
 * 2007), now and then set anew (rephasing, as in the first). 0: true, 1: false, the literal's own low bit.
 */
export class Phases {
  private readonly saved: Uint8Array
  private readonly target: Int8Array
  private targetLength = 0
  private readonly longest: Uint8Array
  private longestLength = 0
  private hint: Uint8Array | null = null
  private rounds = 0

  constructor(
    private readonly variables: number,
    private readonly random: Random,
  ) {
    this.saved = new Uint8Array(variables + 1).fill(1)
    this.target = new Int8Array(variables + 1).fill(-1)
    this.longest = new Uint8Array(variables + 1).fill(1)
  }

  save(literal: number): void {
    this.saved[literal >> 1] = literal & 1
  }

  /** The literal to decide for a variable. */
  literal(variable: number): number {
    const target = this.target[variable] as number
    return 2 * variable + (target >= 0 ? target : (this.saved[variable] as number))
  }

  /** Takes on an assignment from outside (true literals by variable: 0 true, 1 false). */
  follow(hint: Uint8Array): void {
    this.hint = hint
    this.saved.set(hint)
    this.forgetTarget()
  }

  /** Notes the assignment below the last decision, when it is longer than any before. */
  note(trail: Trail): void {
    if (trail.level === 0) return
    const length = trail.levelStart[trail.level - 1] as number
    if (length > this.targetLength) {
      this.targetLength = length
      for (let i = 0; i < length; i++) {
        const literal = trail.literals[i] as number
        this.target[literal >> 1] = literal & 1
      }
    }
    if (length > this.longestLength) {
      this.longestLength = length
      this.longest.set(this.saved)
      for (let i = 0; i < length; i++) {
        const literal = trail.literals[i] as number
        this.longest[literal >> 1] = literal & 1
      }
    }
  }

  /** Sets all saved phases anew, another way each time. */
  renew(): void {
    const way = WAYS[this.rounds++ % WAYS.length]
    if (way === 'longest') this.saved.set(this.longest)
    else if (way === 'hint' && this.hint) this.saved.set(this.hint)
    else if (way === 'hint') this.saved.fill(1)
    else if (way === 'other')
      for (let v = 1; v <= this.variables; v++) this.saved[v] = 1 - (this.saved[v] as number)
    else for (let v = 1; v <= this.variables; v++) this.saved[v] = this.random.below(2)
    this.forgetTarget()
    this.longestLength = 0
  }

  private forgetTarget(): void {
    this.target.fill(-1)
    this.targetLength = 0
  }
}

const WAYS = ['longest', 'hint', 'longest', 'other', 'longest', 'random'] as const
