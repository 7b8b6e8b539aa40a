import { data, redirect } from '@remix-run/node'
import { CROP_SHAPES, cropOf } from '~/domain/photo/crop-choice'
import { cropPhoto } from '~/domain/photo/crop-photo.server'
import { describePhoto } from '~/domain/photo/describe-photo.server'
import { listOwnPhotos } from '~/domain/photo/list-own-photos.server'
import type { OwnPhoto } from '~/domain/photo/photo-view'
import { receivePhoto } from '~/domain/photo/receive-photo.server'
import { removePhoto } from '~/domain/photo/remove-photo.server'
import { reorderPhotos } from '~/domain/photo/reorder-photos.server'
import { restorePhoto } from '~/domain/photo/restore-photo.server'
import type { Context } from '~/domain/shared/context'
import { newId } from '~/domain/shared/ids'
import { LOCALES } from '~/domain/shared/locale'
import { type PhotoNews, photoNews, wholeRatio } from './components/photo-manager/photo-news'
import { run } from './run.server'

interface SentPhotoForm {
  form: FormData
  /** Null: the booth's gallery. */
  productId: string | null
  /** Where the gallery's page is, with the language. */
  path: string
}

/**
 * Does what a gallery's page asks for. A page that runs scripts gets the news as data and stays where it is; others
 * are led back to it, with the news in the address.
 */
export async function answerPhotoForm(context: Context, { form, productId, path }: SentPhotoForm) {
  const news = await run(() => act(context, form, productId))
  if (form.has('quiet')) return data(news, { status: statusOf(news) })
  const query = new URLSearchParams({ news: news.kind, ...(news.id && { id: news.id }) })
  return redirect(`${path}?${query}`, 303)
}

function statusOf({ kind }: PhotoNews): number {
  if (kind === 'changed' || kind === 'full') return 409
  return kind === 'too-long' || kind === 'nothing' ? 400 : 200
}

async function act(context: Context, form: FormData, productId: string | null): Promise<PhotoNews> {
  const intent = String(form.get('intent') ?? '')
  const id = String(form.get('id') ?? '')
  const version = Number(form.get('version')) || 0
  switch (intent) {
    case 'send':
      return send(context, form, productId)
    case 'up':
    case 'down':
      return move(context, productId, id, intent === 'up' ? -1 : 1)
    case 'order': {
      const ids = String(form.get('ids') ?? '').split(',')
      await reorderPhotos(context, { productId, ids })
      return photoNews('moved', id)
    }
    case 'remove': {
      const { kind } = await removePhoto(context, { id, version })
      return photoNews(kind === 'done' ? 'removed' : kind, id)
    }
    case 'restore': {
      const { kind } = await restorePhoto(context, { id })
      return photoNews(kind === 'done' ? 'restored' : kind, id)
    }
    case 'describe':
    case 'suggest':
      return describe(context, form, { id, version, suggested: intent === 'suggest' })
    case 'crop':
    case 'whole':
      return crop(context, form, { id, version, productId, whole: intent === 'whole' })
    default:
      throw Response.json({ code: 'bad-request' }, { status: 400 })
  }
}

async function send(context: Context, form: FormData, productId: string | null): Promise<PhotoNews> {
  const files = form.getAll('photo').filter((one) => one instanceof File && one.size > 0) as File[]
  if (files.length === 0) return photoNews('nothing')
  for (const file of files) {
    const bytes = Buffer.from(await file.arrayBuffer())
    const outcome = await receivePhoto(context, { productId, bytes, uploadId: newId() })
    if (outcome.kind === 'full') return photoNews('full')
  }
  return photoNews('sent')
}

async function move(context: Context, productId: string | null, id: string, by: 1 | -1): Promise<PhotoNews> {
  const ids = (await listOwnPhotos(context, { productId })).map((photo) => photo.id)
  const at = ids.indexOf(id)
  if (at < 0) return photoNews('gone', id)
  const [taken = id] = ids.splice(at, 1)
  ids.splice(Math.max(0, at + by), 0, taken)
  await reorderPhotos(context, { productId, ids })
  return photoNews('moved', id)
}

async function describe(
  context: Context,
  form: FormData,
  { id, version, suggested }: { id: string; version: number; suggested: boolean },
): Promise<PhotoNews> {
  const said = LOCALES.map((locale) => {
    const written = String(form.get(`alt.${locale}`) ?? '')
    // A suggestion is taken where nothing was written.
    return [locale, written.trim() || (suggested ? String(form.get(`suggested.${locale}`) ?? '') : '')]
  })
  const { kind } = await describePhoto(context, { id, version, alt: Object.fromEntries(said) })
  return photoNews(kind === 'done' ? 'described' : kind, id)
}

async function crop(
  context: Context,
  form: FormData,
  {
    id,
    version,
    productId,
    whole,
  }: { id: string; version: number; productId: string | null; whole: boolean },
): Promise<PhotoNews> {
  const photo = (await listOwnPhotos(context, { productId })).find((one: OwnPhoto) => one.id === id)
  if (!photo) return photoNews('gone', id)
  const chosen = {
    shape: CROP_SHAPES.find((shape) => shape === form.get('shape')) ?? 'whole',
    zoom: Number(form.get('zoom')),
    across: Number(form.get('across')),
    down: Number(form.get('down')),
  }
  const { kind } = await cropPhoto(context, {
    id,
    version,
    crop: whole ? null : cropOf(chosen, wholeRatio(photo)),
  })
  return photoNews(kind === 'done' ? 'cropped' : kind === 'refused' ? 'changed' : kind, id)
}
