import type { MessageState } from '~/domain/shared/message-enums'

const TONES: Partial<Record<MessageState, string>> = {
  sent: 'ok',
  delivered: 'ok',
  read: 'ok',
  kept: 'warn',
  unknown: 'warn',
  dead: 'bad',
  demonstration: 'sample',
}

/** How a message stands, always in words. `words`: `pageWords('organiserMessages', locale).states` */
export function MessageStateTag({
  state,
  words,
}: {
  state: MessageState
  words: Readonly<Record<MessageState, string>>
}) {
  return <span className={`tag ${TONES[state] ?? ''}`}>{words[state]}</span>
}
