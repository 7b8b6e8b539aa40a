import { MESSAGE_TABS, type MessageFilter, stateOf, TAB_STATES } from '~/domain/message/message-view'
import { isIsoDay } from '~/domain/shared/iso-day'
import { CHANNELS, MESSAGE_TEMPLATES } from '~/domain/shared/message-enums'

/** What an address, or a form that came from it, asks for; what is no such thing is left out. */
export function readMessageFilter(
  query: { get(name: string): unknown },
  { isSample }: { isSample: boolean },
): MessageFilter {
  const text = (name: string) => String(query.get(name) ?? '').trim()
  const state = stateOf(text('state'))
  const day = text('day')
  return {
    // Of sample data nothing is ever sent: all of it is in the last list.
    tab:
      MESSAGE_TABS.find((tab) => (state ? TAB_STATES[tab].includes(state) : tab === text('tab'))) ??
      (isSample ? 'rest' : 'attention'),
    state,
    template: MESSAGE_TEMPLATES.find((known) => known === text('template')) ?? null,
    channel: CHANNELS.find((known) => known === text('channel')) ?? null,
    day: isIsoDay(day) ? day : null,
    search: text('q').slice(0, 200) || null,
  }
}

/** The same as an address has it. */
export function messageQuery(filter: Partial<MessageFilter>, page = 1): URLSearchParams {
  const query = new URLSearchParams()
  const { tab, state, template, channel, day, search } = filter
  for (const [name, value] of Object.entries({ tab, state, template, channel, day, q: search })) {
    if (value) query.set(name, value)
  }
  if (page > 1) query.set('page', String(page))
  return query
}
