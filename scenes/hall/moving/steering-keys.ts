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
  private run = false

  /** @returns true when the key walks (and the page must not scroll). */
  press(event: KeyboardEvent): boolean {
    if (event.ctrlKey || event.metaKey || event.altKey || !ALL.has(event.code)) return false
    this.run = event.shiftKey
    this.held.add(event.code)
    return true
  }

  release(event: KeyboardEvent): boolean {
    this.run = event.shiftKey
    return this.held.delete(event.code)
  }

  releaseAll(): void {
    this.held.clear()
  }

  get steering(): Steering {
    const any = (codes: string[]) => (codes.some((code) => this.held.has(code)) ? 1 : 0)
    return {
      ahead: any(AHEAD) - any(BACK),
      aside: any(RIGHT) - any(LEFT),
      turn: any(TURN_LEFT) - any(TURN_RIGHT),
      run: this.run,
    }
  }
}
