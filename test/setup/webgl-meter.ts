/** One frame of the page in which something was drawn. */
export interface MeteredFrame {
  draws: number
  triangles: number
  /** Bytes sent to textures and buffers since the frame before. */
  uploaded: number
  /** Milliseconds that the page's script took in the frame, without what the browser took to be asked for the next. */
  ms: number
}

/** What is alive on the graphics card, by what the page has made and not deleted in contexts that still live. */
export interface MeteredLife {
  textures: number
  buffers: number
  programs: number
  framebuffers: number
  vertexArrays: number
  /** Bytes of textures and of the buffers that pictures are drawn into, all mipmap levels. */
  textureBytes: number
  bufferBytes: number
}

export interface WebGlMeter {
  /** The drawn frames so far; cut it off to count anew. */
  frames: MeteredFrame[]
  life(): MeteredLife
  /** Contexts that were drawn with and are not lost. */
  contexts(): number
}

declare global {
  interface Window {
    webGlMeter: WebGlMeter
  }
}

/**
 * Wraps WebGL 2 in a page before anything else runs there, so that counts come from what the page asks of the
 * graphics card and not from what it says about itself. Given to `addInitScript`: it may use nothing outside.
 */
export function meterWebGl(): void {
  type Kind = 'textures' | 'buffers' | 'programs' | 'framebuffers' | 'vertexArrays'
  // As many as any call has; those that aren't numbers are cast where they are used.
  type Numbers = [number, number, number, number, number, number, number, number, number, number, number]
  type Call = (this: WebGL2RenderingContext, args: Numbers, made: unknown) => void
  interface Alive {
    things: Record<Kind, Set<unknown>>
    bytes: Map<unknown, { texture: number; buffer: number }>
    bound: Map<number, unknown>
    unit: number
  }
  const alive = new Map<WebGL2RenderingContext, Alive>()
  const frames: MeteredFrame[] = []
  let now: MeteredFrame = { draws: 0, triangles: 0, uploaded: 0, ms: 0 }
  let stamp = -1
  /** Whether a frame's script runs now. */
  let working = false

  const of = (gl: WebGL2RenderingContext): Alive => {
    const known = alive.get(gl)
    if (known) return known
    const things = {
      textures: new Set<unknown>(),
      buffers: new Set<unknown>(),
      programs: new Set<unknown>(),
      framebuffers: new Set<unknown>(),
      vertexArrays: new Set<unknown>(),
    }
    const fresh: Alive = { things, bytes: new Map(), bound: new Map(), unit: 0 }
    alive.set(gl, fresh)
    return fresh
  }
  const methods = WebGL2RenderingContext.prototype as unknown as Record<string, unknown>
  const after = (name: string, note: Call) => {
    const plain = methods[name] as (...args: unknown[]) => unknown
    methods[name] = function (this: WebGL2RenderingContext, ...args: Numbers) {
      const made = plain.apply(this, args)
      note.call(this, args, made)
      return made
    }
  }

  const draw = (count: number, copies: number) => {
    now.draws++
    now.triangles += (count / 3) * copies
  }
  after('drawArrays', ([, , count]) => draw(count, 1))
  after('drawElements', ([, count]) => draw(count, 1))
  after('drawArraysInstanced', ([, , count, copies]) => draw(count, copies))
  after('drawElementsInstanced', ([, count, , , copies]) => draw(count, copies))

  const kinds: [Kind, string][] = [
    ['textures', 'Texture'],
    ['buffers', 'Buffer'],
    ['programs', 'Program'],
    ['framebuffers', 'Framebuffer'],
    ['vertexArrays', 'VertexArray'],
  ]
  for (const [kind, name] of kinds) {
    after(`create${name}`, function (_args, made) {
      of(this).things[kind].add(made)
    })
    after(`delete${name}`, function ([gone]) {
      of(this).things[kind].delete(gone)
      of(this).bytes.delete(gone)
    })
  }

  // What is bound where: textures to a unit and a target, the rest to a target.
  const place = ({ unit }: Alive, target: number) => unit * 0x10000 + target
  after('activeTexture', function ([unit]) {
    of(this).unit = unit - 0x84c0
  })
  after('bindTexture', function ([target, texture]) {
    of(this).bound.set(place(of(this), target), texture)
  })
  for (const name of ['bindBuffer', 'bindRenderbuffer'])
    after(name, function ([target, thing]) {
      of(this).bound.set(target, thing)
    })
  const texture = (gl: WebGL2RenderingContext, target: number, bytes: number, adds = false) => {
    const faces = target >= 0x8515 && target <= 0x851a ? 0x8513 : target
    const it = of(gl)
    const one = it.bound.get(place(it, faces))
    if (!one) return
    const before = adds ? (it.bytes.get(one)?.texture ?? 0) : 0
    it.bytes.set(one, { texture: before + bytes, buffer: 0 })
  }
  const PIXEL: Record<number, number> = {
    33321: 1, // R8
    6403: 1, // RED
    33323: 2, // RG8
    33189: 2, // DEPTH_COMPONENT16
    34842: 8, // RGBA16F
    34836: 16, // RGBA32F
  }
  const levels = (count: number, width: number, height: number, depth: number, format: number) => {
    let pixels = 0
    for (let level = 0; level < count; level++)
      pixels += Math.max(1, width >> level) * Math.max(1, height >> level) * depth
    return pixels * (PIXEL[format] ?? 4)
  }
  after('texStorage2D', function ([target, count, format, width, height]) {
    texture(this, target, levels(count, width, height, 1, format))
  })
  after('texStorage3D', function ([target, count, format, width, height, depth]) {
    texture(this, target, levels(count, width, height, depth, format))
  })
  after('texImage2D', function (args) {
    const [target, level, format, width, height] = args
    // The short form takes a picture in the place of its size.
    const source = args[5] as unknown as { width?: number; height?: number } | undefined
    const [w, h] = (args.length as number) === 6 ? [source?.width ?? 1, source?.height ?? 1] : [width, height]
    const bytes = levels(1, w, h, 1, format)
    texture(this, target, bytes, level > 0)
    if ((args.length as number) === 6 || args[8]) now.uploaded += bytes
  })
  after('renderbufferStorage', function ([target, format, width, height]) {
    const one = of(this).bound.get(target)
    if (one) of(this).bytes.set(one, { texture: levels(1, width, height, 1, format), buffer: 0 })
  })
  after('deleteRenderbuffer', function ([gone]) {
    of(this).bytes.delete(gone)
  })

  after('texSubImage2D', (args) => {
    const short = (args.length as number) === 7
    const source = args[6] as unknown as { width?: number; height?: number }
    const [, , , , width, height, format] = args
    now.uploaded += short
      ? levels(1, source.width ?? 0, source.height ?? 0, 1, args[4])
      : levels(1, width, height, 1, format)
  })
  after('texSubImage3D', ([, , , , , width, height, depth, format]) => {
    now.uploaded += levels(1, width, height, depth, format)
  })
  after('bufferData', function ([target, data]) {
    const given = data as unknown as number | { byteLength?: number } | null
    const bytes = typeof given === 'number' ? given : (given?.byteLength ?? 0)
    const one = of(this).bound.get(target)
    if (one) of(this).bytes.set(one, { texture: 0, buffer: bytes })
    if (typeof given !== 'number') now.uploaded += bytes
  })
  after('bufferSubData', ([, , data, , length]) => {
    const given = data as unknown as { byteLength: number; BYTES_PER_ELEMENT?: number }
    now.uploaded += length ? length * (given.BYTES_PER_ELEMENT ?? 1) : given.byteLength
  })

  const close = () => {
    if (now.draws > 0) {
      frames.push(now)
      now = { draws: 0, triangles: 0, uploaded: 0, ms: 0 }
    }
  }
  const plainRequest = window.requestAnimationFrame.bind(window)
  window.requestAnimationFrame = (work) => {
    const asked = performance.now()
    const request = plainRequest((time) => {
      // Several callbacks may share a frame.
      if (time !== stamp) close()
      stamp = time
      const began = performance.now()
      working = true
      try {
        work(time)
      } finally {
        working = false
        now.ms += performance.now() - began
      }
    })
    if (working) now.ms -= performance.now() - asked
    return request
  }

  const living = () => {
    for (const gl of alive.keys()) if (gl.isContextLost()) alive.delete(gl)
    return [...alive.values()].filter(({ things }) => things.programs.size > 0)
  }
  const sum = (kind: Kind) => living().reduce((total, { things }) => total + things[kind].size, 0)
  window.webGlMeter = {
    get frames() {
      // The last frame is over as soon as somebody asks: scripts run between frames.
      close()
      return frames
    },
    life() {
      const bytes = living().flatMap((one) => [...one.bytes.values()])
      return {
        textures: sum('textures'),
        buffers: sum('buffers'),
        programs: sum('programs'),
        framebuffers: sum('framebuffers'),
        vertexArrays: sum('vertexArrays'),
        textureBytes: bytes.reduce((total, one) => total + one.texture, 0),
        bufferBytes: bytes.reduce((total, one) => total + one.buffer, 0),
      }
    },
    contexts: () => living().length,
  }
}
