import type { PageWords } from '~/app/i18n/page-words.server'
import type { BoothInput, TypedBooth } from '~/domain/booth/typed-booth'

export interface FieldsProps {
  /** What the fields are filled with. */
  filled: TypedBooth
  /** What stands in them now. */
  typed: TypedBooth
  /** Name, value and problem of a field. */
  field: (name: BoothInput) => { name: string; id: string; value: string; problem: string | undefined }
  words: PageWords['studioBooth']
}

/** Points stand for other things in selectors and fragments. */
export const boothFieldId = (name: BoothInput) => `field-${name.replaceAll('.', '-')}`
