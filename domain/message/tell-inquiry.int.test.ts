import { asc } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { schema } from '~/db/schema'
import { newId } from '~/domain/shared/ids'
import { addPerson } from '~/test/setup/actors'
import { type MeetingHall, openMeetingHall, type Side } from '~/test/setup/meeting-hall'
import { chooseChannel } from './choose-channel'
import { isStillDue } from './is-still-due.server'
import { readReceivers } from './read-receiver.server'
import { tellInquiry } from './tell-inquiry.server'

const { consent, inquiry, message } = schema
let hall: MeetingHall
beforeAll(async () => {
  hall = await openMeetingHall()
}, 60_000)
afterAll(() => hall.database.drop())

async function write(host: Side & { productId: string }, change: Partial<typeof inquiry.$inferInsert> = {}) {
  const id = newId()
  await hall.database.connection.db.insert(inquiry).values({
    id,
    organisationId: host.id,
    productId: host.productId,
    channel: 'form',
    locale: 'en',
    page: '/en/products/madu',
    message: 'Can you ship to Dubai?',
    contactName: 'Nadia',
    contactEmail: 'nadia@nowhere.example',
    ...change,
  })
  return id
}

const tell = (inquiryId: string) => tellInquiry({ ...hall.context, actor: { kind: 'system' } }, { inquiryId })

async function about(inquiryId: string) {
  const rows = await hall.database.connection.db.select().from(message).orderBy(asc(message.personId))
  return rows.filter(({ aboutId }) => aboutId === inquiryId)
}

test('owners and editors are told of an inquiry once, its text stays where it is', async () => {
  const host = await hall.host()
  const editor = await addPerson(hall.database, host.id, 'pesantren', 'editor', { locale: 'en' })
  await addPerson(hall.database, host.id, 'pesantren', 'member')
  const id = await write(host)
  await Promise.all([tell(id), tell(id), tell(id)])
  const rows = await about(id)
  expect(rows.map(({ personId }) => personId).sort()).toEqual([host.actor.personId, editor.personId].sort())
  expect(rows[0]).toMatchObject({
    template: 'inquiry-received',
    state: 'waiting',
    variables: { inquiryId: id, organisation: host.name, from: 'Nadia', language: 'en' },
  })
  expect(JSON.stringify(rows)).not.toContain('Dubai')
  expect(JSON.stringify(rows)).not.toContain('nadia@')
})

test('of a WhatsApp draft, an answered inquiry and one’s own nobody is told; of a sample one as a demonstration', async () => {
  const host = await hall.host()
  const draft = await write(host, { channel: 'whatsapp', message: null })
  const answered = await write(host, { state: 'answered' })
  const own = await write(host, { personId: host.actor.personId })
  for (const id of [draft, answered, own, newId()]) {
    await tell(id)
    expect(await about(id)).toEqual([])
  }
  const sample = await hall.host({ isSample: true })
  const id = await write(sample, { isSample: true })
  await tell(id)
  expect((await about(id)).map(({ state }) => state)).toEqual(['demonstration'])
})

test('answered before the message goes, it is no longer due', async () => {
  const host = await hall.host()
  const id = await write(host)
  await tell(id)
  const { db } = hall.database.connection
  const rows = await about(id)
  expect([...(await isStillDue(db, rows)).values()]).toEqual([true])
  await db.update(inquiry).set({ state: 'answered' })
  expect([...(await isStillDue(db, rows)).values()]).toEqual(['answered'])
})

test('WhatsApp only for whoever agreed to it and has not taken it back', async () => {
  const host = await hall.host()
  const { db } = hall.database.connection
  const reach = (phoneE164: string) => ({
    email: `${phoneE164.slice(1)}@nowhere.example`,
    emailVerified: true,
    phoneE164,
    phoneVerified: true,
  })
  const agreed = await addPerson(hall.database, host.id, 'pesantren', 'owner', reach('+447700900101'))
  const silent = await addPerson(hall.database, host.id, 'pesantren', 'owner', reach('+447700900102'))
  const stopped = await addPerson(hall.database, host.id, 'pesantren', 'owner', reach('+447700900103'))
  const grant = { kind: 'whatsapp' as const, textVersion: '1', text: 'Ya', locale: 'id' as const }
  const grantedAt = hall.context.now
  await db.insert(consent).values([
    { id: newId(), personId: agreed.personId, ...grant, grantedAt },
    { id: newId(), personId: stopped.personId, ...grant, grantedAt, withdrawnAt: grantedAt },
    { id: newId(), personId: silent.personId, ...grant, kind: 'privacy', grantedAt },
  ])
  const receivers = await readReceivers(db, [agreed.personId, silent.personId, stopped.personId, newId()])
  const channels = [agreed, silent, stopped].map(({ personId }) => {
    const receiver = receivers.get(personId)
    if (!receiver) throw new Error('no receiver')
    const chosen = chooseChannel(receiver, { configured: { whatsapp: true, mail: true }, failedBefore: null })
    return typeof chosen === 'string' ? chosen : chosen.channel
  })
  expect(channels).toEqual(['whatsapp', 'mail', 'mail'])
  expect(receivers.size).toBe(3)
})
