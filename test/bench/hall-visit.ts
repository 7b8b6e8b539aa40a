import type { Browser, Page } from '@playwright/test'
import { layoutHall } from '~/domain/hall/layout'
import { type HallPose, hallPoses } from '~/domain/hall/poses'
import type { HallManifest } from '~/domain/hall/shard'
import { countSent, heaviest, sumOf } from '../e2e/sent-bytes'
import type { MeteredFrame } from '../setup/webgl-meter'
import { budgetOf, Verdict } from './hall-budget'
import {
  atRest,
  FINE_CLOCK,
  framesAtRest,
  heapOf,
  lastFrame,
  life,
  longTasks,
  type MeteredPage,
  meteredPage,
  mostUploaded,
  scriptMs,
  shrinkCanvas,
  teleportAbout,
  walk,
  walkAgain,
  walkIn,
} from './hall-page'

export interface HallVisit {
  url: string
  booths: number
  teleports: number
  openings: number
  frames: number
  walks: number
}

/** All that is measured of a running product's hall. */
export async function measureHall(browser: Browser, visit: HallVisit) {
  const verdict = new Verdict(`${visit.booths} booths`)
  const budget = budgetOf(visit.booths)
  const manifest = (await (await fetch(`${visit.url}/hall/manifest.json`)).json()) as HallManifest
  const poses = hallPoses(layoutHall(manifest.pavilions))

  const first = await firstFrame(browser, visit.url)
  verdict.say('bytes to the first frame', first.bytes, budget.bytesToFirstFrame)
  verdict.tell(`first frame ${first.ms} ms after walking in`)

  const metered = await meteredPage(browser)
  const { page } = metered
  await page.goto(`${visit.url}/en/hall?quality=3`, { waitUntil: 'networkidle' })
  await shrinkCanvas(page)
  await walkIn(page)
  const places = await countPlaces(page, poses, verdict, budget)
  const uploaded = await walkThrough(page, poses)
  verdict.say('most uploaded in a moving frame', uploaded, budget.uploaded)
  const heap = await heapOf(metered)
  verdict.say('heap after a collection', heap, budget.heapBytes)

  const teleports = await teleportOften(metered, poses, visit.teleports, verdict)
  const openings = await openOften(metered, visit, verdict)
  await metered.close()
  const throttled = await measureThrottled(browser, visit.url)
  verdict.tell(`tasks over 50 ms with a processor four times slower: ${JSON.stringify(throttled)}`)
  // Last: afterwards the browser's threads keep to their cores.
  const script = await walkAlong(browser, visit, poses)
  verdict.tell(`script of each walk, the first with the picture on the same cores: ${JSON.stringify(script)}`)
  for (const which of ['median', 'p95'] as const)
    verdict.say(`script in a moving frame, ${which}`, script[which], budget.scriptMs[which], ' ms')
  const { booths } = visit
  const { broken } = verdict
  return { booths, broken, first, places, uploaded, script, heap, teleports, openings, throttled, budget }
}

/** From a cold page to the first frame with booths in it. */
async function firstFrame(browser: Browser, url: string) {
  const { page, close } = await meteredPage(browser)
  const sent = countSent(page)
  await page.goto(`${url}/en/hall`, { waitUntil: 'networkidle' })
  await shrinkCanvas(page)
  const began = Date.now()
  await walkIn(page)
  const at = await page.evaluate(() => {
    const [mark] = performance.getEntriesByName('first-booths')
    return mark ? performance.timeOrigin + mark.startTime : Number.NaN
  })
  const before = await sent(at)
  console.error(`heaviest of the first frame: ${heaviest(before, 'code').split(', ').slice(0, 8).join(', ')}`)
  await close()
  return {
    bytes: sumOf(before, 'code'),
    fonts: sumOf(before, 'fonts'),
    pictures: sumOf(before, 'pictures'),
    shards: before.filter(({ path }) => path.startsWith('/hall/shards/')).length,
    ms: Math.round(at - began),
  }
}

async function countPlaces(
  page: Page,
  poses: readonly HallPose[],
  verdict: Verdict,
  budget: ReturnType<typeof budgetOf>,
) {
  const places: Record<string, object> = {}
  // From elsewhere: who stands at the first place already would not be seen to arrive there.
  await teleportAbout(page, poses.slice(-1), 1)
  for (const pose of poses) {
    await teleportAbout(page, [pose], 1)
    await atRest(page)
    const resting = await framesAtRest(page)
    const frame = await lastFrame(page)
    const { textureBytes, textures } = await life(page)
    if (!frame || frame.draws < 4) throw new Error(`${pose.name} shows no hall`)
    const seen = {
      draws: frame.draws,
      triangles: Math.round(frame.triangles),
      textures,
      textureBytes,
      resting,
    }
    places[pose.name] = seen
    verdict.say(`${pose.name}: draws`, seen.draws, budget.draws)
    verdict.say(`${pose.name}: triangles`, seen.triangles, budget.triangles)
    verdict.say(`${pose.name}: texture bytes`, textureBytes, budget.textureBytes)
    verdict.say(`${pose.name}: frames at rest`, resting, 0)
  }
  return places
}

const poseOf = (poses: readonly HallPose[], name: string) => poses.filter((pose) => pose.name === name)

/** Along the boulevard, then through an aisle, where most has to be uploaded. @returns the most bytes of a frame */
async function walkThrough(page: Page, poses: readonly HallPose[]): Promise<number> {
  const walked: MeteredFrame[] = []
  const go = async (key: string, frames: number) => walked.push(...(await walk(page, key, frames)))
  await teleportAbout(page, poseOf(poses, 'boulevard'), 1)
  await atRest(page)
  await page.locator('canvas').focus()
  await go('ArrowUp', 80)
  await teleportAbout(page, poseOf(poses, 'aisle'), 1)
  await page.locator('canvas').focus()
  await go('ArrowUp', 40)
  await go('ArrowLeft', 40)
  await go('ArrowUp', 40)
  await atRest(page)
  return mostUploaded(walked)
}

/** The same way along the boulevard again and again, for the milliseconds, in a page whose clock is fine enough. */
async function walkAlong(browser: Browser, { url, frames, walks }: HallVisit, poses: readonly HallPose[]) {
  const { page, close } = await meteredPage(browser)
  await page.route(/\/(en\/hall|assets\/)/, async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, headers: { ...response.headers(), ...FINE_CLOCK } })
  })
  await page.goto(`${url}/en/hall?quality=3`, { waitUntil: 'networkidle' })
  await shrinkCanvas(page)
  await walkIn(page)
  await teleportAbout(page, poseOf(poses, 'far-end'), 1)
  const begin = async () => {
    // The canvas says where one is once one stands still: it must have said so before one is sent off.
    await atRest(page)
    await teleportAbout(page, poseOf(poses, 'boulevard'), 1)
    await atRest(page)
    await page.locator('canvas').focus()
  }
  await begin()
  const first = scriptMs(await walk(page, 'ArrowUp', frames))
  const again = await walkAgain(page, begin, walks, frames)
  await close()
  return { first, ...again }
}

async function teleportOften(
  metered: MeteredPage,
  poses: readonly HallPose[],
  times: number,
  verdict: Verdict,
) {
  const { page } = metered
  await teleportAbout(page, poses, poses.length)
  await atRest(page)
  const [before, heapBefore] = [await life(page), await heapOf(metered)]
  // Whole rounds: it ends where it began.
  await teleportAbout(page, poses, Math.ceil(times / poses.length) * poses.length)
  await atRest(page)
  const [after, heapAfter] = [await life(page), await heapOf(metered)]
  verdict.same(`after ${times} teleports`, before, after)
  verdict.tell(`heap ${heapBefore}, then ${heapAfter}`)
  return { times, before, after, heapBefore, heapAfter }
}

/** To a product and back, then out of the hall and back into it. */
async function openOften(metered: MeteredPage, { url, openings }: HallVisit, verdict: Verdict) {
  const { page } = metered
  await page.goto(`${url}/en/hall?quality=3`, { waitUntil: 'networkidle' })
  await shrinkCanvas(page)
  await walkIn(page)
  await atRest(page)
  const { hall, product } = await someBooth(page, url)
  const closed = () => page.waitForFunction(() => window.webGlMeter.contexts() === 0)
  const once = async () => {
    await page.locator(`main a[href="${hall}"]`).first().click()
    await page.locator(`main a[href="${product}"]`).first().click()
    await page.waitForURL((address) => address.pathname === product)
    await page.goBack()
    await page.goBack()
    await page.locator('[data-hall="open"] canvas').waitFor()
    await page.getByRole('link', { name: 'OPOP Expo' }).first().click()
    await closed()
    await page.goBack()
    await walkIn(page)
  }
  // The first time loads what stays: pages and their words.
  await once()
  await atRest(page)
  const [before, heapBefore] = [await life(page), await heapOf(metered)]
  for (let time = 0; time < openings; time++) {
    await once()
    if (time % 10 === 9) verdict.tell(`opened ${time + 1} times`)
  }
  await atRest(page)
  const [after, heapAfter] = [await life(page), await heapOf(metered)]
  verdict.same(`after opening and closing ${openings} times`, before, after)
  verdict.tell(`heap ${heapBefore}, then ${heapAfter}`)
  return { times: openings, before, after, heapBefore, heapAfter }
}

/** A booth of the list in the hall, and one of its products. */
async function someBooth(page: Page, url: string): Promise<{ hall: string; product: string }> {
  for (const link of await page.locator('main .near a[href^="/en/booths/"]').all()) {
    const hall = (await link.getAttribute('href')) ?? ''
    const html = await (await fetch(url + hall)).text()
    const product = /<main[\s\S]*?href="(\/en\/products\/[a-z0-9-]+)"/.exec(html)?.[1]
    if (product) return { hall, product }
  }
  throw new Error('no booth of the list has a product')
}

/** Long tasks where the processor is four times slower: while the list comes, while the hall opens, while one walks. */
async function measureThrottled(browser: Browser, url: string) {
  const { page, client, close } = await meteredPage(browser)
  await client.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await page.goto(`${url}/en/hall?quality=1`, { waitUntil: 'networkidle' })
  await shrinkCanvas(page)
  const list = await longTasks(page)
  await walkIn(page)
  await atRest(page)
  const opening = await longTasks(page)
  await page.locator('canvas').focus()
  const walked = await walk(page, 'ArrowUp', 60)
  const walking = await longTasks(page)
  await close()
  return { list, opening, walking, script: scriptMs(walked) }
}
