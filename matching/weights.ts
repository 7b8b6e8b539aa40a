import type { Criterion } from '~/domain/shared/reason'

/**
 * How many of 100 points each criterion can give. What the goods are comes first; whether there is enough
 * at a price that suits comes next; the rest decides between makers who can both deliver. Why: decision 9.
 */
export const WEIGHTS: Record<Criterion, number> = {
  product: 30,
  volume: 20,
  price: 20,
  papers: 10,
  destination: 8,
  language: 5,
  readiness: 7,
}
