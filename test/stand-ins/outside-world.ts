import type { AddressInfo } from 'node:net'
import { createServer } from '@mswjs/http-middleware'
import { HttpResponse, http } from 'msw'
import { mailStandIn } from './mail'
import { faultShape, type Received, saidShape, settingsShape } from './outside-world-types'
import { stripeStandIn } from './stripe'
import { stripeDeedShape, stripeFaultShape, stripeSettingsShape } from './stripe-types'
import { whatsappStandIn } from './whatsapp'

/**
 * The outside services as a process of their own, so that killing ours kills nothing there: the WhatsApp Cloud
 * API, Stripe with its Checkout page, and a mail server. Tests look in and cause trouble under /control. Started by test/setup/outside-world.ts.
 */
const whatsapp = whatsappStandIn({
  url: '*',
  token: process.env.WHATSAPP_TOKEN ?? '',
  phoneNumberId: process.env.WHATSAPP_PHONE_NUMBER_ID ?? '',
  appSecret: process.env.WHATSAPP_APP_SECRET ?? '',
})
const stripe = stripeStandIn({
  url: '*',
  secretKey: process.env.STRIPE_SECRET_KEY ?? '',
  webhookSecret: process.env.STRIPE_WEBHOOK_SECRET ?? '',
})
const mail = mailStandIn()
await mail.listen()

const done = () => HttpResponse.json({ done: true })
const control = [
  http.get('*/control/received', ({ request }) => {
    const to = new URL(request.url).searchParams.get('to')
    const received: Received = {
      whatsapp: whatsapp.received.filter((each) => !to || each.to === to),
      mail: mail.received.filter((each) => !to || each.to === to),
    }
    return HttpResponse.json(received)
  }),
  http.get('*/control/counts', () =>
    HttpResponse.json({ whatsapp: whatsapp.received.length, mail: mail.received.length }),
  ),
  http.post('*/control/faults', async ({ request }) => {
    const fault = faultShape.parse(await request.json())
    if (fault.channel !== 'mail' && fault.kind !== 'smtp') whatsapp.inject(fault)
    else mail.inject(fault)
    return done()
  }),
  http.post('*/control/settings', async ({ request }) => {
    Object.assign(whatsapp.settings, settingsShape.parse(await request.json()))
    return done()
  }),
  http.post('*/control/say', async ({ request }) =>
    HttpResponse.json({ id: await whatsapp.say(saidShape.parse(await request.json())) }),
  ),
  http.post('*/control/settled', async () => {
    await Promise.all([whatsapp.settled(), stripe.settled()])
    return done()
  }),
  http.get('*/control/stripe', () => HttpResponse.json(stripe.books())),
  http.post('*/control/stripe/faults', async ({ request }) => {
    stripe.inject(stripeFaultShape.parse(await request.json()))
    return done()
  }),
  http.post('*/control/stripe/settings', async ({ request }) => {
    Object.assign(stripe.settings, stripeSettingsShape.parse(await request.json()))
    return done()
  }),
  http.post('*/control/stripe/do', async ({ request }) => {
    await stripe.do(stripeDeedShape.parse(await request.json()))
    return done()
  }),
]

const server = createServer(...control, ...stripe.handlers, ...whatsapp.handlers).listen(
  0,
  '127.0.0.1',
  () => {
    const { port } = server.address() as AddressInfo
    process.send?.({ port, smtpPort: mail.port() })
  },
)
// Whoever started it is gone.
process.on('disconnect', () => process.exit(0))
