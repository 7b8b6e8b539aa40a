import { useCallback, useEffect, useRef, useState } from 'react'
import type { DetailedError, Upload } from 'tus-js-client'
import { isPhotoProblem } from '~/domain/photo/photo-problems'
import { MOST_PHOTO_BYTES } from '~/domain/photo/photo-view'
import { changeSending, fingerprintOf, nextToSend, type Sending, type SendingChange } from './sending'

/** Where files are taken in pieces (server/uploads.ts). */
const ENDPOINT = '/uploads'
/** At a time: in the gallery they stand as they arrive, and whoever chose them has put them in an order. */
const AT_ONCE = 1
/** What a broken line can cost is less than one piece. */
const PIECE_BYTES = 512 * 1024
/** Milliseconds between tries on a line that seems to be there and isn't. */
const RETRIES = [500, 1_500, 3_000, 6_000, 12_000]
const LATER = 15_000

interface UploadsInput {
  productId: string | null
  /** How many the gallery still takes. */
  room: number
  /** The server has all of one. */
  onSent: () => void
}

export interface Uploads {
  list: readonly Sending[]
  add: (files: readonly File[]) => void
  pause: (key: string) => void
  goOn: (key: string) => void
  drop: (key: string) => void
}

/** Sends files in pieces, one after the other, and goes on by itself where the line broke. */
export function useUploads({ productId, room, onSent }: UploadsInput): Uploads {
  const [list, setList] = useState<readonly Sending[]>([])
  const files = useRef(new Map<string, File>())
  const tasks = useRef(new Map<string, Upload>())
  const sent = useRef(onSent)
  sent.current = onSent
  const change = useCallback((one: SendingChange) => setList((before) => changeSending(before, one)), [])

  const start = useCallback(
    async (key: string) => {
      const file = files.current.get(key)
      if (!file) return
      change({ key, state: 'sending' })
      const known = tasks.current.get(key)
      if (known) {
        // A try of its own that is still to come would send the same twice.
        await known.abort()
        return known.start()
      }
      const task = await makeTask(file, productId, {
        tell: (news) => change({ key, ...news }),
        sent: () => sent.current(),
      }).catch(() => null)
      // Dropped while its code was on the way.
      if (!files.current.has(key)) return
      if (!task) return change({ key, state: 'line' })
      tasks.current.set(key, task)
      task.start()
    },
    [change, productId],
  )

  useEffect(() => {
    for (const { key } of nextToSend(list, AT_ONCE)) void start(key)
  }, [list, start])

  const waiting = list.filter(({ state }) => state === 'line').map(({ key }) => key)
  const waitingKeys = waiting.join()
  useEffect(() => {
    const goOn = () => {
      for (const key of waitingKeys.split(',').filter(Boolean)) void start(key)
    }
    const timer = waitingKeys ? setInterval(goOn, LATER) : undefined
    window.addEventListener('online', goOn)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', goOn)
    }
  }, [waitingKeys, start])

  useEffect(() => {
    const hold = () =>
      setList((before) =>
        before.map((one) => {
          if (one.state !== 'sending') return one
          void tasks.current.get(one.key)?.abort()
          return { ...one, state: 'line' }
        }),
      )
    window.addEventListener('offline', hold)
    return () => window.removeEventListener('offline', hold)
  }, [])

  // Leaving the page: what is on its way goes on when the same file is chosen again.
  useEffect(() => {
    const running = tasks.current
    return () => {
      for (const task of running.values()) void task.abort()
    }
  }, [])

  return {
    list,
    add: (chosen) => {
      const going = list.filter(({ state }) => state !== 'refused' && state !== 'sent').length
      const added = chosen.map((file, place): Sending => {
        const problem =
          file.size > MOST_PHOTO_BYTES
            ? 'too-many-bytes'
            : /\.hei[cf]$/i.test(file.name)
              ? 'heic'
              : going + place >= room
                ? 'full'
                : null
        const key = crypto.randomUUID()
        if (!problem) files.current.set(key, file)
        const state = problem ? 'refused' : 'queued'
        const preview = URL.createObjectURL(file)
        return { key, name: file.name, preview, state, percent: 0, problem, photoId: null }
      })
      setList((before) => [...before, ...added])
    },
    pause: (key) => {
      void tasks.current.get(key)?.abort()
      change({ key, state: 'paused' })
    },
    goOn: (key) => void start(key),
    drop: (key) => {
      const task = tasks.current.get(key)
      tasks.current.delete(key)
      files.current.delete(key)
      // Also at the server, so that nobody's half photograph stays there.
      void task?.abort(true).catch(() => undefined)
      setList((before) => before.filter((one) => one.key !== key))
      const dropped = list.find((one) => one.key === key)
      if (dropped) URL.revokeObjectURL(dropped.preview)
    },
  }
}

interface Listener {
  tell: (news: Omit<SendingChange, 'key'>) => void
  sent: () => void
}

/** The sending of one file; where a part of it is at the server already, it goes on from there. */
async function makeTask(file: File, productId: string | null, { tell, sent }: Listener): Promise<Upload> {
  const { Upload } = await import('tus-js-client')
  const gallery = productId ?? 'booth'
  const task: Upload = new Upload(file, {
    endpoint: ENDPOINT,
    chunkSize: PIECE_BYTES,
    retryDelays: RETRIES,
    metadata: { filename: file.name, filetype: file.type, ...(productId && { productId }) },
    removeFingerprintOnSuccess: true,
    fingerprint: async () => fingerprintOf(file, gallery),
    onProgress: (done, all) => tell({ state: 'sending', percent: Math.floor((done / all) * 100) }),
    onShouldRetry: (error) => {
      if (!isLineLost(error)) return false
      tell({ state: 'line' })
      return navigator.onLine
    },
    onError: (error) => {
      if ('originalResponse' in error && !isLineLost(error)) {
        const problem = problemIn(error)
        const isSaid = problem === 'full' || isPhotoProblem(problem)
        tell(isSaid ? { state: 'refused', problem } : { state: 'failed' })
      } else tell({ state: 'line' })
    },
    onSuccess: () => {
      tell({ state: 'sent', percent: 100, photoId: task.url?.split('/').pop() ?? null })
      sent()
    },
  })
  const [previous] = await task.findPreviousUploads()
  if (previous) task.resumeFromPreviousUpload(previous)
  return task
}

/** No answer at all, or one of a server that is away for a moment. */
function isLineLost({ originalResponse }: DetailedError): boolean {
  const status = originalResponse?.getStatus() ?? 0
  return status === 0 || status >= 500 || status === 409 || status === 423 || status === 429
}

/** The code with which the server refused it. */
function problemIn({ originalResponse }: DetailedError): string | null {
  const body = originalResponse?.getBody().trim() ?? ''
  return /^[a-z-]{3,30}$/.exec(body)?.[0] ?? /"code":"([a-z-]{3,30})"/.exec(body)?.[1] ?? null
}
