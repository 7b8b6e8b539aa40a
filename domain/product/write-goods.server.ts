import { getTableColumns, inArray, sql } from 'drizzle-orm'
import { appendOutbox } from '~/db/outbox.server'
import { priceTier } from '~/db/schema/price-tier'
import { product } from '~/db/schema/product'
import type { Transaction } from '~/db/transaction.server'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { inParts } from '../shared/in-parts'
import { keepRevisions } from '../shared/keep-revision.server'
import { chooseDrawing } from './drawing-choice'
import { columnsOf } from './own-product.server'
import type { GoodRow } from './plan-import'
import { productSlug } from './product-slug'
import { revisedProduct } from './revised-product'

interface WrittenGoods {
  organisationId: string
  boothSlug: string
  isSample: boolean
  /** On the shelf, of the first new one. */
  position: number
  rows: readonly GoodRow[]
}

interface Written extends GoodRow {
  id: string
}

/** Others may take an address at the same moment: then the next one is tried. */
const MOST_ROUNDS = 20

/**
 * Writes a table's goods, new and changed, as `addProduct` and `writeProduct` do one by one, but in a few statements
 * for some hundreds. Search is told of the booth once. The caller's transaction holds the pesantren's row and those of
 * the goods.
 */
export async function writeGoods(tx: Transaction, context: Context, goods: WrittenGoods): Promise<void> {
  const rows = goods.rows.map((row): Written => ({ ...row, id: row.current?.id ?? context.newId() }))
  const { organisationId } = goods
  await insertNew(
    tx,
    context,
    goods,
    rows.filter(({ current }) => !current),
  )
  const changed = rows.filter(({ current }) => current)
  for (const part of inParts(changed)) await updateOld(tx, context, goods, part)
  for (const part of inParts(changed)) {
    const ids = part.map(({ id }) => id)
    await tx.delete(priceTier).where(inArray(priceTier.productId, ids))
  }
  const tiers = rows.flatMap(({ id, fields }) => fields.tiers.map((tier) => ({ productId: id, ...tier })))
  for (const part of inParts(tiers)) await tx.insert(priceTier).values(part)
  await keepRevisions(
    tx,
    context,
    rows.map(({ id, current, fields, state }) => ({
      organisationId,
      subject: 'product',
      subjectId: id,
      action: 'imported',
      before: current && {
        version: current.version,
        fields: revisedProduct(current.fields, current.state),
      },
      after: { version: (current?.version ?? 0) + 1, fields: revisedProduct(fields, state) },
    })),
  )
  await appendOutbox(tx, context, { topic: 'booth.changed', payload: { organisationId } })
}

/** Each gets an address that no other has, also where several have one name. */
async function insertNew(
  tx: Transaction,
  { now }: Pick<Context, 'now'>,
  { organisationId, boothSlug, isSample, position }: WrittenGoods,
  rows: readonly Written[],
): Promise<void> {
  const taken = new Set<string>()
  const tried = new Map<string, number>()
  const addressOf = ({ fields }: Written): string => {
    const first = productSlug(fields.name, boothSlug, 1)
    for (let attempt = (tried.get(first) ?? 0) + 1; ; attempt++) {
      const slug = productSlug(fields.name, boothSlug, attempt)
      if (taken.has(slug)) continue
      tried.set(first, attempt)
      taken.add(slug)
      return slug
    }
  }
  const places = new Map(rows.map(({ id }, at) => [id, position + at]))
  for (const part of inParts(rows)) {
    let left = part
    for (let round = 0; left.length > 0; round++) {
      if (round === MOST_ROUNDS) throw new AppError('conflict', 'no address is left for a name')
      const written = await tx
        .insert(product)
        .values(
          left.map((row) => ({
            id: row.id,
            organisationId,
            ...columnsOf(row.fields),
            state: row.state,
            position: places.get(row.id) ?? position,
            isSample,
            slug: addressOf(row),
            drawing: chooseDrawing(row.fields.kind, boothSlug, row.id),
            createdAt: now,
            updatedAt: now,
          })),
        )
        .onConflictDoNothing({ target: product.slug })
        .returning({ id: product.id })
      const done = new Set(written.map(({ id }) => id))
      left = left.filter(({ id }) => !done.has(id))
    }
  }
}

async function updateOld(
  tx: Transaction,
  { now }: Pick<Context, 'now'>,
  { organisationId, boothSlug }: WrittenGoods,
  rows: readonly Written[],
): Promise<void> {
  const values = rows.flatMap(({ id, current, fields, state }) =>
    current
      ? [
          {
            id,
            organisationId,
            slug: current.slug,
            ...columnsOf(fields),
            drawing:
              fields.kind === current.fields.kind
                ? current.drawing
                : chooseDrawing(fields.kind, boothSlug, id),
            state,
            version: current.version + 1,
            updatedAt: now,
          },
        ]
      : [],
  )
  const [first] = values
  if (!first) return
  const columns = getTableColumns(product)
  const written = Object.keys(first).filter((name) => !['id', 'organisationId', 'slug'].includes(name))
  const set = Object.fromEntries(
    written.map((name) => [name, sql.raw(`excluded."${columns[name as keyof typeof columns].name}"`)]),
  )
  // Each of them is there, and the caller holds it: nothing is ever inserted.
  await tx.insert(product).values(values).onConflictDoUpdate({ target: product.id, set })
}
