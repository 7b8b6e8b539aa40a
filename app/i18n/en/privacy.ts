export const privacy = {
  title: 'Your personal data',
  consents: {
    privacy:
      'I agree that OPOP Expo keeps my name, my WhatsApp number or e-mail, and what I fill in here, to run my account and to bring me together with pesantren and buyers. I can take this back at any time by deleting my account.',
    whatsapp:
      'I want to get messages about my meetings, inquiries and account by WhatsApp. No advertising. I can stop them at any time on my account page.',
  },
  metaDescription:
    'Which personal data OPOP Expo keeps, why, for how long, who sees it, and your rights under Indonesia’s Law 27 of 2022.',
  lead: 'This page says which personal data we keep, why, and for how long. We follow Indonesia’s Law No. 27 of 2022 on Personal Data Protection (UU PDP).',
  short: {
    title: 'In short',
    one: 'You can see booths, products and the search without an account.',
    two: 'We show no advertising, follow you on no other site, and sell no data.',
    three: 'You can download, correct and delete your data yourself, without asking anybody.',
  },
  kept: {
    title: 'What is kept',
    why: 'What for',
    basis: 'Basis',
    long: 'How long',
    who: 'Who sees it',
  },
  bases: {
    consent: 'Your consent (Article 20)',
    contract: 'To do what you asked for (Article 20)',
    interest: 'Legitimate interest: safety and the exhibition’s accounts (Article 20)',
  },
  rows: {
    account: {
      what: 'Your name, WhatsApp number, e-mail, language and time zone',
      why: 'To run your account and send you news of it.',
      long: 'Until you delete the account.',
      who: 'You. Your name: your organisation, those you meet, and the organiser. Your whole number and e-mail: the organiser, to check who joins and to reach you. The owners of your organisation see your e-mail, and your number partly hidden; its other members see neither. The other side of a meeting sees neither on our pages, but can open a WhatsApp chat with you by a button, and your number shows there.',
    },
    password: {
      what: 'A password (if you set one) and where you are signed in',
      why: 'So that only you come in. A password is kept as a hash that can’t be read; a session without internet address and browser.',
      long: 'A session: 30 days from its last use, or until you sign out.',
      who: 'You alone.',
    },
    codes: {
      what: 'Six-digit codes',
      why: 'To show that a number or e-mail is yours.',
      long: 'Good for 10 minutes; its record is deleted after a day.',
      who: 'You alone; kept as a hash.',
    },
    consents: {
      what: 'What you agreed to: the sentence, the day, and when it was taken back',
      why: 'To show that we may keep and send.',
      long: 'Stays after the account is deleted, without your name and addresses.',
      who: 'You.',
    },
    dealings: {
      what: 'Needs, meetings and what came of them, and who wrote them down',
      why: 'To bring businesses together and keep account of what was promised.',
      long: 'As long as the exhibition needs them. After the account is deleted: without your name.',
      who: 'The sides of that meeting and the organiser. A need: your organisation and the organiser; its outline is seen by the pesantren that you ask to meet.',
    },
    messages: {
      what: 'Messages to you: what they said, where they went, and whether they arrived',
      why: 'To send codes, news of meetings and reminders. They go by WhatsApp (Meta) or an e-mail service, which get the address and the text.',
      long: 'What they said and where they went is erased {messages} days after they were settled; codes and links when their time is over. WhatsApp’s word of arrival: {statuses} days. Your answers in WhatsApp are erased as soon as they were worked on, and their number after {received} days.',
      who: 'You, and the organiser, who can read them to help where one didn’t arrive. It can’t read codes and links, except while no service for sending is set up.',
    },
    inquiries: {
      what: 'Inquiries by the form: your message, name, e-mail or number',
      why: 'So that the pesantren can answer you.',
      long: '{inquiries} days; then only that somebody asked. What you write in a WhatsApp chat is not kept by us.',
      who: 'The pesantren that you asked. The organiser sees the name and the goods alone, in the message that tells of it.',
    },
    samples: {
      what: 'Samples that you order: the delivery address, the receiver’s name, a phone number, the payment, and what you say of the sample',
      why: 'To send the sample, to take the payment, and to give money back. Cards are paid on Stripe’s own page; the card’s number never reaches us. A transfer’s proof is only the picture that you send.',
      long: 'Address, note and proof of transfer: {samples} days after the sample was received or the order ended, or until you delete your account. The address of a parcel that is paid and not sent yet stays until it is on its way. The amounts stay in the books, without your name.',
      who: 'You and the colleagues of your organisation. The pesantren: address and phone number from the payment until 90 days after it was received or ended. The organiser. Stripe, if you pay by card.',
    },
    joining: {
      what: 'A joining that isn’t finished, invitations, and notes of verification',
      why: 'So that you can go on, and the organiser knows who comes in.',
      long: 'A joining: {joinings} days without going on. An invitation’s address: until it is accepted, taken back or over. Notes of a claim: {claims} days after it was decided.',
      who: 'You, that organisation, and the organiser.',
    },
    studio: {
      what: 'What booths and products say, photographs, certificates, and who changed them when',
      why: 'To show the booth, and so that a mistake can be undone. Photographs are made anew without the camera’s notes and the place where they were taken; the file that was sent is deleted.',
      long: 'As long as the booth is there. Photographs that are taken out: a day. Once you delete your account, the history has no name of yours.',
      who: 'Everybody: published booths, products and photographs. The history: your pesantren’s people. Certificates: your pesantren’s people and the organiser.',
    },
    visits: {
      what: 'Counts of visits to booths and products, by day',
      why: 'So that a pesantren knows whether its booth is seen. The server counts without cookies and without any program in the page: who comes is only a fingerprint in memory for half an hour and is never written down.',
      long: 'Only numbers are kept, with nothing about the visitor; they stay.',
      who: 'That pesantren.',
    },
    safety: {
      what: 'Counts of tries, and technical logs',
      why: 'To hold off abuse and find faults. Internet addresses only as a hash; logs carry no names, addresses or texts.',
      long: 'Counts: 30 days at most.',
      who: 'Those who run the system.',
    },
  },
  cookies: {
    title: 'Cookies',
    text: 'Only what is needed: being signed in, that you have been in on this device, your language, your device’s time zone, and what you put on your shelf. None of anybody else’s.',
  },
  automatic: {
    title: 'Matching',
    text: 'The system ranks goods that suit a business’s need by criteria that its page shows. No decision about you is made by the system; verification is decided by people.',
  },
  rights: {
    title: 'Your rights',
    intro: 'The law gives you these rights (Articles 5 to 13). Most you can use at once:',
    know: 'To know what is kept and get a copy, also one that machines can read: download it in your account.',
    correct: 'To correct and complete it: change it in your account.',
    withdraw: 'To take consent back: turn WhatsApp off in your account, or delete the account.',
    erase: 'To have it erased: delete your account; it happens at once.',
    object: 'To limit, suspend or object, and what else you can’t do yourself: turn to the organiser.',
    account: 'Open my account',
  },
  contact: {
    title: 'Who is responsible',
    organiser: 'The organiser of this exhibition: {name}.',
    none: 'The organiser of this exhibition hasn’t put its name here yet.',
    how: 'No contact address of the organiser is recorded in this system yet; ask whoever invited you to the exhibition.',
    sample: 'This edition runs on sample data; its organisations and people are invented.',
  },
  version: 'Wording of the consents: version {version}.',
}
