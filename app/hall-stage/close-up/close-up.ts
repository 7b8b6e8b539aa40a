/** What comes with the scene for the close view of a booth, in one file of its own. */
export { CloseCard } from './close-card'
export { covered } from './covered'
