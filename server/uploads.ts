import fs from 'node:fs/promises'
import path from 'node:path'
import { FileStore } from '@tus/file-store'
import { Server, type ServerOptions } from '@tus/server'
import type { Logger } from 'pino'
import { beginUpload } from '~/domain/photo/begin-upload.server'
import { dropUpload } from '~/domain/photo/drop-upload.server'
import { type FoundUpload, findUpload } from '~/domain/photo/find-upload.server'
import { MOST_PHOTO_BYTES } from '~/domain/photo/photo-view'
import { receivePhoto } from '~/domain/photo/receive-photo.server'
import { isAppError } from '~/domain/shared/app-error'
import type { Context } from '~/domain/shared/context'
import { isId } from '~/domain/shared/ids'

export const UPLOADS = '/uploads'
export const UPLOAD_FILES = '/uploads/:id'

const DAY_MS = 24 * 60 * 60 * 1_000
const HOUR_MS = 60 * 60 * 1_000
const METHODS = ['POST', 'HEAD', 'PATCH', 'DELETE']

/** What the protocol's server takes as an answer when it is thrown. */
interface Refusal {
  status_code: number
  body: string
}
const refusal = (status_code: number, body: string): Refusal => ({ status_code, body })
const isRefusal = (error: unknown): error is Refusal =>
  typeof error === 'object' && error !== null && 'status_code' in error && 'body' in error

type Request_ = Parameters<NonNullable<ServerOptions['onIncomingRequest']>>[0]

/**
 * Files that come in pieces (tus 1.0, resumable over a broken line), in a folder until all of one is here; then it is
 * a photograph that waits for the worker. Every request is asked anew who sends it. What refuses it is one word.
 */
export class Uploads {
  readonly #tus: Server
  readonly #folder: string
  readonly #log: Logger
  readonly #contexts = new WeakMap<object, Context>()
  readonly #timer: NodeJS.Timeout

  constructor({ folder, log }: { folder: string; log: Logger }) {
    this.#folder = folder
    this.#log = log
    this.#tus = new Server({
      path: UPLOADS,
      datastore: new FileStore({ directory: folder, expirationPeriodInMilliseconds: DAY_MS }),
      relativeLocation: true,
      maxSize: MOST_PHOTO_BYTES,
      // Our own pages only, whose origin needs no such header.
      allowedOrigins: () => false,
      namingFunction: (request, metadata) => this.#begin(request, metadata ?? {}),
      onIncomingRequest: async (request, id) => {
        if (request.method !== 'POST') await findUpload(this.#contextOf(request), { uploadId: id })
      },
      // The file's name on somebody's phone is nobody's business.
      onUploadCreate: async () => ({ metadata: {} }),
      onUploadFinish: async (request, { id }) => {
        const context = this.#contextOf(request)
        await this.#finish(context, id, await findUpload(context, { uploadId: id }))
        return {}
      },
      onResponseError: (_request, error) => this.#explain(error),
    })
    this.#timer = setInterval(() => void this.sweep(), HOUR_MS).unref()
    void this.sweep()
  }

  /** Answers one request of the protocol for whoever `context` says sends it. */
  async answer(request: Request, context: Context): Promise<Response> {
    if (!METHODS.includes(request.method))
      return new Response('method not allowed', { status: 405, headers: { Allow: METHODS.join(', ') } })
    if (context.actor.kind !== 'person') return new Response('signed-out', { status: 401 })
    this.#contexts.set(request, context)
    const id = new URL(request.url).pathname.split('/')[2]
    try {
      if (request.method === 'HEAD' && id) {
        const whole = await this.#answerWhole(context, id)
        if (whole) return whole
      }
      const response = await this.#tus.handleWeb(request as unknown as Request_)
      if (request.method === 'DELETE' && id && response.status === 204)
        await dropUpload(context, { uploadId: id })
      return response
    } catch (error) {
      const { status_code, body } = this.#explain(error)
      return new Response(request.method === 'HEAD' ? null : body, { status: status_code })
    }
  }

  /** Takes away what was given up a day ago, or lost its row. */
  async sweep(now = Date.now()): Promise<void> {
    const names = await fs.readdir(this.#folder).catch(() => [])
    for (const name of names) {
      const file = path.join(this.#folder, name)
      try {
        const { mtimeMs } = await fs.stat(file)
        if (now - mtimeMs > DAY_MS) await fs.rm(file, { force: true })
      } catch {
        // Somebody else was faster.
      }
    }
  }

  close(): void {
    clearInterval(this.#timer)
  }

  async #begin(request: Request_, metadata: Record<string, string | null>): Promise<string> {
    const sizeBytes = Number(request.headers.get('upload-length') ?? Number.NaN)
    if (!Number.isInteger(sizeBytes)) throw refusal(400, 'no-size')
    const begun = await beginUpload(this.#contextOf(request), {
      productId: metadata.productId || null,
      sizeBytes,
    })
    switch (begun.kind) {
      case 'begun':
        return begun.uploadId
      case 'full':
        throw refusal(422, 'full')
      case 'too-many-bytes':
        throw refusal(413, 'too-many-bytes')
      case 'too-many':
        throw refusal(429, 'too-many')
    }
  }

  /**
   * For who asks how much of a file is here, all of which is: the answer to its last piece was lost on the way. What
   * that piece should have caused is done now, once.
   */
  async #answerWhole(context: Context, id: string): Promise<Response | null> {
    const found = await findUpload(context, { uploadId: id })
    if (!found.isFinished) {
      const { size } = await fs.stat(path.join(this.#folder, id)).catch(() => ({ size: 0 }))
      if (size < found.sizeBytes) return null
      await this.#finish(context, id, found)
    } else if (!found.isKept) throw refusal(410, 'full')
    return new Response(null, {
      headers: {
        'Tus-Resumable': '1.0.0',
        'Upload-Offset': String(found.sizeBytes),
        'Upload-Length': String(found.sizeBytes),
        'Cache-Control': 'no-store',
      },
    })
  }

  async #finish(
    context: Context,
    id: string,
    { productId, sizeBytes, isFinished }: FoundUpload,
  ): Promise<void> {
    if (isFinished || !isId(id)) return
    const file = path.join(this.#folder, id)
    const bytes = await fs.readFile(file)
    if (bytes.length !== sizeBytes) throw refusal(409, 'not-whole')
    const outcome = await receivePhoto(context, { productId, bytes, uploadId: id })
    await Promise.all([fs.rm(file, { force: true }), fs.rm(`${file}.json`, { force: true })])
    if (outcome.kind === 'full') throw refusal(422, 'full')
  }

  #contextOf(request: object): Context {
    const context = this.#contexts.get(request)
    if (!context) throw new Error('a request that came another way')
    return context
  }

  /** What the sender is told: a word, never what went wrong inside. */
  #explain(error: unknown): Refusal {
    if (isAppError(error)) return refusal(error.status, error.code)
    if (isRefusal(error) && error.status_code < 500) return error
    this.#log.warn({ kind: error instanceof Error ? error.name : 'refusal' }, 'an upload failed')
    return refusal(500, 'failed')
  }
}
