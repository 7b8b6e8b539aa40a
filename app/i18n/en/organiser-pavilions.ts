import type { PluralForms } from '../fill'
import type { PageWords } from '../page-words.server'

const pavilionCount: PluralForms = { one: '{count} pavilion', other: '{count} pavilions' }

export const organiserPavilions: PageWords['organiserPavilions'] = {
  title: 'How pavilions look',
  metaDescription: 'Motif, roof and colours of each pavilion of the hall.',
  text: 'Each regency and city has a pavilion with its own motif, roof and colours. Our first suggestions are cautious: where craftspeople of the region know better, change them here.',
  count: pavilionCount,
  numbered: 'Pavilion {number}',
  suggested: 'first suggestion',
  changedOn: 'changed {time}',
  change: 'Change',
  changeNamed: 'Change how {name} looks',
  empty: 'No hall is open yet.',
  emptyText: 'Pavilions appear here once an edition is opened.',
  back: 'All pavilions',
  preview: 'A booth will look like this',
  previewOf: 'Drawing of a booth: motif {motif}, roof {roof}, colours {colour} and {accent}',
  show: 'Have a look first',
  motif: 'Motif',
  motifs: {
    megamendung: {
      name: 'Mega mendung',
      meaning: 'Rain clouds in graded contours, the best known batik of Cirebon.',
    },
    complongan: {
      name: 'Complongan',
      meaning: 'Dots pricked into the wax with needles, the mark of Indramayu’s coastal batik.',
    },
    gumading: {
      name: 'Gumading',
      meaning:
        'The ivory yellow that garutan, the batik of Garut, is known for. The leafy sprays are our own drawing.',
    },
    'payung-geulis': {
      name: 'Payung geulis',
      meaning: 'The painted paper parasol of Tasikmalaya city, seen from above.',
    },
    'pandan-weave': {
      name: 'Pandan weave',
      meaning: 'The plaited mats and bags of Rajapolah in Tasikmalaya regency.',
    },
    'roof-tile': { name: 'Roof tiles', meaning: 'The tiles of Jatiwangi in Majalengka.' },
    plered: { name: 'Plered pottery', meaning: 'The earthenware of Plered in Purwakarta.' },
    'bamboo-angklung': {
      name: 'Bamboo angklung',
      meaning: 'The bamboo rattle of the Sundanese, at home in and around Bandung.',
    },
    'bamboo-weave': {
      name: 'Bamboo weave',
      meaning: 'Woven bamboo walls, found in the whole province. For where no motif is settled.',
    },
  },
  roof: 'Roof',
  roofs: {
    'julang-ngapak': {
      name: 'Julang ngapak',
      meaning: 'The Sundanese roof “like a hornbill spreading its wings”, of the Priangan highlands.',
    },
    awning: { name: 'Awning', meaning: 'The sloping cloth of coastal markets.' },
    gable: { name: 'Gable', meaning: 'The plain saddle roof of the lowlands.' },
  },
  colour: 'Colour of cloth and sign',
  colourHint: 'Dark enough for cream lettering. Six hexadecimal digits, such as #22417a.',
  accent: 'Colour of roof and rules',
  accentHint: 'Stands out from the cloth.',
  pick: '{label}: pick from a palette',
  lettering: 'Lettering has a contrast of {ratio}:1; it needs at least {least}:1.',
  edging: 'Contrast with the cloth {ratio}:1; it needs at least {least}:1.',
  problems: {
    choice: 'Choose one.',
    'colour-form': 'This is no colour. Write six hexadecimal digits, such as #22417a.',
    'letters-faint':
      'Cream lettering can’t be read on this colour: its contrast is {ratio}:1 and has to be {least}:1. Choose a darker one.',
    'accent-faint':
      'Too much like the cloth: the contrast is {ratio}:1 and has to be {least}:1. Choose a lighter one.',
  },
  fix: 'Mend what is marked below. Nothing was saved.',
  save: 'Save',
  first: 'Back to the first suggestion',
  filledFirst: 'The form shows the first suggestion. It holds once you save it.',
  filledEarlier: 'The form shows an earlier look. It holds once you save it.',
  shown: 'This is a preview. Nothing was saved yet.',
  changed:
    'Somebody has changed this pavilion since you opened this page. Your choices are still in the form; how it looks now is in the history below. Save again if yours are to hold.',
  done: {
    saved: 'Saved. Who walks into the hall from now on sees it.',
    same: 'The pavilion looks like that already; nothing has changed.',
  },
  see: 'See it in the hall',
  history: 'History',
  noHistory: 'Never changed: this is the first suggestion.',
  by: '{name}, {time}',
  nobody: 'An account that was deleted',
  take: 'Take it again',
  takeNamed: 'Take the look of {time} again',
}
