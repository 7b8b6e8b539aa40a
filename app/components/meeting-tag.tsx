import type { MeetingState } from '~/domain/shared/enums'
import { Icon } from './icon'
import type { IconName } from './icon-name'

/** What a reader is told of a meeting's state: narrower than the state itself. */
export type MeetingTone = MeetingState | 'answer' | 'waiting' | 'newTime' | 'tell' | 'over'

const LOOKS: Record<MeetingTone, [tone: string, icon: IconName]> = {
  answer: ['warn', 'circle-help'],
  waiting: ['', 'clock'],
  requested: ['', 'clock'],
  newTime: ['warn', 'refresh-cw'],
  booked: ['ok', 'circle-check'],
  tell: ['warn', 'pencil'],
  over: ['', 'history'],
  held: ['ok', 'badge-check'],
  declined: ['bad', 'circle-x'],
  withdrawn: ['', 'undo-2'],
  expired: ['', 'circle-dashed'],
  cancelled: ['bad', 'circle-x'],
}

/** A meeting's state: always a word and an icon, never a colour alone. */
export function MeetingTag({ tone, children }: { tone: MeetingTone; children: string }) {
  const [look, icon] = LOOKS[tone]
  return (
    <span className={`tag ${look}`}>
      <Icon name={icon} />
      {children}
    </span>
  )
}
