import { and, asc, eq, like } from 'drizzle-orm'
import { invitation } from '~/db/schema/invitation'
import { organisation } from '~/db/schema/organisation'
import { inTransaction, type Transaction } from '~/db/transaction.server'
import { AppError } from '../shared/app-error'
import { revokeOpenInvitations } from '../shared/call-back-invitation.server'
import type { Context } from '../shared/context'
import type { Locale } from '../shared/locale'
import type { Address } from './address'
import { freeSlug, slugBase } from './free-slug'
import { invitationEnd } from './invitation'
import { newInvitationToken } from './invitation-token.server'
import { isSampleAddress } from './sample-address'
import { sendInvitation } from './send-invitation.server'

export type InviteOrganiserOutcome =
  | { kind: 'invited'; organisation: string; isNew: boolean; token: string; expiresAt: Date }
  | { kind: 'address-sample' }

/**
 * How the first organiser comes in: the province's organiser is made where there is none yet, and an address is
 * invited to it. Whoever runs the product may, and nobody by the web. What waits for the address is called back.
 * @throws AppError 'forbidden' for everybody else.
 */
export async function inviteOrganiser(
  context: Context,
  { channel, address, name, locale }: Address & { name: string; locale: Locale },
): Promise<InviteOrganiserOutcome> {
  const { db, actor, now } = context
  if (actor.kind !== 'system') throw new AppError('forbidden')
  if (isSampleAddress(address)) return { kind: 'address-sample' }
  return inTransaction(db, async (tx) => {
    const [there] = await tx
      .select({ id: organisation.id, name: organisation.name, nameArabic: organisation.nameArabic })
      .from(organisation)
      .where(
        and(
          eq(organisation.kind, 'organiser'),
          eq(organisation.isSample, false),
          eq(organisation.verification, 'verified'),
        ),
      )
      .orderBy(asc(organisation.createdAt))
      .limit(1)
    const organiser = there ?? (await makeOrganiser(tx, context, name))
    await revokeOpenInvitations(tx, context, {
      which: and(eq(invitation.organisationId, organiser.id), eq(invitation.address, address)),
      why: 'superseded',
    })
    const { token, tokenHash } = newInvitationToken()
    const row = {
      id: context.newId(),
      organisationId: organiser.id,
      role: 'member' as const,
      channel,
      address,
      locale,
      expiresAt: invitationEnd(now),
      isSample: false,
    }
    await tx.insert(invitation).values({ ...row, tokenHash, createdAt: now })
    await sendInvitation(tx, context, {
      invitation: row,
      organisation: organiser,
      inviter: organiser.name,
      token,
    })
    return {
      kind: 'invited',
      organisation: organiser.name,
      isNew: !there,
      token,
      expiresAt: row.expiresAt,
    }
  })
}

async function makeOrganiser(tx: Transaction, { newId, now }: Context, name: string) {
  const base = slugBase(name, 'organiser')
  const taken = await tx
    .select({ slug: organisation.slug })
    .from(organisation)
    .where(like(organisation.slug, `${base}%`))
  const made = { id: newId(), name, nameArabic: null }
  await tx.insert(organisation).values({
    ...made,
    kind: 'organiser',
    slug: freeSlug(base, new Set(taken.map(({ slug }) => slug))),
    isSample: false,
    createdAt: now,
    updatedAt: now,
  })
  return made
}
