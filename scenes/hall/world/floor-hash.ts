/** Squares with a common half width on the floor, found by the cell that they touch. */
export class FloorHash<T extends { x: number; z: number }> {
  private readonly cells = new Map<number, T[]>()

  constructor(
    readonly cell: number,
    private readonly half: number,
  ) {}

  add(item: T): void {
    const [x0, x1] = [this.index(item.x - this.half), this.index(item.x + this.half)]
    const [z0, z1] = [this.index(item.z - this.half), this.index(item.z + this.half)]
    for (let x = x0; x <= x1; x++)
      for (let z = z0; z <= z1; z++) {
        const there = this.cells.get(key(x, z))
        if (there) there.push(item)
        else this.cells.set(key(x, z), [item])
      }
  }

  index(metres: number): number {
    return Math.floor(metres / this.cell)
  }

  at(cellX: number, cellZ: number): readonly T[] {
    return this.cells.get(key(cellX, cellZ)) ?? NONE
  }
}

const NONE: never[] = []
const key = (x: number, z: number): number => x * 8192 + z
