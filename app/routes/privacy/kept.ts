import type { PageWords } from '~/app/i18n/page-words.server'

/** What is kept, in the order of the page, and on which basis of the law's Article 20. */
export const KEPT = [
  { row: 'account', basis: 'consent' },
  { row: 'password', basis: 'contract' },
  { row: 'codes', basis: 'contract' },
  { row: 'consents', basis: 'interest' },
  { row: 'dealings', basis: 'contract' },
  { row: 'messages', basis: 'consent' },
  { row: 'inquiries', basis: 'contract' },
  { row: 'samples', basis: 'contract' },
  { row: 'joining', basis: 'contract' },
  { row: 'studio', basis: 'contract' },
  { row: 'visits', basis: 'interest' },
  { row: 'safety', basis: 'interest' },
] as const satisfies readonly {
  row: keyof PageWords['privacy']['rows']
  basis: keyof PageWords['privacy']['bases']
}[]
