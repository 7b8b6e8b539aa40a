/** Everything that a form sent but passwords, which no page shows. */
export function sentFields(form: FormData): [name: string, value: string][] {
  const fields: [string, string][] = []
  for (const [name, value] of form)
    if (typeof value === 'string' && !/password/i.test(name)) fields.push([name, value.slice(0, 5_000)])
  return fields
}
