/** What comes with the scene and not with the page, in one file of its own. */
export { CloseCard } from './close-card'
export { covered } from './covered'
export { OverHall } from './over-hall'
