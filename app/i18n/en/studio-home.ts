import type { PageWords } from '../page-words.server'

export const studioHome: PageWords['studioHome'] = {
  title: 'Your booth today',
  metaDescription: 'Where your booth stands, who waits for an answer, and what comes next.',
  nextTitle: 'Next step',
  next: {
    'asked-back': {
      title: 'The organiser has a question',
      text: 'Read it, mend what it is about, and hand in again.',
      go: 'Read the question',
    },
    'add-product': {
      title: 'Add your first product',
      text: 'A name is enough to begin. The rest can follow.',
      go: 'Add a product',
    },
    'tell-story': {
      title: 'Tell about your pesantren',
      text: 'A few sentences, in one language.',
      go: 'Write the story',
    },
    'publish-booth': {
      title: 'Your booth can be handed in',
      text: 'The organiser looks at it once; then visitors can come.',
      go: 'Hand in the booth',
    },
    'answer-requests': {
      title: 'Somebody asks to meet',
      text: 'A request ends by itself when nobody answers.',
      go: 'Answer requests',
    },
    'answer-inquiries': {
      title: 'Buyers have asked',
      text: 'Answer while they are still looking.',
      go: 'Open inquiries',
    },
    'publish-product': {
      title: 'Publish a product',
      text: 'Your products are drafts. The list shows what they lack.',
      go: 'See products',
    },
    'prove-number': {
      title: 'Prove the booth’s WhatsApp number',
      text: 'With it buyers can chat with you at once.',
      go: 'Enter the number',
    },
    'add-photos': {
      title: 'Add photographs',
      text: 'Drawings stand there now. Photos from a phone will do.',
      go: 'Add photos',
    },
    'open-times': {
      title: 'Open times for meetings',
      text: 'Buyers can then choose one that suits you.',
      go: 'Set times',
    },
    figures: {
      title: 'All is done',
      text: 'See which products are looked at most.',
      go: 'See figures',
    },
  },
  readOnly: 'You can see everything here. Only the owner and editors change it.',
  waitsTitle: 'Waiting for you',
  inquiries: 'New inquiries',
  requests: 'Meeting requests',
  samples: 'Samples to send',
  outcomes: 'Inquiries without an outcome',
  upcoming: 'Meetings ahead',
  boothTitle: 'Booth',
  standing: 'Standing',
  place: 'Place in the hall',
  inPavilion: 'Pavilion {number}',
  noPlace: 'none yet',
  products: 'Products',
  productsSaid: '{published} published, {drafts} drafts, {hidden} hidden',
  photos: 'Photos',
  see: 'See as a visitor',
  edit: 'Edit the booth',
  weekTitle: 'Visits',
  allFigures: 'All figures',
}
