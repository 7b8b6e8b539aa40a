import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { schema } from '~/db/schema'
import { addPerson } from '~/test/setup/actors'
import { type MeetingHall, openMeetingHall, type Side } from '~/test/setup/meeting-hall'
import { newId } from '../shared/ids'
import { changeInquiryState } from './change-inquiry-state.server'
import { listInquiries } from './list-inquiries.server'
import { readInquiry } from './read-inquiry.server'
import { startInquiryChat } from './start-inquiry-chat.server'
import { tellInquiryOutcome } from './tell-inquiry-outcome.server'

let hall: MeetingHall
let host: Awaited<ReturnType<MeetingHall['host']>>
let sampleHost: Awaited<ReturnType<MeetingHall['host']>>
beforeAll(async () => {
  hall = await openMeetingHall()
  host = await hall.host()
  sampleHost = await hall.host({ isSample: true })
})
afterAll(() => hall?.database.drop())
beforeEach(async () => {
  await hall.database.connection.sql`truncate inquiry, rate_limit cascade`
})

type Row = typeof schema.inquiry.$inferInsert
async function asked(change: Partial<Row> = {}): Promise<string> {
  const id = newId()
  await hall.database.connection.db.insert(schema.inquiry).values({
    id,
    organisationId: host.id,
    productId: host.productId,
    channel: 'form',
    locale: 'en',
    page: '/en/inquiry',
    quantity: 1200,
    message: 'Can you ship to Dubai?',
    contactName: 'Fatima',
    contactEmail: 'fatima@buyer.org',
    contactPhoneE164: '+971501234567',
    createdAt: hall.context.now,
    ...change,
  })
  return id
}
const read = (inquiryId: string, side: Parameters<MeetingHall['as']>[0] = host) =>
  readInquiry(hall.as(side), { inquiryId, locale: 'id' })

describe('who reads', () => {
  it('is the pesantren: its owner and editors with the contact, others of it without', async () => {
    const id = await asked()
    const editor = { actor: await addPerson(hall.database, host.id, 'pesantren', 'editor') }
    const member = { actor: await addPerson(hall.database, host.id, 'pesantren', 'member') }
    for (const side of [host, editor]) {
      expect(await read(id, side)).toMatchObject({
        email: 'fatima@buyer.org',
        contactName: 'Fatima',
        mayAnswer: true,
      })
    }
    expect(await read(id, member)).toMatchObject({
      message: 'Can you ship to Dubai?',
      quantity: 1200,
      email: null,
      contactName: null,
      draft: null,
      mayAnswer: false,
    })
    const list = await listInquiries(hall.as(member), { state: 'new', page: 1, locale: 'id' })
    expect(list.rows[0]).toMatchObject({ excerpt: 'Can you ship to Dubai?', contactName: null })
    await expect(changeInquiryState(hall.as(member), { inquiryId: id, to: 'closed' })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(
      startInquiryChat(hall.as(member), { inquiryId: id, sampleWhatsapp: undefined }),
    ).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('is nobody else', async () => {
    const id = await asked()
    const other = await hall.host()
    const guest = await hall.guest()
    await expect(read(id, other)).rejects.toMatchObject({ code: 'not-found' })
    await expect(changeInquiryState(hall.as(other), { inquiryId: id, to: 'closed' })).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(
      startInquiryChat(hall.as(other), { inquiryId: id, sampleWhatsapp: undefined }),
    ).rejects.toMatchObject({ code: 'not-found' })
    for (const actor of [guest.actor, hall.organiser]) {
      await expect(read(id, { actor })).rejects.toMatchObject({ code: 'forbidden' })
      await expect(
        listInquiries(hall.as({ actor }), { state: 'new', page: 1, locale: 'id' }),
      ).rejects.toMatchObject({ code: 'forbidden' })
    }
    expect((await listInquiries(hall.as(other), { state: 'new', page: 1, locale: 'id' })).rows).toEqual([])
  })

  it('reads the number in no page, only in the way to WhatsApp', async () => {
    const id = await asked()
    expect(JSON.stringify(await read(id))).not.toContain('971501234567')
    const outcome = await startInquiryChat(hall.as(host), { inquiryId: id, sampleWhatsapp: undefined })
    if (outcome.kind !== 'whatsapp') throw new Error(outcome.kind)
    const url = new URL(outcome.url)
    expect(url.pathname).toBe('/971501234567')
    expect(url.searchParams.get('text')).toContain('Hello Fatima')
    // As the page has shown it.
    expect(url.searchParams.get('text')).toContain((await read(id)).draft?.seller)
  })

  it('cannot collect numbers', async () => {
    const id = await asked()
    for (let n = 0; n < 5; n++)
      await startInquiryChat(hall.as(host), { inquiryId: id, sampleWhatsapp: undefined })
    await expect(
      startInquiryChat(hall.as(host), { inquiryId: id, sampleWhatsapp: undefined }),
    ).rejects.toMatchObject({ code: 'too-many-requests' })
  })

  it('has no number where none was left, and no words of a WhatsApp draft', async () => {
    const mail = await asked({ contactPhoneE164: null })
    expect((await read(mail)).draft).toBeNull()
    expect(await startInquiryChat(hall.as(host), { inquiryId: mail, sampleWhatsapp: '+62812' })).toEqual({
      kind: 'no-number',
    })
    const draft = await asked({
      channel: 'whatsapp',
      message: null,
      contactName: null,
      contactEmail: null,
      contactPhoneE164: null,
    })
    expect(await read(draft)).toMatchObject({ withheld: 'on-phone', message: null, email: null })
    const erased = await asked({
      message: null,
      contactName: null,
      contactEmail: null,
      contactPhoneE164: null,
      erasedAt: hall.context.now,
    })
    expect(await read(erased)).toMatchObject({ withheld: 'erased' })
  })
})

describe('the sample', () => {
  const invented = { productId: null, isSample: true }

  it('shows nobody what a visitor of the hall wrote: its accounts are everybody’s', async () => {
    const id = await asked({ ...invented, organisationId: sampleHost.id })
    const shown = JSON.stringify([
      await read(id, sampleHost),
      await listInquiries(hall.as(sampleHost), { state: 'new', page: 1, locale: 'id' }),
    ])
    expect(shown).toContain('"withheld":"sample"')
    expect(shown).not.toMatch(/Dubai|Fatima|buyer\.org|971501234567/)
    expect(
      await startInquiryChat(hall.as(sampleHost), { inquiryId: id, sampleWhatsapp: '+6281200000000' }),
    ).toEqual({ kind: 'no-number' })
  })

  it('shows what somebody of the sample wrote, and opens the sample’s phone or none', async () => {
    const guest = await hall.guest({ isSample: true })
    const id = await asked({ ...invented, organisationId: sampleHost.id, personId: guest.actor.personId })
    expect(await read(id, sampleHost)).toMatchObject({ message: 'Can you ship to Dubai?', withheld: null })
    const chat = (sampleWhatsapp: string | undefined) =>
      startInquiryChat(hall.as(sampleHost), { inquiryId: id, sampleWhatsapp })
    expect(await chat(undefined)).toEqual({ kind: 'demonstration' })
    expect(await chat('+6281200000000')).toMatchObject({
      url: expect.stringContaining('wa.me/6281200000000?'),
    })
  })
})

describe('states', () => {
  it('go from new to answered and closed, and back', async () => {
    const id = await asked()
    const to = async (state: 'new' | 'answered' | 'closed') => {
      await changeInquiryState(hall.as(host), { inquiryId: id, to: state })
      const [row] = await hall.database.connection.db
        .select()
        .from(schema.inquiry)
        .where(eq(schema.inquiry.id, id))
      return { state: row?.state, answered: row?.answeredAt !== null }
    }
    expect(await to('answered')).toEqual({ state: 'answered', answered: true })
    expect(await to('closed')).toEqual({ state: 'closed', answered: true })
    expect(await to('new')).toEqual({ state: 'new', answered: false })
    expect(await to('closed')).toEqual({ state: 'closed', answered: false })
  })

  it('and what came of it is its own people’s to say, in each state, and to take back', async () => {
    const id = await asked({ state: 'answered' })
    await asked({ state: 'answered' })
    const tell = (outcome: 'sample' | 'order' | null, side: Side = host) =>
      tellInquiryOutcome(hall.as(side), { inquiryId: id, outcome })
    const list = (outcome: 'sample' | 'order' | 'unsaid' | null) =>
      listInquiries(hall.as(host), { state: 'answered', outcome, page: 1, locale: 'id' })
    await tell('sample')
    await tell('sample')
    expect((await read(id)).outcome).toBe('sample')
    const sampled = await list('sample')
    expect(sampled.rows.map((row) => [row.id, row.outcome])).toEqual([[id, 'sample']])
    expect(sampled).toMatchObject({
      counts: { answered: 2 },
      outcomes: { sample: 1, order: 0, unsaid: 1 },
      mayAnswer: true,
    })
    expect((await list('unsaid')).rows).toHaveLength(1)
    expect((await list('order')).rows).toEqual([])
    expect((await list(null)).rows).toHaveLength(2)
    await tell(null)
    expect((await read(id)).outcome).toBeNull()
    const stranger = await hall.host()
    await expect(tell('order', stranger)).rejects.toMatchObject({ code: 'not-found' })
    const guest = await hall.guest()
    await expect(tell('order', guest)).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('are lists of their own, newest first, in pages', async () => {
    for (let n = 0; n < 22; n++) {
      await asked({ createdAt: new Date(hall.context.now.getTime() - n * 60_000), message: `number ${n}` })
    }
    await asked({ state: 'closed' })
    const list = (page: number, state: 'new' | 'closed' = 'new') =>
      listInquiries(hall.as(host), { state, page, locale: 'id' })
    const first = await list(1)
    expect(first).toMatchObject({ pages: 2, counts: { new: 22, answered: 0, closed: 1 } })
    expect(first.rows[0]?.excerpt).toBe('number 0')
    expect((await list(7)).rows.map(({ excerpt }) => excerpt)).toEqual(['number 20', 'number 21'])
    expect((await list(1, 'closed')).rows).toHaveLength(1)
  })
})
