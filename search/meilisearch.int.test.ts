import { randomBytes } from 'node:crypto'
import { describe, it } from 'vitest'
import { searchContract } from '~/test/contract/search-contract'
import { openMeilisearch } from './engines/meilisearch.server'

const url = process.env.MEILI_URL

if (url) {
  searchContract(`Meilisearch at ${url}`, async () => {
    const prefix = `opop-test-${randomBytes(4).toString('hex')}`
    const apiKey = process.env.MEILI_API_KEY
    const search = openMeilisearch({ url, prefix, ...(apiKey ? { apiKey } : {}) })
    return {
      search,
      close: async () => {
        await fetch(new URL(`/indexes/${prefix}-exhibits`, url), {
          method: 'DELETE',
          headers: apiKey ? { authorization: `Bearer ${apiKey}` } : {},
        })
      },
    }
  })
} else {
  describe('Meilisearch keeps the search contract', () => {
    it.skip('not tried here: set MEILI_URL (and MEILI_API_KEY) to a Meilisearch server', () => {})
  })
}
