/** What the pointer does with the scene, in canvas pixels; the caller knows what lies there. */
export interface PointerDeeds {
  drag(dx: number, dy: number): void
  dragEnd(): void
  tap(x: number, y: number): void
  hover(x: number, y: number): void
  leave(): void
}

/** A finger may tremble by so many pixels and still tap. */
const TREMBLE = 8

/** Drag to look, tap or click to choose. @returns a function that stops listening. */
export function listenToPointer(canvas: HTMLCanvasElement, deeds: PointerDeeds): () => void {
  let held: { id: number; x: number; y: number; way: number; dragging: boolean } | null = null
  const stop = new AbortController()
  const { signal } = stop

  canvas.addEventListener(
    'pointerdown',
    (event) => {
      if (held || event.button !== 0) return
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
      if (event.pointerId !== held.id) return
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
    if (!held || event.pointerId !== held.id) return
    const { dragging } = held
    held = null
    if (dragging) deeds.dragEnd()
    else if (tapped) deeds.tap(event.offsetX, event.offsetY)
  }
  canvas.addEventListener('pointerup', (event) => release(event, true), { signal })
  canvas.addEventListener('pointercancel', (event) => release(event, false), { signal })
  canvas.addEventListener('pointerleave', () => deeds.leave(), { signal })
  return () => stop.abort()
}
