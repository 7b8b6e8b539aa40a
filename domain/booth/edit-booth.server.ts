import { and, eq } from 'drizzle-orm'
import { district, regency } from '~/db/schema/region'
import { inTransaction, type Transaction } from '~/db/transaction.server'
import { requirePesantrenWriter } from '../shared/acting'
import { AppError } from '../shared/app-error'
import { changedFields } from '../shared/changed-fields'
import type { Context } from '../shared/context'
import { type BoothProblems, boothProblems, boothSchema } from './booth.schema'
import type { BoothFields } from './booth-fields'
import { findOwnBooth, pavilionOf } from './own-booth.server'
import { familyMotifs } from './region-family'
import type { TypedBooth } from './typed-booth'
import { writeBooth } from './write-booth.server'

export interface EditBoothInput {
  /** The version on which the edit was made. */
  version: number
  typed: TypedBooth
}

export type EditBoothOutcome =
  | { kind: 'saved'; version: number; movedRegency: boolean }
  /** It says that already; nothing was written. */
  | { kind: 'same' }
  /** Something has to be mended; nothing was written. */
  | { kind: 'refused'; problems: BoothProblems }
  /** Somebody else saved since; nothing was written. Saving on `current.version` goes over it. */
  | { kind: 'changed'; current: { version: number; fields: BoothFields } }

/**
 * Saves what a pesantren says of its booth. Its address and its place in the hall stay, also where it says that it
 * is in another regency now.
 * @throws AppError 'forbidden' for who may not write for a pesantren.
 */
export async function editBooth(
  context: Context,
  { version, typed }: EditBoothInput,
): Promise<EditBoothOutcome> {
  const { organisationId } = requirePesantrenWriter(context.actor)
  return inTransaction(context.db, async (tx): Promise<EditBoothOutcome> => {
    const current = await findOwnBooth(tx, organisationId, { lock: true })
    if (!current) throw new AppError('not-found')
    const { id, isSample } = current
    // Of a booth that stands nowhere yet, the pavilion follows the regency that is typed.
    const { look, regencyCode } = await pavilionOf(tx, { id, isSample, regencyCode: typed.regencyCode })
    const motifs = familyMotifs(regencyCode, look.motif)
    const read = boothSchema({ isSample, pavilion: look, motifs }).safeParse(typed)
    const problems = read.success ? await placeProblems(tx, read.data) : boothProblems(read.error)
    if (!read.success || problems) return { kind: 'refused', problems: problems ?? {} }
    const fields = read.data
    if (current.version !== version) {
      return isSame(fields, current.fields)
        ? { kind: 'same' }
        : { kind: 'changed', current: { version: current.version, fields: current.fields } }
    }
    if (isSame(fields, current.fields)) return { kind: 'same' }
    const saved = await writeBooth(tx, context, { current, fields, action: 'changed' })
    return {
      kind: 'saved',
      version: saved,
      movedRegency: fields.regencyCode !== current.fields.regencyCode,
    }
  })
}

async function placeProblems(
  tx: Transaction,
  { regencyCode, districtCode }: BoothFields,
): Promise<BoothProblems | null> {
  const [found] = await tx
    .select({ regency: regency.code, district: district.code })
    .from(regency)
    .leftJoin(district, and(eq(district.regencyCode, regency.code), eq(district.code, districtCode ?? '')))
    .where(eq(regency.code, regencyCode ?? ''))
  if (!found) return { regencyCode: 'regency-missing' }
  return districtCode && !found.district ? { districtCode: 'district-elsewhere' } : null
}

/** Whatever the order in which the database gives them back. */
const isSame = (one: BoothFields, other: BoothFields) => changedFields({ ...one }, { ...other }).length === 0
