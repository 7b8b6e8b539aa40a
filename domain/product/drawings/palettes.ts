/** Pack colours: body, dark, light and label paper. The hall's cloths have the same families. */
export interface Palette {
  readonly body: string
  readonly dark: string
  readonly light: string
  readonly paper: string
}

export const PALETTES = {
  indigo: { body: '#3f2d63', dark: '#271838', light: '#6f5aa0', paper: '#fbf3e4' },
  teal: { body: '#1b6a6e', dark: '#0d4448', light: '#5aa3a0', paper: '#fbf3e4' },
  brick: { body: '#a5412e', dark: '#6d2318', light: '#d98a6a', paper: '#fdf1de' },
  leaf: { body: '#3f7040', dark: '#234a2a', light: '#8db57c', paper: '#f8f3dc' },
  gold: { body: '#c98a2c', dark: '#6e450f', light: '#efcf85', paper: '#fff7e2' },
  plum: { body: '#7a2e5d', dark: '#4a1838', light: '#c07aa3', paper: '#fdf0ea' },
  coal: { body: '#33302e', dark: '#1d1a18', light: '#7c756d', paper: '#f6ead2' },
  blue: { body: '#22417a', dark: '#142a52', light: '#7f9bd0', paper: '#f5f0e2' },
} as const satisfies Record<string, Palette>
export type PaletteName = keyof typeof PALETTES

/** The wall behind the shelf, from the lamp outwards: near and far tint. */
export const WALLS = {
  rose: ['#f5ddc9', '#e7bfa6'],
  sand: ['#f8e8c8', '#e9cd9c'],
  mint: ['#e4ecd6', '#c3d3b3'],
  dusk: ['#e6dcea', '#c8b6d2'],
  sea: ['#d9ebe6', '#aecfca'],
  clay: ['#f6d9c0', '#e0ac87'],
} as const satisfies Record<string, readonly [string, string]>
export type WallName = keyof typeof WALLS
