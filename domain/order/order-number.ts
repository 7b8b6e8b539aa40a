/** What people call an order: 'S-000123'. */
export function orderNumber(number: number): string {
  return `S-${String(number).padStart(6, '0')}`
}

/** The number in what somebody typed into a search: 'S-000123', 's 123', '123'; null: it is none. */
export function typedOrderNumber(text: string): number | null {
  const digits = /^\s*(?:s[-\s]*)?0*([1-9][0-9]{0,11})\s*$/i.exec(text)?.[1]
  return digits ? Number(digits) : null
}
