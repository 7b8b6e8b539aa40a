export const privacy = {
  title: 'Your personal data',
  consents: {
    privacy:
      'I agree that OPOP Expo keeps my name, my WhatsApp number or e-mail, and what I fill in here, to run my account and to bring me together with pesantren and buyers. I can take this back at any time by deleting my account.',
    whatsapp:
      'I want to get messages about my meetings, inquiries and account by WhatsApp. No advertising. I can stop them at any time on my account page.',
  },
}
