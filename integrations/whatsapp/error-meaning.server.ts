import type { SendFailure } from '~/domain/shared/message-enums'

/** Meta's codes by what they mean for us; what isn't here is read from the HTTP status. */
const MEANINGS: ReadonlyMap<number, SendFailure> = new Map([
  // The number has no WhatsApp, or can't get this.
  ...([131026, 131021, 131030, 131050, 130497] as const).map((code) => [code, 'undeliverable'] as const),
  [131047, 'window-closed'],
  // Of our number, of our account, of one receiver.
  ...([4, 80007, 130429, 131048, 131056, 133016] as const).map((code) => [code, 'rate'] as const),
  // Meta's cap of what somebody gets, an experiment of theirs, a kind that it doesn't take: not again.
  ...([131049, 130472, 131051, 131052, 131053] as const).map((code) => [code, 'refused'] as const),
  // Token, permission, account, payment, number and its name.
  ...([0, 3, 10, 33, 190, 368, 131005, 131031, 131037, 131042, 131045, 133010] as const).map(
    (code) => [code, 'setup'] as const,
  ),
  // Our request or the template: the same again would fail the same way.
  ...([100, 131008, 131009] as const).map((code) => [code, 'setup'] as const),
  ...([1, 2, 131000, 131016, 131057, 133004] as const).map((code) => [code, 'unavailable'] as const),
])

/**
 * What an error of the Cloud API means for us.
 * @param code Meta's; null: the answer had none, so it isn't the API's own word.
 * @param httpStatus null: it came as a status of a message that had been taken.
 */
export function whatsappErrorMeaning(code: number | null, httpStatus: number | null): SendFailure {
  if (code !== null) {
    const known = MEANINGS.get(code)
    if (known) return known
    if (code >= 132_000 && code < 133_000) return 'setup'
    if (code >= 200 && code < 300) return 'setup'
  }
  if (httpStatus === null) return 'refused'
  if (httpStatus === 429) return 'rate'
  if (httpStatus === 401 || httpStatus === 403) return 'setup'
  // Something in between has heard nothing from the API, or not to the end: it may have taken it.
  if (httpStatus === 502 || httpStatus === 504) return 'no-answer'
  if (code === null && httpStatus >= 500 && httpStatus !== 503) return 'no-answer'
  if (httpStatus >= 500 || httpStatus === 408) return 'unavailable'
  return 'refused'
}

/** Whether 'setup' is about one template or request alone, and not about all that goes by our number. */
export function isOfOneTemplate(serviceCode: string | null): boolean {
  return /^(100|131008|131009|132\d{3})$/.test(serviceCode ?? '')
}
