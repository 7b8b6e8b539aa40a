const FORM = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** Whether a text from an address or a form can be a slug at all: the database needn't be asked otherwise. */
export function isSlug(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 200 && FORM.test(value)
}
