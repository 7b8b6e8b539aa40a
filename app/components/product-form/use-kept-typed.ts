import { useCallback, useEffect, useRef, useState } from 'react'
import { emptyTypedProduct, TYPED_FIELDS, type TypedProduct } from '~/domain/product/typed-product'

/** What was typed and not saved, as this device keeps it. */
interface KeptTyped {
  /** Milliseconds since the epoch. */
  at: number
  typed: TypedProduct
  /** It is on its way to the server. */
  sent: boolean
}

const PREFIX = 'opop-product:'
const WAIT_MS = 400

/**
 * Keeps what is typed on the device until it is saved, and offers it when the page is opened again: after a
 * lost signal, a flat battery, a session that ended.
 * @param names the product's own name first; what was kept by the others is dropped once it is saved.
 * @param justSaved the page is what followed after saving.
 */
export function useKeptTyped({
  names,
  typed,
  dirty,
  justSaved,
}: {
  names: readonly [string, ...string[]]
  typed: TypedProduct
  dirty: boolean
  justSaved: boolean
}) {
  const [offered, setOffered] = useState<KeptTyped | null>(null)
  const [name] = names
  const all = names.join(' ')
  const isReady = useRef(false)

  useEffect(() => {
    for (const each of all.split(' ')) {
      const kept = read(each)
      if (kept?.sent && justSaved) drop(each)
    }
    setOffered(read(name))
    isReady.current = true
  }, [all, name, justSaved])

  const isOffering = offered !== null
  useEffect(() => {
    // What is offered stays until somebody has decided about it.
    if (!isReady.current || isOffering) return
    if (!dirty) {
      if (read(name)?.sent !== true) drop(name)
      return
    }
    const timer = setTimeout(() => write(name, { at: Date.now(), typed, sent: false }), WAIT_MS)
    return () => clearTimeout(timer)
  }, [name, typed, dirty, isOffering])

  const discard = useCallback(() => {
    drop(name)
    setOffered(null)
  }, [name])
  /** Call it when the form goes: its answer says whether it has arrived. */
  const markSent = useCallback(
    (sent: TypedProduct) => write(name, { at: Date.now(), typed: sent, sent: true }),
    [name],
  )
  return { offered, discard, markSent }
}

/** Storage may be full, forbidden, or hold what an older edition of this page wrote. */
function read(name: string): KeptTyped | null {
  try {
    const kept = JSON.parse(localStorage.getItem(PREFIX + name) ?? 'null') as Partial<KeptTyped> | null
    const typed = kept?.typed
    if (!typed || typeof kept.at !== 'number' || !Array.isArray(typed.tiers)) return null
    const whole = { ...emptyTypedProduct(), ...typed }
    const texts = [
      ...TYPED_FIELDS.map((field) => whole[field]),
      ...whole.tiers.flatMap((t) => [t.from, t.price]),
    ]
    if (texts.some((text) => typeof text !== 'string')) return null
    return { at: kept.at, typed: whole, sent: kept.sent === true }
  } catch {
    return null
  }
}

function write(name: string, kept: KeptTyped): void {
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(kept))
  } catch {
    // The form works without it.
  }
}

function drop(name: string): void {
  try {
    localStorage.removeItem(PREFIX + name)
  } catch {
    // As above.
  }
}
