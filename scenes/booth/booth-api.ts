import type { PavilionStyle } from '~/domain/hall/motifs'
import type { BusinessField } from '~/domain/shared/enums'

/** One booth as the hall would draw it. */
export interface BoothSpec {
  look: PavilionStyle
  /** What the sign says. */
  latin: string
  arabic: string | null
  below: string | null
  sample: boolean
  field: BusinessField | null
  award: boolean
  /** Something stands on its shelf. */
  hasGoods: boolean
  /** Of its picture sheet; null: bare niches. */
  sheetUrl: string | null
}

export interface BoothOptions {
  savesData: boolean
  reducedMotion: boolean
  /** The booth stands in its first frame. */
  onReady: () => void
  /** No WebGL 2, or the graphics card is gone: show something else. */
  onUnavailable: () => void
}

export interface BoothHandle {
  /** The booth looks and says something else from the next frame on. */
  show(spec: BoothSpec): void
  /** The canvas has another size. */
  resize(): void
  dispose(): void
}

/** Mounts one booth on a canvas; a canvas is mounted once. */
export type MountBooth = (
  canvas: HTMLCanvasElement,
  spec: BoothSpec,
  options: BoothOptions,
) => Promise<BoothHandle>
