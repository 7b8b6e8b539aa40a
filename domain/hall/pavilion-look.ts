import { MOTIFS, type Motif, type PavilionStyle, ROOFS, type Roof } from './motifs'

/** The cream of the lettering on signs. */
export const LETTERING = '#fff3dc'
/** What lettering needs to be read (WCAG 2.2, 1.4.3), and what stands beside a colour to be told from it (1.4.11). */
export const LETTER_CONTRAST = 4.5
export const ACCENT_CONTRAST = 3

/** What a form about a look has sent, and what is shown again when it can't be saved. */
export interface TypedLook {
  motif: string
  roof: string
  colour: string
  accent: string
}
export type ColourProblem = 'colour-form' | 'letters-faint' | 'accent-faint'
export interface LookProblems {
  motif?: 'choice'
  roof?: 'choice'
  colour?: ColourProblem
  accent?: ColourProblem
}

/** Contrast of two colours #rrggbb by WCAG: 1 (alike) to 21 (black on white). */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** A colour as one types it ('#35234D', '35234d', '#abc') as #rrggbb; null where it is none. */
export function colourOf(typed: string): string | null {
  const [, digits = ''] = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/.exec(typed.trim().toLowerCase()) ?? []
  if (digits.length === 6) return `#${digits}`
  return digits ? `#${[...digits].map((digit) => digit + digit).join('')}` : null
}

/**
 * The colour that is meant by a field with a picker beside it, which say the same only where scripts run: what was
 * typed, unless that is still what was shown and another one was picked.
 */
export function meantColour({ typed, picked, shown }: Record<'typed' | 'picked' | 'shown', string>): string {
  return typed === shown && colourOf(picked) ? picked : typed
}

/** The look that was typed, or what has to be mended in it. */
export function checkLook(
  typed: TypedLook,
): { look: PavilionStyle; problems: null } | { look: null; problems: LookProblems } {
  const motif = MOTIFS.find((known) => known === typed.motif)
  const roof = ROOFS.find((known) => known === typed.roof)
  const [colour, accent] = [colourOf(typed.colour), colourOf(typed.accent)]
  const problems: LookProblems = {}
  if (!motif) problems.motif = 'choice'
  if (!roof) problems.roof = 'choice'
  if (!colour) problems.colour = 'colour-form'
  else if (contrast(colour, LETTERING) < LETTER_CONTRAST) problems.colour = 'letters-faint'
  if (!accent) problems.accent = 'colour-form'
  // Beside a colour that has to change nothing can be said of the other.
  else if (colour && !problems.colour && contrast(colour, accent) < ACCENT_CONTRAST)
    problems.accent = 'accent-faint'
  if (Object.keys(problems).length > 0 || !motif || !roof || !colour || !accent)
    return { look: null, problems }
  return { look: { motif, roof, colour, accent }, problems: null }
}

/** What the hall draws for these names: an unknown motif is plain weave, an unknown roof julang ngapak. */
export function drawnLook({ motif, roof, colour, accent }: TypedLook): PavilionStyle {
  return {
    motif: MOTIFS.find((known): known is Motif => known === motif) ?? 'bamboo-weave',
    roof: ROOFS.find((known): known is Roof => known === roof) ?? 'julang-ngapak',
    colour,
    accent,
  }
}

export function isSameLook(one: PavilionStyle, other: PavilionStyle): boolean {
  return (['motif', 'roof', 'colour', 'accent'] as const).every((key) => one[key] === other[key])
}
