import { SHEET } from '~/domain/hall/picture-sheet'
import type { LevelSize } from './mipmaps'

/** A sign that is read from near, and one that is only made out: the same proportions. */
export const SIGN_SIZES = {
  near: { width: 512, height: 112, levels: 5, channels: 1 },
  far: { width: 128, height: 28, levels: 3, channels: 1 },
} as const satisfies Record<string, LevelSize>
export type SignKind = keyof typeof SIGN_SIZES

/** A booth's picture sheet. */
export const SHEET_SIZE = { ...SHEET, levels: 4, channels: 4 } as const satisfies LevelSize
