const FORM = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** Whether a text from an address or a form can be a slug at all: the database needn't be asked otherwise. */
export function isSlug(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 200 && FORM.test(value)
}

/** Latin words as a part of an address: 'Al-Ittihad 24' → 'al-ittihad-24'. */
export function slugOf(words: string): string {
  return words
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[’'`]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
}
