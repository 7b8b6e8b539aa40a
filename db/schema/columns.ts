import { sql } from 'drizzle-orm'
import { boolean, customType, jsonb, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { LocalizedText } from '~/domain/shared/locale'

/** UUID version 7 made by the application (`Context.newId`), so that tests can fix it. */
export const id = () => uuid('id').primaryKey()
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })
export const createdAt = () => instant('created_at').notNull().default(sql`now()`)
export const updatedAt = () => instant('updated_at').notNull().default(sql`now()`)
/** Invented data: never mixed with real data, and always marked where it is shown. */
export const isSample = () => boolean('is_sample').notNull().default(false)
export const localizedText = (name: string) => jsonb(name).$type<LocalizedText>()

/** Money in integer minor units; a safe integer in JavaScript. */
export const minorUnits = customType<{ data: number; driverData: string }>({
  dataType: () => 'bigint',
  fromDriver: (value) => Number(value),
})
