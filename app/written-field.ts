/** Codes, choices and what a form says of itself: they go again, and say nothing to a reader. */
const OWN =
  /^(intent|step|seen|id|token|version|outcomeVersion|state|to|keep\w*|reopen|kept\w*|actingFor|actAgain|confirm|agree|kind|channel|role|language|locale|timeZone|preferredChannel|claim|code|field|zone|meeting|product|booth|startsAt)$|Code$/

/** A country's or a currency's code, and an id: chosen from a list, not written. */
const CODE = /^[A-Z]{2,3}$|^[0-9a-f]{8}-[0-9a-f-]{27}$/

/** Whether a field of a form holds what somebody has written. */
export const isWritten = ([name, value]: readonly [name: string, value: string]): boolean =>
  !OWN.test(name) && !CODE.test(value) && value.trim() !== ''
