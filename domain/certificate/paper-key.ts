/** Where a page of a paper lies in the store, see integrations/storage/storage.ts. */
export const paperKey = (hash: string, page: number) => `papers/${hash}/${page}.webp`
