import { BoothPicture } from '~/app/components/pavilion-swatch'
import { fill } from '~/app/i18n/fill'
import type { PageWords } from '~/app/i18n/page-words.server'
import type { PavilionStyle } from '~/domain/hall/motifs'
import type { BusinessField } from '~/domain/shared/enums'
import './booth-preview.css'

/** A booth as it is to be shown: of a form while it is filled in, or as it is stored. */
export interface PreviewedBooth {
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

interface BoothPreviewProps {
  booth: PreviewedBooth
  words: PageWords['studioBooth']
  motifs: PageWords['organiserPavilions']['motifs']
}

/** The booth as it will stand in the hall. Put `MotifMasks` once on the page before it. */
export function BoothPreview({ booth, words, motifs }: BoothPreviewProps) {
  const { look, latin } = booth
  const values = { name: latin, motif: motifs[look.motif].name, colour: look.colour, accent: look.accent }
  return (
    <figure className="booth-preview">
      <BoothPicture look={look} name={latin} label={fill(words.previewDrawn, values)} />
    </figure>
  )
}
