import type { PavilionEntry } from '~/domain/hall/open-hall.server'

/** A pavilion with its words in the reader's language and the address of its booths. */
export interface HallPavilion extends PavilionEntry {
  /** 'Paviliun 9, Kab. Cirebon' */
  name: string
  href: string
}
