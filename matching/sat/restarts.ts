/**
 * When to begin the search anew: seldom, by Luby's series (Luby, Sinclair and Zuckerman, 1993) times a thousand
 * conflicts. Timetables are found and refuted in fewer conflicts so than with quick restarts or the two in turns.
 */
export class Restarts {
  private since = 0
  private luby = 1
  private lubyIndex = 1
  private lubyPower = 1
  private nextPhases = 1000
  private phaseRounds = 0

  /** Counts a conflict. */
  note(): void {
    this.since++
  }

  /** Whether a restart is due; if so it counts as done. */
  isDue(): boolean {
    if (this.since <= UNIT * this.luby) return false
    this.since = 0
    this.nextLuby()
    return true
  }

  /** Whether the phases should be set anew with this restart. */
  takesNewPhases(conflicts: number): boolean {
    if (conflicts < this.nextPhases) return false
    this.phaseRounds++
    this.nextPhases = conflicts + 1000 * this.phaseRounds
    return true
  }

  private nextLuby(): void {
    if ((this.lubyIndex & -this.lubyIndex) === this.lubyPower) {
      this.lubyIndex++
      this.lubyPower = 1
    } else this.lubyPower *= 2
    this.luby = this.lubyPower
  }
}

const UNIT = 1024
