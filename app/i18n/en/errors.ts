import type { Words } from '../words'

export const errors: Words['errors'] = {
  tryAgain: 'Try again',
  'not-found': {
    title: 'There is no such page',
    text: 'The address may be mistyped, or the booth or product may have been closed. You can search for it again.',
  },
  'bad-request': {
    title: 'This could not be read',
    text: 'What was sent arrived incomplete or in an unknown form. Open the page again and send it anew.',
  },
  forbidden: {
    title: 'This request was refused',
    text: 'It came from outside this site, or it is not yours to make. Nothing has changed. Open the page here, then try again.',
  },
  conflict: {
    title: 'This has just changed',
    text: 'Somebody else changed it first. Nothing is lost. Reload, then try again.',
  },
  'too-many-requests': {
    title: 'Too many requests',
    text: 'Wait a few minutes, then try again. Nothing is lost.',
  },
  'too-large': {
    title: 'That was too large',
    text: 'Make it smaller, then send it again.',
  },
  unavailable: {
    title: 'The data cannot be reached right now',
    text: 'The trouble is on our side and usually passes within seconds. What was stored earlier is safe; what you have just sent may have to be sent again.',
  },
  failed: {
    title: 'Something broke on our side',
    text: 'We have a record of it. What was stored earlier is safe; what you have just sent may have to be sent again. Try again, or go on from the home page.',
  },
}
