/** What Stripe's API is sent: 'line_items[0][price_data][currency]=idr' as an object; numbers stay words. */
export type FormValue = string | FormValue[] | { [key: string]: FormValue }

export function readForm(body: URLSearchParams): Record<string, FormValue> {
  const root: Record<string, FormValue> = {}
  for (const [name, value] of body) {
    const keys = name
      .replaceAll(']', '')
      .split('[')
      .map((key) => key)
    let at: Record<string, FormValue> = root
    for (const key of keys.slice(0, -1)) {
      const next = at[key] ?? {}
      at[key] = next
      at = next as Record<string, FormValue>
    }
    const last = keys.at(-1) ?? ''
    // 'expand[]=…' has no number of its own.
    at[last || String(Object.keys(at).length)] = value
  }
  return asLists(root) as Record<string, FormValue>
}

function asLists(value: FormValue): FormValue {
  if (typeof value === 'string' || Array.isArray(value)) return value
  const entries = Object.entries(value).map(([key, each]) => [key, asLists(each)] as const)
  const isList = entries.length > 0 && entries.every(([key], index) => key === String(index))
  return isList ? entries.map(([, each]) => each) : Object.fromEntries(entries)
}
