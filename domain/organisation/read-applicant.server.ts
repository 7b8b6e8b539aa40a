import { and, asc, eq, sql } from 'drizzle-orm'
import { organisation } from '~/db/schema/organisation'
import { person } from '~/db/schema/person'
import { organisationClaim } from '~/db/schema/verification-event'
import { requireOrganiser } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { findSimilar, type SimilarOrganisation } from '../shared/similar-organisations.server'
import {
  type Claim,
  type DecisionKind,
  decisionsFor,
  type HistoryEvent,
  type Member,
  type OrganisationFacts,
} from './applicant-view'
import { contactColumns, readFacts, readHistory, readMembers } from './organisation-facts.server'

const DOUBLES_SHOWN = 5

export interface ApplicantView {
  facts: OrganisationFacts
  members: Member[]
  claims: Claim[]
  /** Organisations that it may be. */
  doubles: SimilarOrganisation[]
  history: HistoryEvent[]
  /** The number of the last event: sent back with a decision. */
  seen: number
  decisions: readonly DecisionKind[]
  /** What it has got ready meanwhile. */
  drafts: number
  needs: number
  /** Of a verified pesantren: does it stand in the open hall? */
  hasBooth: boolean
  /** Which organisation it turned out to be. */
  mergedInto: { id: string; name: string } | null
}

/**
 * All that an applicant has handed in, who it is, what was said, and whom it may be: for the organiser, who may
 * see contacts. At most six queries.
 * @throws AppError 'forbidden' for everybody else, 'not-found' for sample beside real.
 */
export async function readApplicant(
  context: Context,
  { organisationId }: { organisationId: string },
): Promise<ApplicantView> {
  const { isSample } = requireOrganiser(context.actor)
  const { db } = context
  const facts = await readFacts(db, organisationId)
  if (!facts || facts.isSample !== isSample || facts.kind === 'organiser') throw new AppError('not-found')
  const [members, claims, history, [counted]] = await Promise.all([
    readMembers(db, organisationId),
    db
      .select({
        ...contactColumns,
        id: organisationClaim.id,
        note: organisationClaim.note,
        since: organisationClaim.createdAt,
      })
      .from(organisationClaim)
      .innerJoin(person, eq(person.id, organisationClaim.personId))
      .where(
        and(eq(organisationClaim.organisationId, organisationId), eq(organisationClaim.state, 'pending')),
      )
      .orderBy(asc(organisationClaim.createdAt)),
    readHistory(db, organisationId),
    db
      .select({
        drafts: sql<number>`(select count(*)::int from product p where p.organisation_id = organisation.id and p.state = 'draft')`,
        needs: sql<number>`(select count(*)::int from need n where n.organisation_id = organisation.id)`,
        hasBooth: sql<boolean>`exists (select from participation p join edition e on e.id = p.edition_id
          where p.organisation_id = organisation.id and e.is_open and p.slot is not null)`,
        mergedInto: sql<{
          id: string
          name: string
        } | null>`(select json_build_object('id', k.id, 'name', k.name)
          from organisation k where k.id = organisation.merged_into)`,
      })
      .from(organisation)
      .where(eq(organisation.id, organisationId)),
  ])
  const phones = [facts.whatsappE164, ...members.map(({ phoneE164 }) => phoneE164)]
  const isOpen = facts.verification !== 'closed'
  const doubles = isOpen
    ? await findSimilar(db, {
        name: facts.name,
        nameArabic: facts.nameArabic,
        kind: facts.kind,
        regencyCode: facts.regency?.code ?? null,
        districtCode: facts.district?.code ?? null,
        phoneE164: phones.filter((phone) => phone !== null),
        isSample,
        exceptId: organisationId,
        limit: DOUBLES_SHOWN,
      })
    : []
  return {
    facts,
    members,
    claims,
    doubles,
    history,
    seen: history.at(-1)?.id ?? 0,
    decisions: decisionsFor(facts.verification),
    drafts: counted?.drafts ?? 0,
    needs: counted?.needs ?? 0,
    hasBooth: counted?.hasBooth ?? false,
    mergedInto: counted?.mergedInto ?? null,
  }
}
