import type { Shape } from '../words'

export const closeUp: Shape<typeof import('../id/close-up').closeUp> = {
  goods: 'Goods of this booth',
  openGood: 'Open product',
  loading: 'Loading what this booth has…',
  failed:
    'What this booth has could not be loaded. Check your connection, then try again; its page may open all the same.',
  none: 'Nothing is on this booth’s shelf yet.',
  all: 'All goods',
}
