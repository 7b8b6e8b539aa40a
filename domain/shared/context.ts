import type { Database } from '~/db/client.server'
import type { Storage } from '~/integrations/storage/storage'
import type { PaymentProvider } from '~/integrations/stripe/card-payments'
import type { SearchIndex } from '~/search/search-index'
import type { Verification } from './account-enums'
import type { MembershipRole, OrganisationKind } from './enums'

export interface ActorMembership {
  organisationId: string
  /** Sample organisations and real ones never deal with each other. */
  isSample: boolean
  organisationKind: OrganisationKind
  role: MembershipRole
  /** Of the organisation: what an unverified one may do is in domain/shared/acting.ts. */
  verification: Verification
}

/** Who asks. Authorisation (role and ownership) happens in the use case. */
export type Actor =
  | { kind: 'visitor' }
  | {
      kind: 'person'
      personId: string
      memberships: readonly ActorMembership[]
      /** For whom the person acts now: one of the memberships; null: for none. */
      organisationId: string | null
    }
  | { kind: 'system' }

/** What every use case is given as its first argument; nothing is read from a global. */
export interface Context {
  db: Database
  search: SearchIndex
  /** Where photographs and papers lie. */
  storage: Storage
  actor: Actor
  now: Date
  newId: () => string
  /** How many people WhatsApp lets our number write to in a day first; not said: as few as it lets anybody's. */
  whatsappPeople?: number
  /** Who takes cards; not there: cards can't be paid with, and transfers can. */
  cards?: PaymentProvider
}
