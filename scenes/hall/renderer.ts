import { WebGLRenderer } from 'three'

/** A renderer on the canvas; null where WebGL 2 can't be had. */
export function createRenderer(canvas: HTMLCanvasElement): WebGLRenderer | null {
  const settings = { antialias: true, alpha: false, stencil: false, powerPreference: 'default' } as const
  const context = canvas.getContext('webgl2', settings) as WebGL2RenderingContext | null
  if (!context) return null
  try {
    const renderer = new WebGLRenderer({ canvas, context })
    // The layers are listed in the order in which they are drawn.
    renderer.sortObjects = false
    return renderer
  } catch {
    context.getExtension('WEBGL_lose_context')?.loseContext()
    return null
  }
}

/**
 * Does what needs the renderer. Where that fails the context is given back at once: a browser has few of them,
 * and each other try makes a new one.
 */
export function orFree<T>(renderer: Pick<WebGLRenderer, 'forceContextLoss' | 'dispose'>, build: () => T): T {
  try {
    return build()
  } catch (error) {
    renderer.forceContextLoss()
    renderer.dispose()
    throw error
  }
}
