import type { PluralForms } from '../fill'
import type { PageWords } from '../page-words.server'

const changed: PluralForms = {
  one: 'The price of {count} product was changed.',
  other: 'Prices of {count} products were changed.',
}
const left: PluralForms = {
  one: '{count} product was left out: somebody changed it meanwhile, or its price cannot be.',
  other: '{count} products were left out: somebody changed them meanwhile, or their prices cannot be.',
}
const undone: PluralForms = {
  one: 'The price of {count} product was put back.',
  other: 'Prices of {count} products were put back.',
}
const saveCount: PluralForms = {
  one: 'Change the price of {count} product',
  other: 'Change prices of {count} products',
}

export const studioShelf: PageWords['studioShelf'] = {
  prices: {
    link: 'Change many prices',
    title: 'Change many prices',
    metaDescription: 'Raise or lower prices of many products at once, with a preview.',
    back: 'Back to the products',
    intro: 'Choose goods and the change, look at the new prices, then save. It can be undone afterwards.',
    by: 'Change by',
    percent: 'per cent',
    rupiah: 'rupiah per unit',
    amount: 'How much',
    amountHint: 'With a minus to lower them, for example -5.',
    rounding: 'Round to',
    noRounding: 'no rounding',
    preview: 'See new prices',
    goods: 'Goods',
    was: 'Now',
    becomes: 'New',
    from: 'from {amount}',
    save: saveCount,
    none: 'Choose one product at least.',
    wrong: 'Enter a number: per cent from -90 to 200, or whole rupiah.',
    tooLow: 'The price would be nothing. This product is left out.',
    tooHigh: 'The price would be too high. This product is left out.',
    changed,
    left,
    undo: 'Undo',
    undone,
    empty: 'No product has a price yet.',
  },
  row: {
    more: 'More for {name}',
    moreShort: 'More',
    up: 'Move up',
    down: 'Move down',
    first: 'Put first',
    duplicate: 'Duplicate',
    history: 'History',
    photos: 'Photos',
    copied: 'The copy is a draft. Change what differs, then publish it.',
    moved: 'The order of the shelf is saved.',
  },
  ready: {
    link: 'Export-ready',
    title: 'Export-ready',
    metaDescription: 'What is there and what is missing, for each product.',
    intro:
      'What does not concern a product is not counted. Tap what is missing to fill it in. What buyers say of a sample is not counted; where somebody said something, buyers who search read how many.',
    count: '{done} of {of}',
    all: 'All there',
    missing: 'Missing: ',
    empty: 'No products yet.',
    organiserTitle: 'Export readiness',
    organiserText: 'Published goods, those that lack most first.',
    step: 'What is missing',
    anyStep: 'Anything',
    show: 'Show',
    csv: 'Download CSV',
    organiserEmpty: 'No goods like that.',
    columns: { booth: 'Pesantren', product: 'Product', done: 'Done', of: 'Of', missing: 'Missing' },
  },
}
