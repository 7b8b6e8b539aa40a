// One file for the browser, loaded by `asked.tsx`: each alone would be too small to travel alone.
export { GatheredList } from './gathered-list'
export { TourBar } from './tour-bar'
export { TourChooser } from './tour-chooser'
