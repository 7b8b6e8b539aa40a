import type { MessageLogWords } from './components/message-log'
import { pageWords } from './i18n/page-words.server'

/** What a log of messages is shown with, and no more of the organiser's words. */
export function messageLogWords(locale: string): MessageLogWords {
  const { log, templates, states, channels } = pageWords('organiserMessages', locale)
  return { log, templates, states, channels }
}
