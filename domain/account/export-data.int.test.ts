import { eq } from 'drizzle-orm'
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { schema } from '~/db/schema'
import { person } from '~/db/schema/person'
import { recordConsents } from '~/domain/account/give-consents.server'
import { addPerson, contextOf } from '~/test/setup/actors'
import { type MeetingHall, openMeetingHall } from '~/test/setup/meeting-hall'
import { newId } from '../shared/ids'
import { EXPORT_LIMIT, exportData } from './export-data.server'
import { EXPORT_SECTIONS, EXPORTED_COLUMNS, NOT_EXPORTED } from './export-view'

let hall: MeetingHall
beforeAll(async () => {
  hall = await openMeetingHall()
})
afterAll(() => hall?.database.drop())

describe('the columns of the schema', () => {
  const pointing = Object.values(schema).flatMap((table) => {
    const { name, foreignKeys } = getTableConfig(table as PgTable)
    return foreignKeys.flatMap((key) => {
      const { columns, foreignTable } = key.reference()
      return foreignTable === person ? columns.map((column) => `${name}.${column.name}`) : []
    })
  })
  it('that point at a person are in the export, or in the list of reasons', () => {
    expect(pointing.length).toBeGreaterThan(15)
    const known = [...Object.keys(EXPORTED_COLUMNS), ...Object.keys(NOT_EXPORTED)]
    expect(known.sort()).toEqual([...pointing].sort())
  })
  it('that are called so point at a person, so that the test above sees them', () => {
    const named = Object.values(schema).flatMap((table) => {
      const { name, columns } = getTableConfig(table as PgTable)
      return columns
        .filter((column) => /^(person_id|created_by)$/.test(column.name))
        .map((column) => `${name}.${column.name}`)
    })
    expect(named.filter((column) => !pointing.includes(column))).toEqual([])
  })
})

async function somebody() {
  const { guest, host, meetingId } = await hall.meet()
  const { db } = hall.database.connection
  const { personId } = guest.actor
  await db
    .update(person)
    .set({
      name: 'Rina Wijaya',
      email: `Rina-${personId.slice(-6)}@Toko.id`,
      emailVerified: true,
      phoneE164: `+62812${String(Math.abs(hash(personId)))
        .padStart(8, '0')
        .slice(0, 8)}`,
      phoneVerified: true,
    })
    .where(eq(person.id, personId))
  return { guest, host, meetingId, personId, db }
}
const hash = (text: string) =>
  [...text].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 99_999_989, 7)

describe('an export', () => {
  it('has everything about the one who asks, and no code, link or hash', async () => {
    const { guest, host, meetingId, personId, db } = await somebody()
    const { now } = hall.context
    const own = await db.query.person.findFirst({ where: eq(person.id, personId) })
    await db.transaction((tx) =>
      recordConsents(tx, {
        personId,
        locale: 'id',
        consents: [{ kind: 'privacy', textVersion: '1', text: 'Saya setuju.' }],
        now,
        newId,
      }),
    )
    await db.insert(schema.account).values({
      id: newId(),
      personId,
      providerId: 'credential',
      accountId: personId,
      password: 'the-hash-of-a-password',
    })
    await db.insert(schema.need).values({
      id: newId(),
      organisationId: guest.id,
      createdBy: personId,
      field: 'pertanian',
      productWords: 'kopi arabika',
      locale: 'id',
      monthlyVolume: 300,
      unit: 'kg',
      targetPriceMinor: 9_000_000,
      language: 'id',
    })
    const inquiry = {
      organisationId: host.id,
      channel: 'form' as const,
      locale: 'id' as const,
      page: '/id/booths/x',
    }
    await db.insert(schema.inquiry).values([
      { id: newId(), ...inquiry, personId, message: 'Berapa harganya?', contactEmail: 'lain@toko.id' },
      // Written before there was an account, with the address that it has now.
      { id: newId(), ...inquiry, message: 'Masih ada?', contactEmail: own?.email?.toUpperCase() },
      { id: newId(), ...inquiry, message: 'Milik orang lain', contactEmail: 'lain@toko.id' },
    ])
    await db.insert(schema.message).values({
      id: newId(),
      template: 'sign-in-code',
      variables: { code: '482913', minutes: 10 },
      locale: 'id',
      personId,
      aboutKind: 'person',
      aboutId: personId,
      isAddressFixed: true,
      channel: 'mail',
      address: own?.email,
      notBefore: now,
    })
    await db.insert(schema.revision).values({
      id: newId(),
      organisationId: guest.id,
      subject: 'booth',
      subjectId: guest.id,
      version: 2,
      action: 'changed',
      personId,
      fields: { address: 'Jalan Melati 1', hours: 'milik orang lain' },
      changed: ['address'],
    })
    await db.insert(schema.boothEvent).values({ organisationId: guest.id, kind: 'handed-in', personId })
    await db.insert(schema.photo).values({
      id: newId(),
      organisationId: guest.id,
      createdBy: personId,
      alt: { id: 'Kebun teh' },
    })
    const exported = await exportData(hall.as(guest))
    const text = JSON.stringify(exported)
    expect(Object.keys(exported.sections)).toEqual([...EXPORT_SECTIONS])
    expect(exported.sections.profile).toMatchObject([
      { name: 'Rina Wijaya', email: own?.email, phone: own?.phoneE164, emailProven: true },
    ])
    expect(exported.sections.signIn).toHaveLength(1)
    expect(exported.sections.consents).toMatchObject([
      { text: 'Saya setuju.', grantedAt: '2026-11-22T03:00:00Z', withdrawnAt: null },
    ])
    expect(exported.sections.organisations).toMatchObject([{ organisation: guest.name, role: 'member' }])
    expect(exported.sections.needs).toMatchObject([{ product: 'kopi arabika', targetPriceMinor: 9_000_000 }])
    expect(exported.sections.meetings).toMatchObject([{ meeting: meetingId, with: host.name, side: 'guest' }])
    expect(exported.sections.meetingEvents).toMatchObject([{ meeting: meetingId, kind: 'booked' }])
    expect(exported.sections.inquiries.map(({ message }) => message).sort()).toEqual([
      'Berapa harganya?',
      'Masih ada?',
    ])
    expect(exported.sections.changes).toMatchObject([
      { fields: 'address', content: '{"address":"Jalan Melati 1"}' },
    ])
    expect(exported.sections.boothEvents).toMatchObject([{ organisation: guest.name, kind: 'handed-in' }])
    expect(exported.sections.photographs).toMatchObject([{ text: '{"id":"Kebun teh"}', state: 'waiting' }])
    expect(exported.sections.messages).toMatchObject([
      { template: 'sign-in-code', content: '{"minutes":10}', address: own?.email },
    ])
    for (const secret of ['482913', 'the-hash-of-a-password', 'Milik orang lain'])
      expect(text).not.toContain(secret)
  })

  it('is nobody else’s: each finds their own, a visitor nothing', async () => {
    const { guest, host, personId } = await somebody()
    const other = await exportData(hall.as(host))
    expect(JSON.stringify(other)).not.toContain(personId)
    expect(JSON.stringify(other)).not.toContain('Rina Wijaya')
    expect((await exportData(hall.as(guest))).sections.profile).toMatchObject([{ name: 'Rina Wijaya' }])
    await expect(exportData(hall.context)).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('of an address that was only typed finds nothing that was sent to it', async () => {
    const { db } = hall.database.connection
    const host = await hall.host()
    const typed = await addPerson(hall.database, host.id, 'pesantren', 'member', {
      email: 'someone-elses@toko.id',
      emailVerified: false,
    })
    await db.insert(schema.inquiry).values({
      id: newId(),
      organisationId: host.id,
      channel: 'form',
      locale: 'id',
      page: '/id/booths/x',
      message: 'Rahasia dagang',
      contactEmail: 'someone-elses@toko.id',
    })
    const exported = await exportData(contextOf(hall.context, typed))
    expect(exported.sections.inquiries).toEqual([])
  })

  it('can be had ten times an hour', async () => {
    const guest = await hall.guest()
    for (let n = 0; n < EXPORT_LIMIT.limit; n++) await exportData(hall.as(guest))
    await expect(exportData(hall.as(guest))).rejects.toMatchObject({
      code: 'too-many-requests',
      retryAfterSeconds: 3600,
    })
  })
})
