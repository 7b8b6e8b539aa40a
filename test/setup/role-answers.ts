import { ROLES, type Role, type Things, WHOSE, type Whose } from './role-world'

/** A status; 'sign-in': sent to the sign-in page, and back from there; null: the role can have none of its own. */
export type Answer = number | 'sign-in' | null
/** The roles that the table has a column for; an editor of a pesantren may do what its owner may. */
const COLUMNS = ROLES.filter((role) => role !== 'editor')

/** For each role, in the order of COLUMNS: one answer whosever it is, or own, other's, none. */
export type Answers = readonly (Answer | readonly [own: Answer, other: Answer, none: Answer])[]

export interface Asked {
  /** Below the language, or (with a leading '/') below the root. */
  path: (things: Things) => string
  answers: Answers
}
export interface Posted extends Asked {
  form: (things: Things) => Record<string, string>
}
export type Row =
  /** Around other routes; without an address. */
  'layout' | { get: readonly Asked[] /** Without: 405 for everybody. */; post?: readonly Posted[] }

export const get = (path: Asked['path'], ...answers: Answers): Asked => ({ path, answers })
export const post = (path: Asked['path'], form: Posted['form'], ...answers: Answers): Posted => ({
  path,
  form,
  answers,
})
export const all = <T extends Answers[number]>(answer: T): readonly T[] => COLUMNS.map(() => answer)
/** Everybody's, if there is one. */
export const PUBLIC = all([200, 200, 404] as const)
/** What its organisation, and the organiser, may read. */
export function reads(organiser = 200): Answers {
  const own = [200, 404, 404] as const
  return ['sign-in', own, own, own, own, [null, organiser, 404]]
}

/** What its organisation's writers may do: the answer to them. Nobody else does it. */
export function writes(own: number): Answers {
  const answers = [own, 404, 404] as const
  return ['sign-in', answers, answers, answers, 403, 403]
}

/** Visitors and the organiser have no booth of their own. */
export function ownsBooth(answers: readonly (readonly [Answer, Answer, Answer])[]): Answers {
  return answers.map(([own, other, none], at) =>
    COLUMNS[at] === 'visitor' || COLUMNS[at] === 'organiser' ? [null, other, none] : [own, other, none],
  )
}

export interface Try {
  role: Role
  whose: Whose
  answer: Exclude<Answer, null>
}

/** Each role with each thing that it can name. @throws Error when an answer for a role is missing. */
export function triesOf({ answers }: Asked): Try[] {
  if (answers.length !== COLUMNS.length) throw new Error(`${answers.length} answers for ${COLUMNS.length}`)
  return ROLES.flatMap((role) => {
    const answer = answers[COLUMNS.indexOf(role === 'editor' ? 'pesantren' : role)] ?? null
    return WHOSE.flatMap((whose, which) => {
      const one = Array.isArray(answer) ? (answer as readonly Answer[])[which] : (answer as Answer)
      // A visitor has nothing of its own.
      return one === null || one === undefined || (role === 'visitor' && whose === 'own')
        ? []
        : [{ role, whose, answer: one }]
    })
  })
}
