import type { Words } from '../words'

export const chat: Words['chat'] = {
  contact: 'Contact the pesantren',
  chat: 'Chat on WhatsApp',
  chatShort: 'WhatsApp',
  write: 'Write a message',
  draftTitle: 'Your message, ready to edit in WhatsApp',
  draftAlsoIndonesian: 'The same in Indonesian stands above it.',
  demonstrationTitle: 'Here WhatsApp would open',
  demonstration: 'Demonstration',
  demonstrationText: (booth) =>
    `${booth} is a sample pesantren: it has no number and nobody reads this message. With a real pesantren, WhatsApp opens with the message below, which you can still change before you send it.`,
  back: 'Back',
  inquiryTitle: (booth) => `Write to ${booth}`,
  inquiryAbout: 'About',
  inquiryIntro:
    'Your message is recorded in the inbox of this pesantren at OPOP Expo. Not every pesantren has opened its account here yet, so do not wait for it alone.',
  inquirySample: 'This is a sample pesantren: your message is recorded as a sample and nobody reads it.',
  name: 'Your name',
  email: 'E-mail',
  phone: 'Phone or WhatsApp',
  phoneHint: 'Outside Indonesia: begin with the country code, for example +966.',
  oneIsEnough: 'E-mail or phone, one of them is enough.',
  quantity: 'Quantity (may be left empty)',
  message: 'Message',
  messageHint: 'Say the destination, the time and the packing that you need.',
  send: 'Send message',
  privacy:
    'Your name and contact are kept only so that this pesantren can answer, and shown only to it and the organiser.',
  website: 'Leave this empty',
  fixErrors: 'Not sent yet. Put right what is marked; everything else is still there.',
  notSent: 'Not sent yet; what you wrote is still there. Try again in a moment.',
  tooMany: (minutes) =>
    `You have written to this booth several times. Try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}; what you wrote is still there.`,
  problems: {
    'name-missing': 'Write your name.',
    'contact-missing': 'Write an e-mail address or a phone number, so that they can answer.',
    'email-wrong': 'This address is not complete, for example name@example.com.',
    'phone-wrong': 'This number cannot be reached. Check the digits, or begin with the country code.',
    'message-short': 'Write a little more, at least 10 letters.',
    'too-long': 'Too long. Make it shorter.',
    'quantity-wrong': 'Write a whole number, for example 240.',
  },
  sentTitle: 'Your message is recorded',
  sentSample: 'As this is a sample pesantren, nobody will answer.',
  metaDescription: 'Write to a pesantren at OPOP Expo.',
}
