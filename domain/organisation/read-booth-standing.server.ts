import { desc, eq, sql } from 'drizzle-orm'
import { boothEvent } from '~/db/schema/booth-event'
import { isVerified, mayWrite, requirePesantren } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import type { BoothState } from '../shared/enums'
import { type BoothStanding, handInGaps } from './booth-standing'

const HISTORY = 20

interface Facts {
  slug: string
  state: BoothState
  hasStory: boolean
  readyProducts: number
  drafts: number
  pavilion: number | null
  [key: string]: unknown
}

/**
 * Where one's own booth stands before its visitors, and what is still to do. Two queries.
 * @throws AppError 'forbidden' for who acts for no pesantren.
 */
export async function readBoothStanding(context: Context): Promise<BoothStanding> {
  const acting = requirePesantren(context.actor)
  const { organisationId } = acting
  const [[facts], events] = await Promise.all([
    context.db.execute<Facts>(sql`
      select o.slug, o.booth_state as state,
        exists (select from jsonb_each_text(coalesce(o.story, '{}')) said where btrim(said.value) <> '') as "hasStory",
        (select count(*)::int from product g where g.organisation_id = o.id and g.state = 'published') as "readyProducts",
        (select count(*)::int from product g where g.organisation_id = o.id and g.state = 'draft') as drafts,
        (select p.pavilion_number from participation p join edition e on e.id = p.edition_id and e.is_open
          where p.organisation_id = o.id and p.slot is not null and p.closed_at is null limit 1) as pavilion
      from organisation o where o.id = ${organisationId}`),
    context.db
      .select({ id: boothEvent.id, kind: boothEvent.kind, text: boothEvent.text, at: boothEvent.createdAt })
      .from(boothEvent)
      .where(eq(boothEvent.organisationId, organisationId))
      .orderBy(desc(boothEvent.id))
      .limit(HISTORY),
  ])
  if (!facts) throw new AppError('not-found')
  const { hasStory, ...rest } = facts
  const isLetIn = isVerified(acting)
  return {
    ...rest,
    isVerified: isLetIn,
    question:
      facts.state === 'asked-back' ? (events.find(({ kind }) => kind === 'asked-back')?.text ?? null) : null,
    gaps: handInGaps({ isVerified: isLetIn, hasStory, readyProducts: facts.readyProducts }),
    mayWrite: mayWrite(acting),
    seen: events[0]?.id ?? 0,
    history: events,
  }
}
