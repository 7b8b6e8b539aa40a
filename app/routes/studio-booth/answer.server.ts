import type { EditBoothOutcome } from '~/domain/booth/edit-booth.server'
import type { OwnBoothPage } from '~/domain/booth/read-own-booth.server'
import { CLOTHS, EDGES } from '~/domain/booth/region-family'
import {
  BOOTH_FACTS,
  copyMonday,
  differingFacts,
  type TypedBooth,
  takeStored,
  typedBooth,
} from '~/domain/booth/typed-booth'
import type { BoothAnswer } from './booth-form-state'

interface Asked {
  typed: TypedBooth
  version: number
  more:
    | Extract<EditBoothOutcome, { kind: 'refused' | 'changed' }>
    /** Something else than saving. */
    | { kind: 'asked'; intent: string }
  page: OwnBoothPage
}

/** What goes back to a form that wasn't saved: all that was typed, and what there is to say of it. */
export function answerBoothForm({ typed, version, more, page }: Asked): {
  answer: BoothAnswer
  status: number
} {
  const base = { at: Date.now(), typed, version, problems: {}, changed: null, districts: page.districts }
  if (more.kind === 'refused')
    return { answer: { ...base, kind: 'refused', problems: more.problems }, status: 400 }
  const offered = { colours: CLOTHS, accents: EDGES }
  if (more.kind === 'changed') {
    const stored = typedBooth(more.current.fields, offered)
    const changed = { facts: differingFacts(typed, stored), stored }
    return { answer: { ...base, kind: 'changed', version: more.current.version, changed }, status: 409 }
  }
  const [what, which] = more.intent.split('/')
  if (what === 'take') {
    const fact = BOOTH_FACTS.find((known) => known === which)
    const stored = typedBooth(page.booth.fields, offered)
    const taken = fact ? takeStored(typed, stored, fact) : typed
    const changed = { facts: differingFacts(taken, stored), stored }
    return {
      answer: { ...base, kind: 'changed', typed: taken, version: page.booth.version, changed },
      status: 200,
    }
  }
  if (what === 'hours')
    return {
      answer: { ...base, kind: 'copied', typed: copyMonday(typed, which === '6' ? 6 : 5) },
      status: 200,
    }
  return { answer: { ...base, kind: what === 'districts' ? 'districts' : 'shown' }, status: 200 }
}
