import { isId } from '~/domain/shared/ids'

const CHOICE = 'organisation-'
export const choiceName = (organisationId: string) => CHOICE + organisationId

/** What was chosen for each organisation, in a form or in an address. */
export function readChoices(fields: Iterable<[string, unknown]>): Record<string, string> {
  const choices: Record<string, string> = {}
  for (const [name, value] of fields) {
    const id = name.slice(CHOICE.length)
    if (name.startsWith(CHOICE) && isId(id) && typeof value === 'string') choices[id] = value.slice(0, 40)
  }
  return choices
}
