import { sql } from 'drizzle-orm'
import { schema } from '~/db/schema'
import { isShownBooth } from './shown-booth.server'

const { edition, organisation, participation } = schema

/**
 * For a query of `organisation`: leaves out whom the organiser hasn't let in, has turned away or has merged with
 * another, whose booth isn't published yet, and whose booth was closed in an edition that is open.
 */
export const notClosed = sql`(${isShownBooth} and not exists (
  select from ${participation} join ${edition} on ${edition.id} = ${participation.editionId}
  where ${participation.organisationId} = ${organisation.id} and ${edition.isOpen}
    and ${participation.closedAt} is not null))`
