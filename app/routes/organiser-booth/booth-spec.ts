import type { BoothPictureFacts } from '~/domain/booth/read-booth-picture.server'
import { MOTIFS } from '~/domain/hall/motifs'
import { colourOf } from '~/domain/hall/pavilion-look'
import type { BoothSpec } from '~/scenes/booth/booth-api'

/** A booth as it is stored, as the hall would draw it. */
export function boothSpec(
  { isSample, fields, pavilion: { look }, goods }: BoothPictureFacts,
  sheetUrl: string | null,
): BoothSpec {
  return {
    look: {
      roof: look.roof,
      motif: MOTIFS.find((motif) => motif === fields.motif) ?? look.motif,
      colour: colourOf(fields.colour ?? '') ?? look.colour,
      accent: colourOf(fields.accent ?? '') ?? look.accent,
    },
    latin: fields.signLatin ?? fields.name,
    arabic: fields.signArabic ?? fields.nameArabic,
    below: goods.product?.id ?? goods.product?.en ?? null,
    sample: isSample,
    field: fields.field,
    award: goods.award,
    hasGoods: goods.drawings.length > 0,
    sheetUrl,
  }
}
