import type * as id from '../id/field-help'

const fieldHelp: (typeof id.productHelp)['help'] = {
  food: {
    description: 'Two sentences will do: what is in it, how it is made, how it tastes.',
    leadTime: 'From the order until it is ready to ship, packing included.',
    shelfLife: 'Crisps often keep 90–180 days, bread a few days. Use what your label says.',
  },
  drink: {
    description: 'Two sentences will do: where it comes from, how it is served, how it tastes.',
    leadTime: 'From the order until it is ready to ship, packing included.',
    shelfLife: 'Syrup and coffee often keep a year (365 days), fresh milk about 7 days.',
  },
  fresh: {
    description: 'Two sentences will do: origin, kind or variety, sizes.',
    leadTime: 'From the order until the harvest or catch is ready to ship.',
    shelfLife: 'Vegetables a few days, dried goods for months. Live animals: leave it empty.',
  },
  cloth: {
    description: 'Two sentences will do: the cloth, the sizes, how to care for it.',
    leadTime: 'Sewing the minimum order until it is ready to ship.',
    shelfLife: 'May stay empty for clothes.',
  },
  goods: {
    description: 'Two sentences will do: the material, the size, what it is for.',
    leadTime: 'Making or preparing the minimum order until it is ready to ship.',
    shelfLife: 'Only where the label has one, as with soap. A year = 365 days.',
  },
  service: {
    description: 'Two sentences will do: what is done, for whom, where.',
    leadTime: 'How many days ahead buyers have to book.',
    shelfLife: 'Leave it empty for services.',
  },
}

const supplyWarnings: (typeof id.productHelp)['supplyWarnings'] = {
  'capacity-unsaid':
    'Made to order: state the monthly capacity, so that buyers know how much they can order.',
  'stock-unsaid': 'Usually in stock: state the stock now, 0 if there is none.',
  'stock-of-made': 'There is stock, yet it is made to order. Choose what usually holds.',
}

export const productHelp = { help: fieldHelp, supplyWarnings }
