import type { PageWords } from '../page-words.server'

export const account: PageWords['account'] = {
  signIn: {
    title: 'Sign in',
    metaDescription:
      'Sign in to OPOP Expo to state needs, arrange meetings and keep your products up to date.',
    intro: 'To state needs, arrange meetings and keep your products up to date.',
    email: 'E-mail',
    password: 'Password',
    submit: 'Sign in',
    wrong: 'This e-mail and password do not go together. Check both, then try again.',
    tooMany: {
      one: 'Too many wrong tries. Wait {count} minute, then try again.',
      other: 'Too many wrong tries. Wait {count} minutes, then try again.',
    },
    notSignedIn: 'You are not signed in; your e-mail is still in the form.',
    problems: {
      'email-missing': 'Enter your e-mail.',
      'email-wrong': 'Write the whole e-mail, such as name@example.com.',
      'password-missing': 'Enter your password.',
    },
    samples: 'Sample accounts',
    samplesIntro:
      'This edition uses sample data. The people and firms below are invented; anybody may sign in as them to try things.',
    samplePassword: 'The password of all of them: {password}',
    enterAs: 'Sign in as {name}',
    kinds: {
      pesantren: 'Pesantren',
      offtaker: 'Offtaker',
      buyer: 'Buyer abroad',
      organiser: 'Organiser',
    },
    roles: { owner: 'owner', editor: 'editor', member: 'member' },
    readsOnly: 'reads only',
  },
  menu: {
    account: 'Account',
    needs: 'Needs',
    sampleOrders: 'Sample orders',
    studio: 'Our booth',
    meetings: 'Meetings',
    openTimes: 'Open times',
    products: 'Our products',
    me: 'My account',
    team: 'Team',
    join: 'Register a pesantren or company',
    verification: 'Verification',
    inquiries: 'Inquiries',
    applicants: 'Applicants to verify',
    newBooths: 'New booths',
    duplicates: 'Doubles',
    messages: 'Messages sent',
    pavilions: 'How pavilions look',
    actFor: 'Switch to',
    signOut: 'Sign out',
  },
}
