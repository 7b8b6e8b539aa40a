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

export interface PlaceChoice {
  code: string
  name: string
  districts: { code: string; name: string }[]
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
    /** It stands in the open hall. */
    hasBooth: boolean
    /** Visitors see its page. */
    isPublished: boolean
    /** To choose from, where a pesantren may mend its place: regencies with their districts. */
    places: PlaceChoice[]
  } | null
  claims: OwnClaim[]
}

/**
 * Where the reader's organisation stands with the organiser, and what became of its claims. At most five queries.
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
    db.execute<{ there: boolean; published: boolean }>(sql`select exists (
      select from participation p join edition e on e.id = p.edition_id
      where p.organisation_id = ${acting.organisationId} and e.is_open and p.slot is not null
        and p.closed_at is null) as there, exists (
      select from organisation o where o.id = ${acting.organisationId} and o.booth_state = 'published') as published`),
  ])
  if (!facts) throw new AppError('not-found')
  // Others' claims are the organiser's business.
  const own = history.filter(({ kind }) => !kind.startsWith('claim'))
  const asked = own.findLast(({ kind }) => kind === facts.verification)
  const maySend = acting.role === 'owner' && maySendAgain(facts.verification)
  return {
    organisation: {
      facts,
      role: acting.role,
      history: own.map(({ personName: _, ...event }) => event),
      seen: history.at(-1)?.id ?? 0,
      said: asked?.text ?? null,
      maySend,
      hasBooth: booth?.there ?? false,
      isPublished: booth?.published ?? false,
      places: maySend && facts.kind === 'pesantren' ? await readPlaces(db) : [],
    },
    claims,
  }
}

async function readPlaces(db: Context['db']): Promise<PlaceChoice[]> {
  const rows = await db.execute<PlaceChoice & Record<string, unknown>>(sql`
    select r.code, r.name, json_agg(json_build_object('code', d.code, 'name', d.name) order by d.name) as districts
    from regency r join district d on d.regency_code = r.code
    group by r.code order by r.kind, r.name`)
  return [...rows]
}
