import { and, eq } from 'drizzle-orm'
import { meetingOutcome } from '~/db/schema/meeting-outcome'
import type { Context } from '../shared/context'
import type { MeetingState } from '../shared/enums'
import { changeMeeting } from './change-meeting.server'
import type { OutcomeFields } from './outcome.schema'

export type TellOutcome =
  | { kind: 'told'; version: number }
  /** Somebody of the same side has told or corrected it meanwhile: what they said. */
  | { kind: 'stale'; version: number }
  | { kind: 'changed'; state: MeetingState }

/** Takes back the change when another word of the same side was there first. */
class Stale extends Error {
  constructor(readonly version: number) {
    super('the outcome has changed')
  }
}

/**
 * What a side says came of a meeting, once its time is over; each side for itself, and it may correct its own
 * words. It is promised: nothing adds it to what is realised.
 * @param input.version of the side's own outcome; null: it has told none yet.
 * @throws AppError as `changeMeeting`.
 */
export async function tellOutcome(
  context: Context,
  { meetingId, version, fields }: { meetingId: string; version: number | null; fields: OutcomeFields },
): Promise<TellOutcome> {
  let written = 1
  try {
    const changed = await changeMeeting(context, {
      meetingId,
      version: null,
      decide: () => ({ kind: 'tell-outcome', outcome: fields.kind }),
      async also({ tx, acting }) {
        const own = and(
          eq(meetingOutcome.meetingId, meetingId),
          eq(meetingOutcome.organisationId, acting.organisationId),
        )
        const [before] = await tx.select({ version: meetingOutcome.version }).from(meetingOutcome).where(own)
        if ((before?.version ?? null) !== version) throw new Stale(before?.version ?? 0)
        written = (version ?? 0) + 1
        const row = { ...fields, personId: acting.personId, version: written, updatedAt: context.now }
        if (before) await tx.update(meetingOutcome).set(row).where(own)
        else {
          await tx
            .insert(meetingOutcome)
            .values({ ...row, meetingId, organisationId: acting.organisationId, createdAt: context.now })
        }
      },
    })
    if (changed.kind === 'done') return { kind: 'told', version: written }
    if (changed.kind === 'changed') return changed
    throw new RangeError('an outcome was refused for its time')
  } catch (error) {
    if (error instanceof Stale) return { kind: 'stale', version: error.version }
    throw error
  }
}
