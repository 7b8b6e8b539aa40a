import { and, asc, eq, ne, sql } from 'drizzle-orm'
import { organisation } from '~/db/schema/organisation'
import { organisationClaim } from '~/db/schema/verification-event'
import type { ClaimState } from '../shared/account-enums'
import { actingMembership } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import type { MembershipRole } from '../shared/enums'
import { type HistoryEvent, maySendAgain, type OrganisationFacts } from './applicant-view'
import { readFacts, readHistory } from './organisation-facts.server'

/** What somebody said is theirs, and what became of that. */
export interface OwnClaim {
  id: string
  name: string
  nameArabic: string | null
  state: ClaimState
  reason: string | null
  at: Date
}

export interface OwnVerification {
  /** Null: the person acts for none. */
  organisation: {
    facts: OrganisationFacts
    role: MembershipRole
    /** Without who of the organiser said it. */
    history: Omit<HistoryEvent, 'personName'>[]
    seen: number
    /** The organiser's last question or reason, while it stands. */
    said: string | null
    /** May the reader mend it and send it again? */
    maySend: boolean
    hasBooth: boolean
  } | null
  claims: OwnClaim[]
}

/**
 * Where the reader's organisation stands with the organiser, and what became of its claims. At most four queries.
 * @throws AppError 'forbidden' for visitors and organisers, who aren't verified by anybody.
 */
export async function readOwnVerification(context: Context): Promise<OwnVerification> {
  const { db, actor } = context
  if (actor.kind !== 'person') throw new AppError('forbidden')
  const acting = actingMembership(actor)
  if (acting?.organisationKind === 'organiser') throw new AppError('forbidden')
  const claims = await db
    .select({
      id: organisationClaim.id,
      name: organisation.name,
      nameArabic: organisation.nameArabic,
      state: organisationClaim.state,
      reason: organisationClaim.reason,
      at: sql<Date>`coalesce(${organisationClaim.decidedAt}, ${organisationClaim.createdAt})`.mapWith(
        organisationClaim.createdAt,
      ),
    })
    .from(organisationClaim)
    .innerJoin(organisation, eq(organisation.id, organisationClaim.organisationId))
    .where(and(eq(organisationClaim.personId, actor.personId), ne(organisationClaim.state, 'withdrawn')))
    .orderBy(asc(organisationClaim.createdAt))
  if (!acting) return { organisation: null, claims }

  const [facts, history, [booth]] = await Promise.all([
    readFacts(db, acting.organisationId),
    readHistory(db, acting.organisationId),
    db.execute<{ there: boolean }>(sql`select exists (
      select from participation p join edition e on e.id = p.edition_id
      where p.organisation_id = ${acting.organisationId} and e.is_open and p.slot is not null
        and p.closed_at is null) as there`),
  ])
  if (!facts) throw new AppError('not-found')
  // Others' claims are the organiser's business.
  const own = history.filter(({ kind }) => !kind.startsWith('claim'))
  const asked = own.findLast(({ kind }) => kind === facts.verification)
  return {
    organisation: {
      facts,
      role: acting.role,
      history: own.map(({ personName: _, ...event }) => event),
      seen: history.at(-1)?.id ?? 0,
      said: asked?.text ?? null,
      maySend: acting.role === 'owner' && maySendAgain(facts.verification),
      hasBooth: booth?.there ?? false,
    },
    claims,
  }
}
