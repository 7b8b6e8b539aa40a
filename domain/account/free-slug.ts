import { slugOf } from '~/domain/shared/slug'

const LONGEST = 80

/** What an organisation's address is made of: its name, or where that has no Latin letters its kind. */
export function slugBase(name: string, kind: string): string {
  const slug = slugOf(name).slice(0, LONGEST).replace(/-+$/, '')
  return slug || kind
}

/** The first of 'al-falah', 'al-falah-2', 'al-falah-3' … that is none of the taken. */
export function freeSlug(base: string, taken: ReadonlySet<string>): string {
  if (!taken.has(base)) return base
  for (let number = 2; ; number += 1) {
    const slug = `${base}-${number}`
    if (!taken.has(slug)) return slug
  }
}
