/**
 * When to begin the search anew. Two modes take turns (Oh, "Between SAT and UNSAT", SAT 2015): a quick one that
 * restarts while the latest conflicts have more glue than usual (Biere and Fröhlich, "Evaluating CDCL restart
 * schemes", 2015), and a stable one that restarts by Luby's series (Luby, Sinclair and Zuckerman, 1993).
 */
export class Restarts {
  stable = false
  private since = 0
  private fast = 0
  private slow = 0
  private modeEnd = 1000
  private modeLength = 1000
  private luby = 1
  private lubyIndex = 1
  private lubyPower = 1
  private nextPhases = 1000
  private phaseRounds = 0

  note(glue: number, conflicts: number): void {
    this.since++
    this.fast += (glue - this.fast) / 32
    this.slow += (glue - this.slow) / Math.min(conflicts, 8192)
    if (conflicts < this.modeEnd) return
    this.stable = !this.stable
    this.modeLength = Math.floor(this.modeLength * 1.3)
    this.modeEnd = conflicts + this.modeLength
    this.since = 0
  }

  /** Whether a restart is due; if so it counts as done. */
  isDue(): boolean {
    const due = this.stable
      ? this.since > STABLE_UNIT * this.luby
      : this.since > 50 && this.fast * 0.88 > this.slow
    if (!due) return false
    this.since = 0
    if (this.stable) this.nextLuby()
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

const STABLE_UNIT = 512
