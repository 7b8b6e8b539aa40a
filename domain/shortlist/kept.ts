/** Something that a visitor keeps on their own shelf, without an account. */
export interface Kept {
  kind: 'product' | 'booth'
  slug: string
}

/** So many fit into a cookie together with everything else that a browser sends. */
export const KEPT_LIMIT = 60
/** Browsers drop a cookie above 4,096 bytes; some room stays for its name and attributes. */
const TEXT_LIMIT = 3_800

const MARK = { product: 'p', booth: 'b' } as const
const FORM = /^([pb])\.([a-z0-9]+(?:-[a-z0-9]+)*)$/

/** The kept things as one cookie value, the newest first; what doesn't fit is left off at the end. */
export function formatKept(kept: readonly Kept[]): string {
  let text = ''
  for (const { kind, slug } of kept.slice(0, KEPT_LIMIT)) {
    const next = `${text}${text ? '_' : ''}${MARK[kind]}.${slug}`
    if (next.length > TEXT_LIMIT) break
    text = next
  }
  return text
}

/** Reads a cookie value that anybody may have changed: what isn't of the form is dropped. */
export function parseKept(text: string): Kept[] {
  const seen = new Set<string>()
  const kept: Kept[] = []
  for (const part of text.slice(0, TEXT_LIMIT).split('_')) {
    const [, mark, slug] = FORM.exec(part) ?? []
    if (!slug || seen.has(part) || kept.length === KEPT_LIMIT) continue
    seen.add(part)
    kept.push({ kind: mark === 'p' ? 'product' : 'booth', slug })
  }
  return kept
}

export function isKept(kept: readonly Kept[], { kind, slug }: Kept): boolean {
  return kept.some((one) => one.kind === kind && one.slug === slug)
}

/** With it as the newest. What is over the limit falls off at the old end. */
export function addKept(kept: readonly Kept[], added: Kept): Kept[] {
  return [added, ...removeKept(kept, added)].slice(0, KEPT_LIMIT)
}

export function removeKept(kept: readonly Kept[], removed: Kept): Kept[] {
  return kept.filter((one) => one.kind !== removed.kind || one.slug !== removed.slug)
}
