import { formatNumber } from '../format'
import type { Words } from '../words'

const counted = (count: number, one: string, several: string) =>
  `${formatNumber(count, 'en')}\u00a0${count === 1 ? one : several}`

export const hall: Words['hall'] = {
  title: 'Exhibition hall',
  description: (booths, pavilions) =>
    `${counted(booths, 'booth', 'booths')} of West Java's pesantren in ${counted(pavilions, 'pavilion', 'pavilions')}. Walk through the three-dimensional hall, or choose from the list and the map.`,
  find: 'Find in the hall',
  findHint: 'Product, booth or region',
  findSubmit: 'Find',
  viewSwitch: 'What the list shows',
  nearYou: 'Near you',
  allBooths: 'All booths',
  tours: 'Guided tours',
  map: 'Map',
  nearHint: 'In the order you see them. Updated when you stop.',
  nearEmpty: 'No booth is near. Walk to a pavilion, or choose one on the map.',
  metres: (count) => `${formatNumber(count, 'en')}\u00a0m`,
  booths: (count) => counted(count, 'booth', 'booths'),
  pavilion: (number, place) => `Pavilion ${number}, ${place}`,
  allPavilions: 'All pavilions',
  choosePavilion: 'Choose a pavilion',
  award: 'Award',
  emptyTitle: 'No booths in this pavilion yet',
  emptyText: 'No pesantren of this region has joined this edition so far.',
  noEditionTitle: 'The hall is not open yet',
  noEditionText: 'No edition of the exhibition has been opened yet.',
  stage: 'The hall in three dimensions',
  canvas: 'The hall in three dimensions. Walk with the arrow keys, or use the list beside it.',
  walkIn: 'Walk into the hall',
  walkInNote: 'Three-dimensional, about 0.3 MB',
  opening: 'The hall is being set up…',
  noScript: 'The three-dimensional hall needs JavaScript. The list and the map here are complete without it.',
  saveData: 'Your device saves data, so the three-dimensional hall was not loaded.',
  loadAnyway: 'Load it anyway',
  trouble: {
    'no-webgl':
      'This browser cannot draw the three-dimensional hall (WebGL2). The list and the map hold the same booths.',
    'context-lost':
      'The picture of the hall was lost: the device ran out of graphics memory. The list and the map still work.',
    'not-loaded': 'The three-dimensional hall could not be loaded. The list and the map still work.',
  },
  again: 'Try again',
  mapTitle: 'Floor map',
  mapHint: (pavilions) => `${counted(pavilions, 'pavilion', 'pavilions')}. Click to go there.`,
  you: 'You',
  chosen: 'Chosen booth',
  openBooth: 'Open booth',
  closeCard: 'Close',
}
