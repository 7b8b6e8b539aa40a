import type { Words } from '../words'

export const common: Words['common'] = {
  tagline: 'Pesantren makers of West Java, online',
  skipToContent: 'Skip to content',
  mainNavigation: 'Main menu',
  footerNavigation: 'Footer menu',
  language: 'Language',
  menu: 'Menu',
  nav: {
    home: 'Home',
    hall: 'Hall',
    products: 'Products',
    matching: 'Business matching',
    about: 'About OPOP',
    shortlist: 'My shelf',
    signIn: 'Sign in',
  },
  footer:
    ', the online exhibition of the One Pesantren One Product programme by the Office of Cooperatives and Small Business of West Java. This edition uses sample data; sample pesantren are always marked.',
  sampleData: 'Sample data',
  notStated: 'not stated',
  verified: 'Verified',
  declared: 'Declared',
  applied: 'Applied for',
  drawings: 'Drawings. Photographs will come from the pesantren.',
  previousPage: 'Previous',
  nextPage: 'Next',
  pages: 'Pages',
  page: (page, pages) => `Page ${page} of ${pages}`,
  comma: ', ',
}
