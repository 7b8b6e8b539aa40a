import type { PageWords } from '../page-words.server'

export const entering: PageWords['entering'] = {
  address: {
    way: 'Send the code by',
    channels: { whatsapp: 'WhatsApp', mail: 'E-mail' },
    phone: 'WhatsApp number',
    phoneHint: 'With the country code outside Indonesia, such as +971 50 123 4567.',
    email: 'E-mail',
    problems: {
      'phone-missing': 'Enter your WhatsApp number.',
      'phone-wrong':
        'This number cannot be reached. Write all of it, such as +971 50 123 4567 or 0812 3456 7890.',
      'email-missing': 'Enter your e-mail.',
      'email-wrong': 'Write the whole e-mail, such as name@example.com.',
      'sample-address': 'A sample address cannot be used here. Enter your own WhatsApp number or e-mail.',
      'sample-account':
        'Sample accounts keep their password, which the sign-in page tells. Enter your own e-mail.',
    },
    tooMany: {
      one: 'Too many codes were asked for. Wait {count} minute, then ask again. The other ways in still work.',
      other:
        'Too many codes were asked for. Wait {count} minutes, then ask again. The other ways in still work.',
    },
  },
  code: {
    sent: {
      whatsapp: 'We sent six digits to the WhatsApp of {address}. They work for {minutes} minutes.',
      mail: 'We sent six digits to {address}. They work for {minutes} minutes. Not there? Look in the spam folder too.',
    },
    doubtful: {
      whatsapp:
        'WhatsApp lets us write to only so many new numbers a day. If no code comes within a minute, use an e-mail, or try again tomorrow.',
      mail: 'Many codes are being asked for just now. If none comes within a minute, use a WhatsApp number, or try again in an hour.',
    },
    sentAgain: 'A new code is on its way. The old one no longer works.',
    demonstration: 'Demonstration: this is a sample address, so nothing was sent. The code is {code}.',
    label: 'Six-digit code',
    submit: 'Continue',
    resend: 'Send a new code',
    resendIn: {
      one: 'Not there yet? You can ask for a new code in {count} second.',
      other: 'Not there yet? You can ask for a new code in {count} seconds.',
    },
    change: 'Change the number or e-mail',
    missing: 'Enter all six digits of our message.',
    triesLeft: {
      one: 'This is not the code. You have {count} try left: look at our latest message again.',
      other: 'This is not the code. You have {count} tries left: look at our latest message again.',
    },
    lastTry: 'This is not the code, and it was the last try. Ask for a new code below.',
    failures: {
      expired:
        'This code no longer works: its time or its tries are over, or a newer one was sent. Ask for a new one below.',
      used: 'This code was used already. If that was not on this page, ask for a new one.',
      unknown: 'There is no such code in this browser. Begin again with your number or e-mail.',
      unavailable: 'Our data cannot be reached right now. Your code still works: try again in a moment.',
    },
    tooManyTries: {
      one: 'Too many wrong codes. Wait {count} minute, then try again.',
      other: 'Too many wrong codes. Wait {count} minutes, then try again.',
    },
    wait: {
      one: 'A code was sent just now. Wait {count} second, then ask again.',
      other: 'A code was sent just now. Wait {count} seconds, then ask again.',
    },
  },
  codePage: {
    password: 'Password (optional)',
    passwordHint: 'At least {least} characters. Without one you can always come in with a code.',
    title: 'Enter the code',
    metaDescription: 'Enter the six-digit code that we sent you to come in to OPOP Expo.',
    over: 'This code is gone',
    overText: 'It was used, or asked for in another browser. Ask for a new one: it takes a moment.',
    again: 'To the sign-in page',
  },
  signIn: {
    send: 'Send the code',
    noPassword: 'No password needed: you get a six-digit code.',
    byPassword: 'Sign in with a password',
    forgotten: 'Forgot your password?',
    join: 'New here? Register your pesantren or company',
    privacy: 'What is kept, what for, and how long',
    notSent: 'No code was sent yet; what you typed is still in the form.',
  },
  newPassword: {
    title: 'New password',
    metaDescription: 'Change your OPOP Expo password with a code that we send to your e-mail.',
    intro: 'Enter the e-mail of your account. We send a six-digit code there.',
    send: 'Send the code',
    codeTitle: 'Code and new password',
    password: 'New password',
    hint: 'At least {least} characters. A short sentence is easy to remember.',
    submit: 'Save and sign in',
    after: 'Other devices that are still signed in will be signed out.',
    back: 'Sign in without a password',
    problems: {
      'password-missing': 'Enter a new password.',
      'password-short': 'Too short. Use at least {least} characters.',
      'password-long': 'Too long. Use at most {most} characters.',
      'password-plain': 'Too easy to guess. Use at least four different letters or digits.',
    },
    typeAgain: 'Type the password again: for safety we keep none on a page.',
  },
}
