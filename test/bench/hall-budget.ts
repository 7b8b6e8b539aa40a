/** What a hall of some size may cost. Counters are the same everywhere; milliseconds are of the machine. */
export interface HallBudget {
  draws: number
  triangles: number
  textureBytes: number
  /** In a frame in which something moves. */
  uploaded: number
  /** From a cold page to the first frame with booths: HTML, CSS, JavaScript and data as they travel. */
  bytesToFirstFrame: number
  /** Of the whole page after a collection. */
  heapBytes: number
  scriptMs: { median: number; p95: number }
}

/** Up to 500 booths, and beyond. */
export function budgetOf(booths: number): HallBudget {
  return booths > 500
    ? {
        draws: 20,
        triangles: 60_000,
        textureBytes: 32e6,
        uploaded: 256_000,
        bytesToFirstFrame: 280_000,
        heapBytes: 35e6,
        scriptMs: { median: 1, p95: 3 },
      }
    : {
        draws: 15,
        triangles: 40_000,
        textureBytes: 24e6,
        uploaded: 256_000,
        bytesToFirstFrame: 260_000,
        heapBytes: 25e6,
        scriptMs: { median: 0.5, p95: 2 },
      }
}

/** Checks one figure after the other; what is broken is told and remembered. */
export class Verdict {
  readonly broken: string[] = []

  constructor(private readonly of: string) {}

  /** Says a figure beside what is allowed. */
  say(what: string, measured: number, allowed: number, unit = ''): void {
    const fits = measured <= allowed
    if (!fits) this.broken.push(`${what}: ${measured} of ${allowed}${unit}`)
    this.tell(`${what} ${measured}${unit}, allowed ${allowed}${fits ? '' : ' — BROKEN'}`)
  }

  /** Says that two things are the same, or how they differ. */
  same(what: string, before: object, after: object): void {
    const [one, other] = [JSON.stringify(before), JSON.stringify(after)]
    if (one !== other) this.broken.push(`${what}: ${one} became ${other}`)
    this.tell(
      `${what}: ${one === other ? `nothing is left behind, ${one}` : `${one} became ${other} — BROKEN`}`,
    )
  }

  tell(text: string): void {
    console.error(`${this.of}: ${text}`)
  }
}
