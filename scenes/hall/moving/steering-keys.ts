import type { Steering } from './visitor'

const AHEAD = ['ArrowUp', 'KeyW']
const BACK = ['ArrowDown', 'KeyS']
const TURN_LEFT = ['ArrowLeft', 'KeyQ']
const TURN_RIGHT = ['ArrowRight', 'KeyE']
const LEFT = ['KeyA']
const RIGHT = ['KeyD']
const ALL = new Set([...AHEAD, ...BACK, ...TURN_LEFT, ...TURN_RIGHT, ...LEFT, ...RIGHT])

/** The keys that walk, listened to on the canvas only: elsewhere on the page they keep their own meaning. */
export class SteeringKeys {
  private readonly held = new Set<string>()
  /** Always the same one: it is asked for in every frame. */
  private readonly asked: Steering = { ahead: 0, aside: 0, turn: 0, run: false }

  /** @returns true when the key walks (and the page must not scroll). */
  press(event: KeyboardEvent): boolean {
    if (event.ctrlKey || event.metaKey || event.altKey || !ALL.has(event.code)) return false
    this.asked.run = event.shiftKey
    this.held.add(event.code)
    return true
  }

  release(event: KeyboardEvent): boolean {
    this.asked.run = event.shiftKey
    return this.held.delete(event.code)
  }

  releaseAll(): void {
    this.held.clear()
  }

  get steering(): Steering {
    this.asked.ahead = this.any(AHEAD) - this.any(BACK)
    this.asked.aside = this.any(RIGHT) - this.any(LEFT)
    this.asked.turn = this.any(TURN_LEFT) - this.any(TURN_RIGHT)
    return this.asked
  }

  private any(codes: readonly string[]): number {
    for (const code of codes) if (this.held.has(code)) return 1
    return 0
  }
}
