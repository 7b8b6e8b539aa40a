import type { Context } from '~/domain/shared/context'
import type { PaymentProvider } from '~/integrations/stripe/card-payments'

/** No search happens while the sample is written. */
export const noSearch: Context['search'] = {
  search: () => Promise.reject(new Error('the seed searches nothing')),
  upsert: () => Promise.resolve(),
  remove: () => Promise.resolve(),
  rebuild: () => Promise.reject(new Error('the seed rebuilds nothing')),
}

/** Nor is a file kept. */
export const noStorage: Context['storage'] = {
  put: () => Promise.reject(new Error('the seed keeps no files')),
  get: () => Promise.resolve(null),
  remove: () => Promise.resolve(),
  list: () => {
    throw new Error('the seed lists no files')
  },
}

const noService = () => Promise.reject(new Error('the seed asks no service'))

/** Nor is anybody charged: orders by card are told as if a service had taken them. */
export const noCards: PaymentProvider = {
  name: 'stripe',
  isTest: true,
  start: noService,
  truth: noService,
  expire: noService,
  refund: noService,
  payout: noService,
  list: () => {
    throw new Error('the seed asks no service')
  },
}
