import type { Done } from '~/app/answer-meeting.server'
import { mayChat } from '~/domain/meeting/meeting-state'
import type { MeetingView } from '~/domain/meeting/meeting-view'

/** What a link says was done, where the meeting as it is now can have come of it; else null. */
export function agreedDone(
  done: Done | null,
  {
    state,
    events,
    outcomes,
    proposal,
    mySide,
  }: Pick<MeetingView, 'state' | 'events' | 'outcomes' | 'proposal' | 'mySide'>,
): Done | null {
  if (!done || !mySide) return null
  const last = events.at(-1)?.kind
  const agrees: Record<Done, boolean> = {
    accepted: state === 'booked' && last === 'accepted',
    declined: state === 'declined',
    withdrawn: state === 'withdrawn',
    cancelled: state === 'cancelled',
    moved: state === 'booked' && last === 'moved',
    proposed: proposal?.byMe === true,
    'move-declined': last === 'move-declined',
    told: outcomes.length > 0,
    'no-number': mayChat(state),
    existing: state === 'requested' || state === 'booked',
  }
  return agrees[done] ? done : null
}
