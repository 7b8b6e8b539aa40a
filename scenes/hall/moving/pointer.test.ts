import { beforeEach, expect, test } from 'vitest'
import { listenToPointer, type PointerListener } from './pointer'

/** As much of a canvas as the pointer touches. */
class Canvas extends EventTarget {
  setPointerCapture() {}
}

let canvas: Canvas
let pointer: PointerListener
let done: string[]
beforeEach(() => {
  canvas = new Canvas()
  done = []
  pointer = listenToPointer(canvas as unknown as HTMLCanvasElement, {
    drag: () => done.push('drag'),
    dragEnd: () => done.push('end'),
    pinch: () => done.push('pinch'),
    tap: () => done.push('tap'),
    hover: () => done.push('hover'),
    leave: () => {},
  })
})

function send(type: string, what: { id?: number; x?: number; kind?: string; buttons?: number }): void {
  const { id = 1, x = 0, kind = 'touch', buttons = 1 } = what
  const event = { pointerId: id, pointerType: kind, button: 0, buttons, clientX: x, clientY: 0 }
  canvas.dispatchEvent(Object.assign(new Event(type), { ...event, offsetX: x, offsetY: 0 }))
}

test('a drag ends once, whether it is let go, cancelled, or its capture is lost', () => {
  for (const end of ['pointerup', 'pointercancel', 'lostpointercapture']) {
    done.length = 0
    send('pointerdown', {})
    send('pointermove', { x: 40 })
    send(end, { x: 40 })
    // The browser says so after each end.
    send('lostpointercapture', { x: 40 })
    expect(done, end).toEqual(['drag', 'end'])
    send('pointerdown', {})
    send('pointerup', {})
    expect(done, end).toEqual(['drag', 'end', 'tap'])
  }
})

test('two fingers whose end nobody heard are not held for good', () => {
  send('pointerdown', { id: 1 })
  send('pointerdown', { id: 2, x: 100 })
  send('pointermove', { id: 2, x: 140 })
  expect(done).toEqual(['pinch'])
  pointer.letGo()
  expect(done).toEqual(['pinch', 'end'])
  send('pointerdown', { id: 3 })
  send('pointermove', { id: 3, x: 40 })
  send('pointerup', { id: 3, x: 40 })
  expect(done.slice(2)).toEqual(['drag', 'end'])
})

test('of two fingers the one that stays goes on by itself when the other is lost', () => {
  send('pointerdown', { id: 1 })
  send('pointerdown', { id: 2, x: 100 })
  send('lostpointercapture', { id: 1 })
  send('pointermove', { id: 2, x: 120 })
  send('pointerup', { id: 2, x: 120 })
  expect(done).toEqual(['drag', 'end'])
})

test('a mouse without a pressed button only points', () => {
  send('pointerdown', { kind: 'mouse' })
  send('pointermove', { kind: 'mouse', x: 40 })
  send('pointermove', { kind: 'mouse', x: 80, buttons: 0 })
  send('pointermove', { kind: 'mouse', x: 90, buttons: 0 })
  expect(done).toEqual(['drag', 'end', 'hover'])
})
