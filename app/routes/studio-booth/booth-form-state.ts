import type { BoothProblems } from '~/domain/booth/booth.schema'
import type { OwnPavilion, PlaceChoice } from '~/domain/booth/own-booth'
import type { BoothFact, TypedBooth } from '~/domain/booth/typed-booth'
import { OWN_COLOUR } from '~/domain/booth/typed-booth'
import { MOTIFS, type PavilionStyle } from '~/domain/hall/motifs'
import { colourOf } from '~/domain/hall/pavilion-look'

/** What an action says of a form that wasn't saved, with all that was typed. */
export interface BoothAnswer {
  /** Differs from one answer to the next, also where what they say doesn't. */
  at: number
  kind: 'refused' | 'changed' | 'shown' | 'copied' | 'districts'
  typed: TypedBooth
  problems: BoothProblems
  /** The version to save on next. */
  version: number
  /** Somebody else saved meanwhile: what differs, and what is stored now. */
  changed: { facts: BoothFact[]; stored: TypedBooth } | null
  /** Of the regency that is typed. */
  districts: PlaceChoice[]
}

/** How the booth looks as the form stands; a colour that is none yet is drawn as the pavilion's own. */
export function lookOf(typed: TypedBooth, pavilion: OwnPavilion): PavilionStyle {
  const { look } = pavilion
  const colour = (name: 'colour' | 'accent') =>
    typed[name] === ''
      ? look[name]
      : (colourOf(typed[name] === OWN_COLOUR ? typed[`${name}Own`] : typed[name]) ?? look[name])
  return {
    roof: look.roof,
    motif: MOTIFS.find((motif) => motif === typed.motif) ?? look.motif,
    colour: colour('colour'),
    accent: colour('accent'),
  }
}
