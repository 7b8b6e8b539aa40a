import { MeetingTag, type MeetingTone } from '~/app/components/meeting-tag'
import { fill } from '~/app/i18n/fill'
import { useLocale } from '~/app/i18n/use-words'
import { partyName } from '~/app/party-name'
import type { MeetingView } from '~/domain/meeting/meeting-view'
import type { MeetingPageData } from './load-meeting.server'

/** For whom a meeting waits, or what became of it. */
export function MeetingStateTag({
  meeting,
  words,
}: {
  meeting: MeetingView
  words: MeetingPageData['words']
}) {
  const locale = useLocale()
  const said = words.state
  const { state, proposal, actions, isOver, outcomes, mySide } = meeting
  const name = (side: 'host' | 'guest') => {
    const party = meeting.parties.find((one) => one.side === side)
    return party ? partyName(party, locale) : ''
  }
  const tag = (tone: MeetingTone, text: string) => <MeetingTag tone={tone}>{text}</MeetingTag>
  if (state === 'requested') {
    const asksReader = actions.includes('accept') || actions.includes('accept-move')
    if (asksReader && !proposal?.byMe) return tag('answer', said.waitsForYou)
    // The host proposed another time: now the guest is asked.
    return tag('waiting', fill(said.waitsFor, { name: name(proposal ? 'guest' : 'host') }))
  }
  if (state === 'booked' && isOver) {
    const told = outcomes.some((outcome) => outcome.kind === 'not-held')
    return tag('over', told && mySide ? words.outcome.kinds['not-held'] : said.over)
  }
  if (state === 'booked' && actions.includes('accept-move')) return tag('newTime', said.newTime)
  return tag(state, said[state])
}
