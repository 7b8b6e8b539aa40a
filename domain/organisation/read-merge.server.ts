import { inArray, sql } from 'drizzle-orm'
import { organisation } from '~/db/schema/organisation'
import { requireOrganiser } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { isId } from '../shared/ids'
import type { Member, OrganisationFacts } from './applicant-view'
import { type MergeObstacle, mergeObstacles } from './merge-obstacles.server'
import { readFacts, readMembers } from './organisation-facts.server'
import { similarNames } from './similar-names'

/** How much of each an organisation has: what would move. */
export interface Belongings {
  products: number
  certificates: number
  needs: number
  meetings: number
  inquiries: number
  samples: number
  openTimes: number
  messages: number
  booths: number
}

export interface MergeSide {
  facts: OrganisationFacts
  members: Member[]
  belongings: Belongings
}

export interface MergeView {
  /** In the order of their ids. */
  sides: [MergeSide, MergeSide]
  keptId: string
  obstacles: MergeObstacle[]
  nameScore: number
  isDistinct: boolean
}

/**
 * Two organisations beside each other, what would move, and what stands in the way. Without a `keep` the verified
 * one stays, or else the older one.
 * @throws AppError 'forbidden' for everybody but the organiser; 'not-found' for two kinds, sample beside real, a
 *   closed one and what isn't there.
 */
export async function readMerge(
  context: Context,
  { ids, keep }: { ids: readonly [string, string]; keep: string | null },
): Promise<MergeView> {
  const { isSample } = requireOrganiser(context.actor)
  const { db } = context
  const [one = '', other = ''] = [...ids].sort()
  if (one === other || !isId(one) || !isId(other)) throw new AppError('not-found')
  const [first, second] = [await readFacts(db, one), await readFacts(db, other)]
  if (!first || !second || first.kind !== second.kind || first.kind === 'organiser')
    throw new AppError('not-found')
  if ([first, second].some((side) => side.isSample !== isSample || side.verification === 'closed')) {
    throw new AppError('not-found')
  }
  const keptId = [one, other].find((id) => id === keep) ?? likelyKept(first, second)
  const [kept, gone] = keptId === one ? [first, second] : [second, first]
  const [{ obstacles }, firstMembers, secondMembers, belongings, [said]] = await Promise.all([
    mergeObstacles(db, { kept, gone }, context.now),
    readMembers(db, one),
    readMembers(db, other),
    readBelongings(context, [one, other]),
    db.execute<{ distinct: boolean }>(sql`select exists (
      select from organisation_distinct d where d.one = ${one} and d.other = ${other}) as distinct`),
  ])
  return {
    sides: [
      { facts: first, members: firstMembers, belongings: belongings.get(one) ?? NOTHING },
      { facts: second, members: secondMembers, belongings: belongings.get(other) ?? NOTHING },
    ],
    keptId,
    obstacles,
    nameScore: similarNames(first.name, second.name),
    isDistinct: said?.distinct ?? false,
  }
}

const NOTHING: Belongings = {
  products: 0,
  certificates: 0,
  needs: 0,
  meetings: 0,
  inquiries: 0,
  samples: 0,
  openTimes: 0,
  messages: 0,
  booths: 0,
}

function likelyKept(first: OrganisationFacts, second: OrganisationFacts): string {
  const isVerified = ({ verification }: OrganisationFacts) => verification === 'verified'
  if (isVerified(first) !== isVerified(second)) return isVerified(first) ? first.id : second.id
  return first.createdAt <= second.createdAt ? first.id : second.id
}

async function readBelongings({ db }: Pick<Context, 'db'>, ids: string[]): Promise<Map<string, Belongings>> {
  // In a query of one table its columns come without its name: here it is written out.
  const of = (table: string) =>
    sql<number>`(select count(*)::int from ${sql.identifier(table)} t where t.organisation_id = organisation.id)`
  const rows = await db
    .select({
      id: organisation.id,
      products: of('product'),
      certificates: of('certificate'),
      needs: of('need'),
      meetings: of('meeting_participant'),
      inquiries: of('inquiry'),
      samples: of('sample_order'),
      openTimes: of('open_time'),
      messages: of('message'),
      booths: sql<number>`(select count(*)::int from participation t where t.organisation_id = organisation.id and t.slot is not null)`,
    })
    .from(organisation)
    .where(inArray(organisation.id, ids))
  return new Map(rows.map(({ id, ...counts }) => [id, counts]))
}
