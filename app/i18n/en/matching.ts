import type { PageWords } from '../page-words.server'

export const matching: PageWords['matching'] = {
  title: 'Business matching',
  metaDescription:
    'What OPOP’s business matching (temu bisnis) is, who comes, what was on record year by year, and what you can do today.',
  lead: 'At a temu bisnis, buyers with a steady need, called offtakers, sit down with the pesantren that can make it. They settle samples, price, quantity and dates.',
  who: 'Who comes',
  whoSellers: 'Pesantren that passed selection, two representatives each.',
  whoBuyers: 'Shops and retail chains, hotels and restaurants, suppliers, exporters, regional companies.',
  whoAbroad:
    'In 2020 Indonesian missions abroad picked the products that their country needs, and buyers were put in touch with the makers on WhatsApp.',
  between:
    'Pesantren buy from each other too: what one makes is another’s raw material, and several pool a harvest to serve one buyer.',
  years: 'On record, year by year',
  today: 'What you can do today',
  todayNeed:
    'State your need once: the pesantren with the capacity appear, with the reasons and the times at which you can meet. Where one alone is not enough, a few near each other that together are.',
  todayNeedLink: 'State a need',
  todayJoin: 'Register your pesantren or company: four short steps, on a phone too.',
  todayJoinLink: 'Join',
  todaySearch: 'Search products and compare prices, minimum orders and free capacity.',
  todaySearchLink: 'Search products',
  todayHall: 'Walk the hall and visit a region’s pavilion.',
  todayHallLink: 'Walk in',
  todayChat: 'Talk to the maker on WhatsApp from its product or booth page.',
  todayShelf: 'Keep what interests you on your shelf, without an account.',
  todayShelfLink: 'My shelf',
}
