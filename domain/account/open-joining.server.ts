import { and, asc, eq, exists, isNull, sql } from 'drizzle-orm'
import { consent } from '~/db/schema/consent'
import { edition } from '~/db/schema/edition'
import { person } from '~/db/schema/person'
import { district, regency } from '~/db/schema/region'
import type { ConsentKind } from '../shared/account-enums'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { parsePhone } from '../shared/phone'
import { isSharedAccount } from '../shared/shared-account.server'
import { type AlreadyHere, alreadyHere } from './already-here.server'
import { type JoiningProblems, joiningProblems, joiningSchema } from './joining.schema'
import { type HandedIn, lastHandedIn } from './last-handed-in.server'
import { type JoiningView, readJoining } from './read-joining.server'

export interface JoiningChoice {
  code: string
  name: string
}

/** Whom the pages of joining speak to. */
export interface Joiner {
  name: string
  /** Their own proven number: what the booth's WhatsApp begins with. */
  phoneE164: string | null
  isSample: boolean
  /** A sample account that everybody may use: it joins nothing. */
  isShared: boolean
  /** What they have agreed to, and not taken back. */
  consents: ConsentKind[]
}

export interface JoiningPage {
  joiner: Joiner
  /** What was begun and not handed in. */
  joining: JoiningView | null
  /** What is still wrong with it. */
  problems: JoiningProblems
  regencies: JoiningChoice[]
  /** Of the regency that was chosen. */
  districts: JoiningChoice[]
  /** Pesantren of this name that are here already: is it one of these? Asked where nothing is wrong. */
  similar: AlreadyHere[]
  /** What was handed in last: of whom the organiser's word is awaited. */
  handedIn: HandedIn | null
}

/**
 * What the pages of joining show to who is signed in. Seven queries at most.
 * @throws AppError 'forbidden' for visitors.
 */
export async function openJoining(
  context: Context,
  { regencyCode }: { regencyCode?: string | null } = {},
): Promise<JoiningPage> {
  const { db, actor } = context
  if (actor.kind !== 'person') throw new AppError('forbidden')
  const { personId } = actor
  const [joiners, consents, begun, regencies, handedIn] = await Promise.all([
    db
      .select({
        name: person.name,
        phoneE164: person.phoneE164,
        isProven: person.phoneVerified,
        isSample: person.isSample,
        email: person.email,
      })
      .from(person)
      .where(and(eq(person.id, personId), isNull(person.deletedAt))),
    db
      .selectDistinct({ kind: consent.kind })
      .from(consent)
      .where(and(eq(consent.personId, personId), isNull(consent.withdrawnAt))),
    readJoining(context),
    readRegencies(db),
    lastHandedIn(db, personId),
  ])
  const [self] = joiners
  if (!self) throw new AppError('forbidden')
  const { name, isSample } = self
  const phoneE164 = self.isProven ? self.phoneE164 : null
  const parsed = begun?.kind
    ? joiningSchema({ kind: begun.kind, isSample, parsePhone }).safeParse(begun.values)
    : null
  const chosen = regencyCode ?? begun?.values.regencyCode ?? ''
  const [districts, similar] = await Promise.all([
    regencies.some(({ code }) => code === chosen) ? readDistricts(db, chosen) : [],
    parsed?.success && begun?.kind === 'pesantren'
      ? alreadyHere(db, { ...parsed.data, personId, phoneE164, isSample })
      : [],
  ])
  return {
    joiner: {
      name,
      phoneE164,
      isSample,
      isShared: isSharedAccount(self),
      consents: consents.map(({ kind }) => kind),
    },
    joining: begun,
    problems: parsed && !parsed.success ? joiningProblems(parsed.error) : {},
    regencies,
    districts,
    similar,
    handedIn,
  }
}

/** Regencies and cities of the provinces whose halls are open, regencies first: 'Garut', 'Kota Bandung'. */
function readRegencies(db: Context['db']): Promise<JoiningChoice[]> {
  return db
    .select({ code: regency.code, name: regency.name })
    .from(regency)
    .where(
      exists(
        db
          .select({ one: sql`1` })
          .from(edition)
          .where(sql`${edition.isOpen} and ${eq(edition.provinceCode, regency.provinceCode)}`),
      ),
    )
    .orderBy(asc(regency.code))
}

function readDistricts(db: Context['db'], regencyCode: string): Promise<JoiningChoice[]> {
  return db
    .select({ code: district.code, name: district.name })
    .from(district)
    .where(eq(district.regencyCode, regencyCode))
    .orderBy(asc(district.name))
}
