import type { Shape } from '../words'

export const closeUp: Shape<typeof import('../id/close-up').closeUp> = {
  goods: 'Goods of this booth',
  openGood: 'Open product',
  loading: 'Loading what this booth has…',
  failed:
    'What this booth has could not be loaded. Check your connection, then try again; its page may open all the same.',
  none: 'Nothing is on this booth’s shelf yet.',
  all: 'All goods',
  boulevard: 'The boulevard',
  home: 'Back to the entrance',
  help: 'How to walk',
  keys: {
    walk: 'Arrow keys or W A S D: walk and turn.',
    look: 'Drag with the mouse or a finger: look around.',
    tap: 'Tap the floor: walk there. Tap a booth: go up to it; one of its goods: see it, once more: open it.',
    enter: 'Enter: go up to the next booth, then open it. Left and right: its goods. Esc: step back.',
    leave: 'Tab: leave the hall for the list.',
  },
  around: '{booths} near you.',
  nearest: 'Nearest: {booth}, {metres}.',
  before: 'In front of {booth}, {place}.',
}
