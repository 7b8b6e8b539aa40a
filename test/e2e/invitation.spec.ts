import { type Browser, type BrowserContextOptions, test as base, type Page } from '@playwright/test'
import { and, eq } from 'drizzle-orm'
import { fill } from '~/app/i18n/fill'
import { PAGE_WORDS } from '~/app/i18n/page-words.server'
import { connectDatabase, type DatabaseConnection } from '~/db/client.server'
import { readEmbeddedUrl } from '~/db/embedded.server'
import { schema } from '~/db/schema'
import { newId } from '~/domain/shared/ids'
import { direction, type Locale } from '~/domain/shared/locale'
import { outsideWorldAt } from '../setup/outside-world'
import { DESKTOP, expect, expectAccessible, expectFits, PHONE, test } from './web-page'

// A team: an owner invites an editor by WhatsApp; the link that arrives, and the code, let that editor in.

test.setTimeout(180_000)

const world = () => outsideWorldAt(process.env.OUTSIDE_WORLD_URL ?? '')
/** Of this run alone: the product's data may be there from a run before. */
const run = String(Date.now()).slice(-7)
const OWNER = `+62813${run}`
const EDITOR = `+62814${run}`
const NAME = `Al-Bayan ${run}`

let connection: DatabaseConnection
base.beforeAll(() => {
  const url = readEmbeddedUrl(process.env.E2E_DATA_DIR ?? '')
  if (!url) throw new Error('the journeys have no database')
  connection = connectDatabase(url, { max: 1 })
})
base.afterAll(() => connection?.close())

async function check(page: Page, locale: Locale): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  await expectFits(page, direction(locale))
  await expectAccessible(page)
}

async function another(browser: Browser, options: BrowserContextOptions): Promise<Page> {
  return (await browser.newContext(options)).newPage()
}

/** A real pesantren with a draft, and its owner, whose number is proven. */
async function pesantren(): Promise<void> {
  const { db } = connection
  const [organisationId, personId] = [newId(), newId()]
  await db
    .insert(schema.organisation)
    .values({ id: organisationId, kind: 'pesantren', slug: `al-bayan-${run}`, name: NAME })
  await db
    .insert(schema.person)
    .values({ id: personId, name: 'Ust. Hasan', phoneE164: OWNER, phoneVerified: true })
  await db.insert(schema.membership).values({ personId, organisationId, role: 'owner' })
  await db.insert(schema.product).values({
    id: newId(),
    organisationId,
    slug: `madu-${run}`,
    state: 'draft',
    name: { id: 'Madu hutan' },
    field: 'pertanian',
    kind: 'honey',
    drawing: 'honey.indigo.sand.MADU.0',
    unit: 'jar',
  })
}

async function giveCode(page: Page, locale: Locale, code: string): Promise<void> {
  const { code: words } = PAGE_WORDS[locale].entering
  await page.getByLabel(words.label).fill(code)
  await page.getByRole('button', { name: words.submit, exact: true }).click()
}

test.describe('an owner at a desk, and an editor on a phone, in Indonesian', () => {
  test.use({ viewport: DESKTOP, timezoneId: 'Asia/Jakarta', expectedStatuses: [400, 410] })

  test('invitation, proof, and a product edited', async ({ page, browser }) => {
    const { team, entering } = PAGE_WORDS.id
    await pesantren()
    const before = Date.now()
    await page.goto('/id/sign-in?next=/id/team')
    await page.getByLabel(entering.address.phone).fill(OWNER)
    await page.getByRole('button', { name: entering.signIn.send }).click()
    await expect(page).toHaveURL(/\/sign-in\/code\//)
    await giveCode(page, 'id', await world().codeTo(OWNER, before))
    await expect(page).toHaveURL(/\/id\/team/)
    await check(page, 'id')

    // Without an address it says so at its field.
    await page.getByRole('button', { name: team.invite.submit }).click()
    await expect(page.getByText(team.invite.problems['phone-missing'])).toBeVisible()
    await page.getByLabel(team.invite.phone).fill(EDITOR.replace('+62', '0'))
    await page.getByRole('button', { name: team.invite.submit }).click()
    await expect(page).toHaveURL(/done=invited/)
    await expect(page.getByText(`+62•••••${EDITOR.slice(-3)}`).first()).toBeVisible()
    await check(page, 'id')
    // At night it would wait until the morning: the morning comes.
    await connection.db
      .update(schema.message)
      .set({ notBefore: new Date() })
      .where(and(eq(schema.message.template, 'organisation-invitation'), eq(schema.message.address, EDITOR)))

    // The editor opens the link that arrived.
    const message = await world().whatsappTo(EDITOR, ({ text }) => text.includes(NAME))
    const path = /\/?(id\/invitations\/[\w-]{43})/.exec(JSON.stringify(message))?.[1]
    const phone = await another(browser, { viewport: PHONE, timezoneId: 'Asia/Jakarta' })
    await phone.goto(`/${path}`)
    await expect(phone.getByRole('heading', { level: 1 })).toContainText(NAME)
    await expect(phone.getByText('Ust. Hasan')).toBeVisible()
    await expect(phone.getByText(team.roleHints.pesantren.editor)).toBeVisible()
    await check(phone, 'id')
    await phone.locator('input[name="agree"][value="privacy"]').check()
    const asked = Date.now()
    await phone.getByRole('button', { name: team.invitation.sendCode }).click()
    await expect(phone.getByLabel(entering.code.label)).toBeVisible()
    await expect(phone.locator('[data-code]')).toHaveCount(0)
    await check(phone, 'id')
    await giveCode(phone, 'id', await world().codeTo(EDITOR, asked))
    await phone.getByLabel(team.invitation.name).fill('Ibu Salma')
    await check(phone, 'id')
    await phone.getByRole('button', { name: team.invitation.accept }).click()
    await expect(phone).toHaveURL(/\/id\/team\?done=joined/)
    await expect(
      phone.getByText(fill(team.done.joined, { name: NAME, role: team.roles.editor })),
    ).toBeVisible()
    await check(phone, 'id')

    // And works for the pesantren.
    await phone.goto('/id/studio/products')
    await phone
      .getByRole('link', { name: /Madu hutan/ })
      .first()
      .click()
    await expect(phone).toHaveURL(/\/studio\/products\/[0-9a-f-]{36}/)
    await phone.locator('[name="name.id"]').fill('Madu hutan Cianjur')
    await phone.locator('button[value="save"]:not([aria-hidden])').filter({ visible: true }).first().click()
    await expect(phone.getByRole('status').first()).toBeVisible()
    await phone.goto('/id/studio/products')
    await expect(phone.getByText('Madu hutan Cianjur')).toBeVisible()

    // The owner sees the editor; the link is used up, for whoever opens it.
    await page.goto('/id/team')
    await expect(page.getByText('Ibu Salma', { exact: true })).toBeVisible()
    await expect(page.getByText(team.invitations)).toHaveCount(0)
    const thief = await another(browser, { viewport: PHONE })
    await thief.goto(`/${path}`)
    await expect(thief.getByText(team.invitation.over.used.title)).toBeVisible()
    await check(thief, 'id')

    // Removed, after a question, the editor is out at once.
    await page.getByRole('link', { name: fill(team.manageName, { name: 'Ibu Salma' }) }).click()
    await check(page, 'id')
    await page.getByRole('link', { name: team.member.remove }).click()
    await check(page, 'id')
    await page.getByRole('button', { name: team.remove.confirm }).click()
    await expect(page.getByText(team.done.removed)).toBeVisible()
    await phone.goto('/id/team')
    await expect(phone.getByText(team.noOrganisation.title)).toBeVisible()
    await phone.context().close()
    await thief.context().close()
  })
})
