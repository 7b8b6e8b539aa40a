import { eq } from 'drizzle-orm'
import { appendOutbox } from '~/db/outbox.server'
import { boothProfile } from '~/db/schema/booth-profile'
import { organisation } from '~/db/schema/organisation'
import type { Transaction } from '~/db/transaction.server'
import type { Context } from '../shared/context'
import { keepRevision } from '../shared/keep-revision.server'
import type { BoothFields } from './booth-fields'
import type { StoredBooth } from './own-booth.server'

/**
 * Writes a booth's fields, which have been looked at, over those of `current`, whose row is held: the rows, what
 * history keeps of it, and what search has to hear. @returns the new version.
 */
export async function writeBooth(
  tx: Transaction,
  context: Context,
  {
    current,
    fields,
    ...why
  }: {
    current: StoredBooth
    fields: BoothFields
  } & ({ action: 'changed' } | { action: 'restored'; restoredVersion: number }),
): Promise<number> {
  const { now } = context
  const { id: organisationId } = current
  const version = current.version + 1
  const { name, nameArabic, story, field, regencyCode, districtCode, spokenLanguages, hasExported } = fields
  const { nameEnglish, signLatin, signArabic, motif, colour, accent, address, openingHours, videoUrl } =
    fields
  await tx
    .update(organisation)
    .set({
      name,
      nameArabic,
      story,
      field,
      regencyCode,
      districtCode,
      spokenLanguages,
      hasExported,
      version,
      updatedAt: now,
    })
    .where(eq(organisation.id, organisationId))
  const profile = {
    nameEnglish,
    signLatin,
    signArabic,
    motif,
    colour,
    accent,
    address,
    openingHours,
    videoUrl,
    updatedAt: now,
  }
  await tx
    .insert(boothProfile)
    .values({ organisationId, createdAt: now, ...profile })
    .onConflictDoUpdate({ target: boothProfile.organisationId, set: profile })
  await keepRevision(tx, context, {
    organisationId,
    subject: 'booth',
    subjectId: organisationId,
    before: { version: current.version, fields: current.fields },
    after: { version, fields },
    ...why,
  })
  await appendOutbox(tx, context, { topic: 'booth.changed', payload: { organisationId } })
  return version
}
