/** Where one of the own goods can be moved on the shelf. */
export const SHELF_MOVES = ['up', 'down', 'first'] as const
export type ShelfMove = (typeof SHELF_MOVES)[number]
