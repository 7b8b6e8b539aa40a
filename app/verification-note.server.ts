import { actingMembership, isShut, isVerified } from '~/domain/shared/acting'
import type { Actor } from '~/domain/shared/context'
import type { Locale } from '~/domain/shared/locale'
import { type PageWords, pageWords } from './i18n/page-words.server'

export type NotedPage = Exclude<keyof PageWords['verification']['notes'], 'shut'>

/** What an unverified organisation may not do on a page, in a sentence; null: nothing is kept from the reader. */
export function verificationNote(
  actor: Actor,
  page: NotedPage,
  locale: Locale,
): { text: string; more: string } | null {
  const acting = actingMembership(actor)
  if (!acting || acting.organisationKind === 'organiser' || isVerified(acting)) return null
  const { notes, more } = pageWords('verification', locale)
  return { text: isShut(acting) ? notes.shut : notes[page], more }
}
