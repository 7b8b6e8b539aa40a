import { expect, it } from 'vitest'
import { PRODUCTS } from '~/test/contract/search-documents'
import { keepCurrent } from './keep-current.server'
import type { SearchDocument } from './search-index'

it('of two deliveries at the same time, the one that read first does not leave its older reading', async () => {
  const older = PRODUCTS.soap
  const newer = { ...PRODUCTS.soap, name: { id: 'Sabun baru' } }
  let row: SearchDocument = older
  let stored: SearchDocument | null = null
  const read = async () => ({ documents: [row], gone: [] })
  let slow = () => {}
  const waiting = new Promise<void>((resolve) => {
    slow = resolve
  })
  const index = (before: Promise<void>) => ({
    upsert: async ([document]: SearchDocument[]) => {
      await before
      stored = document ?? null
    },
    remove: async () => {},
  })
  const first = keepCurrent(index(waiting), read)
  row = newer
  await keepCurrent(index(Promise.resolve()), read)
  slow()
  await first
  expect(stored).toEqual(newer)
})

it('removes what may not be found any more', async () => {
  const removed: string[] = []
  await keepCurrent(
    {
      upsert: async () => {
        throw new Error('there is nothing to store')
      },
      remove: async (ids) => {
        removed.push(...ids)
      },
    },
    async () => ({ documents: [], gone: ['a'] }),
  )
  expect(removed).toEqual(['a'])
})

it('gives up on a row that never stands still', async () => {
  let round = 0
  const read = async () => {
    round += 1
    return { documents: [{ ...PRODUCTS.soap, updatedAt: round }], gone: [] }
  }
  const search = { upsert: async () => {}, remove: async () => {} }
  await expect(keepCurrent(search, read)).rejects.toThrow('kept changing')
})
