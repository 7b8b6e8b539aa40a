/** What the pointer does with the scene, in canvas pixels; the caller knows what lies there. */
export interface PointerDeeds {
  drag(dx: number, dy: number): void
  dragEnd(): void
  /** Two fingers moved: by how much their distance grew, as a factor. */
  pinch(factor: number): void
  tap(x: number, y: number): void
  hover(x: number, y: number): void
  leave(): void
}

/** A finger may tremble by so many pixels and still tap. */
const TREMBLE = 8

export interface PointerListener {
  /** Lets go of whatever is held, as if it had been cancelled: the canvas may hear no end of it. */
  letGo(): void
  stop(): void
}

/** Drag to look, tap or click to choose, two fingers to come nearer. */
export function listenToPointer(canvas: HTMLCanvasElement, deeds: PointerDeeds): PointerListener {
  let held: { id: number; x: number; y: number; way: number; dragging: boolean } | null = null
  let second: { id: number; x: number; y: number } | null = null
  const stop = new AbortController()
  const { signal } = stop

  canvas.addEventListener(
    'pointerdown',
    (event) => {
      if (held) {
        if (event.pointerType !== 'touch' || second) return
        second = { id: event.pointerId, x: event.clientX, y: event.clientY }
        canvas.setPointerCapture(event.pointerId)
        // Two fingers tap nothing.
        held.way = TREMBLE + 1
        held.dragging = true
        return
      }
      if (event.button !== 0) return
      held = { id: event.pointerId, x: event.clientX, y: event.clientY, way: 0, dragging: false }
      canvas.setPointerCapture(event.pointerId)
    },
    { signal },
  )
  canvas.addEventListener(
    'pointermove',
    (event) => {
      if (!held) {
        if (event.pointerType === 'mouse') deeds.hover(event.offsetX, event.offsetY)
        return
      }
      if (second) {
        const moved = event.pointerId === held.id ? held : event.pointerId === second.id ? second : null
        if (!moved) return
        const before = Math.hypot(held.x - second.x, held.y - second.y)
        moved.x = event.clientX
        moved.y = event.clientY
        const after = Math.hypot(held.x - second.x, held.y - second.y)
        if (before > 0 && after > 0) deeds.pinch(after / before)
        return
      }
      if (event.pointerId !== held.id) return
      if (event.pointerType === 'mouse' && event.buttons === 0) {
        // The button came up where nobody heard it.
        release(event, false)
        return
      }
      const [dx, dy] = [event.clientX - held.x, event.clientY - held.y]
      held.way += Math.abs(dx) + Math.abs(dy)
      held.x = event.clientX
      held.y = event.clientY
      if (held.way <= TREMBLE) return
      held.dragging = true
      deeds.drag(dx, dy)
    },
    { signal },
  )
  const release = (event: PointerEvent, tapped: boolean) => {
    if (second?.id === event.pointerId) {
      second = null
      return
    }
    if (!held || event.pointerId !== held.id) return
    if (second) {
      // The other finger goes on by itself.
      held = { ...second, way: TREMBLE + 1, dragging: true }
      second = null
      return
    }
    const { dragging } = held
    held = null
    if (dragging) deeds.dragEnd()
    else if (tapped) deeds.tap(event.offsetX, event.offsetY)
  }
  canvas.addEventListener('pointerup', (event) => release(event, true), { signal })
  canvas.addEventListener('pointercancel', (event) => release(event, false), { signal })
  // Also after each end that was heard; then there is nothing left to release.
  canvas.addEventListener('lostpointercapture', (event) => release(event, false), { signal })
  canvas.addEventListener('pointerleave', () => deeds.leave(), { signal })
  return {
    letGo() {
      const dragging = held?.dragging
      held = second = null
      if (dragging) deeds.dragEnd()
    },
    stop: () => stop.abort(),
  }
}
