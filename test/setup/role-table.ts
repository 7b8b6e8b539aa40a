import { newId } from '~/domain/shared/ids'
import { all, get, ownsBooth, PUBLIC, post, type Row, reads, writes } from './role-answers'
import { ROWS as accountRows } from './role-rows/account'
import { ROWS as buyingRows } from './role-rows/buying'
import { ROWS as enteringRows } from './role-rows/entering'
import { ROWS as figuresRows } from './role-rows/figures'
import { ROWS as inquiriesRows } from './role-rows/inquiries'
import { ROWS as joinRows } from './role-rows/join'
import { ROWS as organiserRows } from './role-rows/organiser'
import { ROWS as organiserSamplesRows } from './role-rows/organiser-samples'
import { ROWS as photosRows } from './role-rows/photos'
import { ROWS as publishingRows } from './role-rows/publishing'
import { ROWS as sellingRows } from './role-rows/selling'
import { ROWS as studioBoothRows } from './role-rows/studio-booth'
import { ROWS as teamRows } from './role-rows/team'
import { ROWS as tradeRows } from './role-rows/trade'
import { ROWS as verificationRows } from './role-rows/verification'
import type { Things } from './role-world'

const empty = () => ({})

const NEED = {
  field: 'pertanian',
  productWords: 'madu hutan',
  monthlyVolume: '240',
  unit: 'jar',
  destinationCountry: 'ID',
  language: 'id',
}
const PRODUCT = { 'name.id': 'Madu hutan', field: 'pertanian', kind: 'honey', unit: 'jar', intent: 'save' }
/** A time that has gone by: who may ask for times is told so (409), and nothing is written. */
const pastTime = ({ booth }: Things) => ({
  intent: 'meet',
  booth,
  startsAt: '2026-01-06T02:00:00.000Z',
  token: newId(),
})
/** An answer to a version that there never was: who may answer is told so (409), and nothing is written. */
const stale = { intent: 'accept-move', version: '999' }

/**
 * What each route answers each role about its own, another's and nobody's. Somebody else's need, meeting and
 * draft are as if they weren't there; what a role never does is refused, whatever it names.
 */
export const TABLE: Readonly<Record<string, Row>> = {
  ...buyingRows,
  ...enteringRows,
  ...joinRows,
  ...publishingRows,
  ...teamRows,
  ...studioBoothRows,
  ...sellingRows,
  ...accountRows,
  ...verificationRows,
  ...organiserRows,
  ...organiserSamplesRows,
  ...inquiriesRows,
  ...tradeRows,
  ...figuresRows,
  ...photosRows,
  root: 'layout',
  'routes/locale/route': 'layout',
  'routes/canvas/route': 'layout',

  // Everybody's.
  'routes/art/route': { get: [get(() => '/art/v0/nonsense.svg', ...all(404))] },
  'routes/share-card/route': { get: [get(() => '/share/booth/nonsense.png', ...all(404))] },
  'routes/hall-manifest/route': { get: [get(() => '/hall/manifest.json', ...all(200))] },
  'routes/hall-sheet/route': { get: [get(() => '/hall/sheets/1/nonsense.AAAAAAAA.png', ...all(404))] },
  'routes/hall-booth/route': { get: [get(() => '/hall/booths/tidak-ada.json', ...all(404))] },
  'routes/hall-shard/route': { get: [get(() => '/hall/shards/nonsense/1/0', ...all(404))] },
  'routes/sitemap/route': { get: [get(() => '/sitemap.xml', ...all(200))] },
  'routes/robots/route': { get: [get(() => '/robots.txt', ...all(200))] },
  'bare-index': { get: [get(() => '/', ...all(302))] },
  'routes/bare/route': { get: [get(() => '/hall', ...all(302))] },
  'routes/not-found/route': { get: [get(() => 'tidak-ada', ...all(404))] },
  'routes/refused/route': { get: [get(() => 'refused/403', ...all(404))] },
  'routes/home/route': { get: [get(() => '', ...all(200))] },
  'routes/hall/route': {
    get: [
      get(() => 'hall', ...all(200)),
      get(() => 'hall?tour=choose', ...all(200)),
      get(() => 'hall?aisle=shelf', ...all(200)),
      // Whose need it is may be led to those who answer it.
      get(({ need }) => `hall?tour=need:${need}&stop=1`, ...reads()),
      get(({ need }) => `hall?aisle=need:${need}`, ...reads()),
    ],
  },
  'routes/search/route': { get: [get(() => 'products', ...all(200))] },
  'routes/business-matching/route': { get: [get(() => 'business-matching', ...all(200))] },
  'routes/about/route': { get: [get(() => 'about', ...all(200))] },
  'routes/booth/route': {
    get: [get(({ booth }) => `booths/${booth}`, ...ownsBooth(PUBLIC))],
  },
  'routes/product/route': {
    get: [
      get(({ product }) => `products/${product}`, ...ownsBooth(PUBLIC)),
      // A draft has no public page, its maker's neither.
      get(({ booth }) => `products/draft-${booth}`, ...all(404)),
    ],
  },
  'routes/shortlist/route': {
    get: [get(() => 'shortlist', ...all(200))],
    post: [
      post(
        () => 'shortlist',
        ({ booth }) => ({ intent: 'add', kind: 'booth', slug: booth }),
        ...all(303),
      ),
    ],
  },
  'routes/chat/route': {
    get: [get(() => 'chat', ...all(302))],
    // These booths have no number: on to the form.
    post: [
      post(
        () => 'chat',
        ({ booth }) => ({ booth }),
        ...ownsBooth(all([303, 303, 404] as const)),
      ),
    ],
  },
  'routes/inquiry/route': {
    get: [get(({ booth }) => `inquiry?booth=${booth}`, ...ownsBooth(PUBLIC))],
    post: [
      post(
        ({ booth }) => `inquiry?booth=${booth}`,
        () => ({ message: '' }),
        ...ownsBooth(all([400, 400, 400] as const)),
      ),
    ],
  },

  // The session.
  'routes/sign-in/route': {
    get: [get(() => 'sign-in', 200, 302, 302, 302, 302, 302)],
    post: [
      post(
        () => 'sign-in',
        () => ({ email: 'nobody@nowhere.example', password: 'not this one' }),
        400,
        ...Array<number>(5).fill(302),
      ),
    ],
  },
  'routes/sign-out/route': {
    get: [get(() => 'sign-out', ...all(404))],
    post: [post(() => 'sign-out', empty, ...all(303))],
  },
  'routes/acting-for/route': {
    get: [get(() => 'acting-for', 'sign-in', 302, 302, 302, 302, 302)],
    post: [
      post(
        () => 'acting-for',
        ({ organisation }) => ({ organisation }),
        'sign-in',
        ...Array<[number, number, number]>(5).fill([303, 403, 403]),
      ),
    ],
  },

  // Needs: an organisation's own; the organiser reads them all.
  'routes/needs/route': { get: [get(() => 'needs', 'sign-in', 200, 200, 200, 200, 200)] },
  'routes/need-new/route': {
    get: [get(() => 'needs/new', 'sign-in', 200, 200, 200, 403, 403)],
    post: [
      post(
        () => 'needs/new',
        () => NEED,
        'sign-in',
        303,
        303,
        303,
        403,
        403,
      ),
    ],
  },
  'routes/need/route': {
    get: [get(({ need }) => `needs/${need}`, ...reads())],
    post: [
      post(
        ({ need }) => `needs/${need}`,
        (things) => ({ ...pastTime(things), booth: 'host-2' }),
        ...writes(409),
      ),
    ],
  },
  'routes/need-edit/route': {
    get: [get(({ need }) => `needs/${need}/edit`, ...writes(200))],
    post: [
      post(
        ({ need }) => `needs/${need}/edit`,
        () => ({ intent: 'reopen' }),
        ...writes(303),
      ),
      post(
        ({ need }) => `needs/${need}/edit`,
        () => ({ ...NEED, version: '999' }),
        ...writes(409),
      ),
    ],
  },
  'routes/need-times/route': {
    get: [get(({ need }) => `needs/${need}/times/host-2`, ...writes(200))],
    post: [post(({ need }) => `needs/${need}/times/host-2`, pastTime, ...writes(409))],
  },

  // Meetings: their parties'; the organiser reads them all.
  'routes/meetings/route': { get: [get(() => 'meetings', 'sign-in', 200, 200, 200, 200, 200)] },
  'routes/meeting/route': {
    get: [get(({ meeting }) => `meetings/${meeting}`, ...reads())],
    post: [
      post(
        ({ meeting }) => `meetings/${meeting}`,
        () => stale,
        ...writes(409),
      ),
      post(
        ({ meeting }) => `meetings/${meeting}`,
        () => ({ intent: 'cancel', version: '999', code: 'time' }),
        ...writes(409),
      ),
    ],
  },
  'routes/meeting-calendar/route': {
    // For who is there: the organiser reads along.
    get: [get(({ meeting }) => `meetings/${meeting}/calendar.ics`, ...reads(404))],
  },
  'routes/meeting-whatsapp/route': {
    // Only the sample's drafts are shown here: a real meeting's page has its own.
    get: [get(({ meeting }) => `meetings/${meeting}/whatsapp`, ...writes(302))],
    post: [post(({ meeting }) => `meetings/${meeting}/whatsapp`, empty, ...writes(303))],
  },
  'routes/meeting-move/route': {
    // Who only reads is led back to the meeting.
    get: [
      get(
        ({ meeting }) => `meetings/${meeting}/move`,
        'sign-in',
        [200, 404, 404],
        [200, 404, 404],
        [200, 404, 404],
        [302, 404, 404],
        [null, 302, 404],
      ),
    ],
    post: [
      post(
        ({ meeting }) => `meetings/${meeting}/move`,
        () => ({ version: '999', startsAt: '2027-01-06T02:00:00.000Z' }),
        ...writes(409),
      ),
    ],
  },

  // The studio: a pesantren's own.
  'routes/studio-meetings/route': {
    // Companies and the organiser have their meetings elsewhere, and are led there.
    get: [get(() => 'studio/meetings', 'sign-in', 302, 302, 200, 200, 302)],
    post: [
      post(
        () => 'studio/meetings',
        ({ meeting }) => ({ ...stale, meeting }),
        'sign-in',
        [302, 404, 404],
        [302, 404, 404],
        [409, 404, 404],
        403,
        403,
      ),
    ],
  },
  'routes/studio-open-times/route': {
    get: [get(() => 'studio/open-times', 'sign-in', 403, 403, 200, 200, 403)],
    post: [
      post(
        () => 'studio/open-times',
        () => ({
          version: '999',
          meetingMinutes: '20',
          gapMinutes: '5',
          noticeHours: '24',
          way: 'whatsapp',
          representatives: '1',
        }),
        'sign-in',
        403,
        403,
        409,
        403,
        403,
      ),
      post(
        () => 'studio/open-times',
        () => ({ intent: `remove/${newId()}` }),
        'sign-in',
        403,
        403,
        200,
        403,
        403,
      ),
    ],
  },
  'routes/studio-products/route': {
    get: [get(() => 'studio/products', 'sign-in', 403, 403, 200, 200, 403)],
    post: [
      post(
        () => 'studio/products',
        ({ draft }) => ({ id: draft, to: 'draft' }),
        'sign-in',
        403,
        403,
        [303, 404, 404],
        403,
        403,
      ),
    ],
  },
  'routes/studio-product-new/route': {
    get: [get(() => 'studio/products/new', 'sign-in', 403, 403, 200, 403, 403)],
    post: [
      post(
        () => 'studio/products/new',
        () => PRODUCT,
        'sign-in',
        403,
        403,
        303,
        403,
        403,
      ),
    ],
  },
  'routes/studio-product/route': {
    get: [get(({ draft }) => `studio/products/${draft}`, 'sign-in', 403, 403, [200, 404, 404], 403, 403)],
    post: [
      post(
        ({ draft }) => `studio/products/${draft}`,
        () => ({ ...PRODUCT, version: '999' }),
        'sign-in',
        403,
        403,
        [409, 404, 404],
        403,
        403,
      ),
    ],
  },
}
