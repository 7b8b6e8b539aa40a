import { HttpResponse, http, type RequestHandler } from 'msw'
import {
  InvalidRequest,
  type StandInDocument,
  type StandInQuery,
  type StandInSettings,
  searchStandIn,
} from './meilisearch-search'

/**
 * A stand-in for a Meilisearch server, after its documented HTTP API: every write is a task that is taken
 * on (202), stays enqueued and processing for a while, and shows its effect only when it has succeeded;
 * tasks run one after another. It finds documents in memory, see meilisearch-search.ts.
 */
interface Index {
  primaryKey: string | null
  createdAt: string
  updatedAt: string
  settings: StandInSettings
  documents: Map<string, StandInDocument>
}

interface Task {
  uid: number
  indexUid: string | null
  type: string
  status: 'enqueued' | 'processing' | 'succeeded' | 'failed'
  error: { message: string; code: string; type: string; link: string } | null
  enqueuedAt: string
  run: () => void
}

export interface MeilisearchStandIn {
  handlers: RequestHandler[]
  /** 'POST /multi-search', in the order in which they came. */
  requests: { line: string; body: unknown; authorization: string | null }[]
  /** The uids of the indexes that are there. */
  indexUids(): string[]
  /** The statuses that have been told of a task, in order. */
  toldStatuses: Map<number, string[]>
  /** Lets the next task of this type fail with this error code. */
  failTask(type: string, code: string): void
}

const problem = (code: string, message: string, type = 'invalid_request') => ({
  message,
  code,
  type,
  link: `https://docs.meilisearch.com/errors#${code}`,
})

export function meilisearchStandIn(url: string, apiKey: string): MeilisearchStandIn {
  const indexes = new Map<string, Index>()
  const tasks: Task[] = []
  const failing: { type: string; code: string }[] = []
  const standIn: MeilisearchStandIn = {
    handlers: [],
    requests: [],
    indexUids: () => [...indexes.keys()].sort(),
    toldStatuses: new Map(),
    failTask: (type, code) => failing.push({ type, code }),
  }

  const newIndex = (primaryKey: string | null): Index => {
    const now = new Date().toISOString()
    return { primaryKey, createdAt: now, updatedAt: now, settings: {}, documents: new Map() }
  }
  const indexOf = (uid: string) => {
    const index = indexes.get(uid)
    if (!index) throw new InvalidRequest('index_not_found', `Index \`${uid}\` not found.`)
    return index
  }
  /** Writing documents to an index that isn't there makes it, as documented. */
  const indexForWriting = (uid: string) => {
    const index = indexes.get(uid) ?? newIndex(null)
    indexes.set(uid, index)
    index.updatedAt = new Date().toISOString()
    return index
  }

  function take(indexUid: string | null, type: string, run: () => void) {
    const task: Task = {
      uid: tasks.length,
      indexUid,
      type,
      status: 'enqueued',
      error: null,
      enqueuedAt: new Date().toISOString(),
      run,
    }
    tasks.push(task)
    const { uid, status, enqueuedAt } = task
    return HttpResponse.json({ taskUid: uid, indexUid, status, type, enqueuedAt }, { status: 202 })
  }

  /** One step of the server's work: the oldest unfinished task goes on. */
  function work() {
    const task = tasks.find(({ status }) => status === 'enqueued' || status === 'processing')
    if (!task) return
    if (task.status === 'enqueued') {
      task.status = 'processing'
      return
    }
    const failure = failing.findIndex(({ type }) => type === task.type)
    try {
      if (failure !== -1)
        throw new InvalidRequest(failing.splice(failure, 1)[0]?.code ?? 'internal', 'It failed.')
      task.run()
      task.status = 'succeeded'
    } catch (error) {
      task.status = 'failed'
      task.error =
        error instanceof InvalidRequest
          ? problem(error.code, error.message)
          : problem('internal', String(error), 'internal')
    }
  }

  /** A handler that notes the request, wants the key, and answers refusals as documented. */
  function handle(
    method: 'get' | 'post' | 'patch' | 'delete',
    path: string,
    answer: (params: Record<string, string>, body: unknown, search: URLSearchParams) => Response,
  ) {
    standIn.handlers.push(
      http[method](url + path, async ({ request, params }) => {
        const { pathname, searchParams } = new URL(request.url)
        const text = await request.text()
        const body: unknown = text ? JSON.parse(text) : undefined
        const authorization = request.headers.get('authorization')
        standIn.requests.push({ line: `${request.method} ${pathname}`, body, authorization })
        if (authorization !== `Bearer ${apiKey}`) {
          return HttpResponse.json(problem('invalid_api_key', 'The provided API key is invalid.', 'auth'), {
            status: 403,
          })
        }
        try {
          return answer(
            Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)])),
            body,
            searchParams,
          )
        } catch (error) {
          if (!(error instanceof InvalidRequest)) throw error
          return HttpResponse.json(problem(error.code, error.message), {
            status: error.code.endsWith('not_found') ? 404 : 400,
          })
        }
      }),
    )
  }

  handle('post', '/indexes', (_, body) => {
    const { uid, primaryKey } = body as { uid: string; primaryKey?: string }
    return take(uid, 'indexCreation', () => {
      if (indexes.has(uid))
        throw new InvalidRequest('index_already_exists', `Index \`${uid}\` already exists.`)
      indexes.set(uid, newIndex(primaryKey ?? null))
    })
  })
  handle('get', '/indexes/:uid', ({ uid = '' }) => {
    const { primaryKey, createdAt, updatedAt } = indexOf(uid)
    return HttpResponse.json({ uid, primaryKey, createdAt, updatedAt })
  })
  handle('delete', '/indexes/:uid', ({ uid = '' }) =>
    take(uid, 'indexDeletion', () => {
      indexOf(uid)
      indexes.delete(uid)
    }),
  )
  handle('patch', '/indexes/:uid/settings', ({ uid = '' }, body) =>
    take(uid, 'settingsUpdate', () => Object.assign(indexForWriting(uid).settings, body)),
  )
  handle('post', '/indexes/:uid/documents', ({ uid = '' }, body) =>
    take(uid, 'documentAdditionOrUpdate', () => {
      const index = indexForWriting(uid)
      for (const document of body as StandInDocument[]) {
        if (!/^[\w-]{1,511}$/.test(document.id))
          throw new InvalidRequest('invalid_document_id', `\`${document.id}\``)
        index.documents.set(document.id, document)
      }
    }),
  )
  handle('post', '/indexes/:uid/documents/delete-batch', ({ uid = '' }, body) =>
    take(uid, 'documentDeletion', () => {
      for (const id of body as string[]) indexOf(uid).documents.delete(id)
    }),
  )
  handle('get', '/indexes/:uid/documents', ({ uid = '' }, _, search) => {
    const all = [...indexOf(uid).documents.values()]
    const limit = Number(search.get('limit') ?? 20)
    const offset = Number(search.get('offset') ?? 0)
    return HttpResponse.json({ results: all.slice(offset, offset + limit), limit, offset, total: all.length })
  })
  handle('get', '/indexes/:uid/stats', ({ uid = '' }) =>
    HttpResponse.json({
      numberOfDocuments: indexOf(uid).documents.size,
      isIndexing: false,
      fieldDistribution: {},
    }),
  )
  handle('post', '/swap-indexes', (_, body) =>
    take(null, 'indexSwap', () => {
      for (const {
        indexes: [a, b],
      } of body as { indexes: [string, string] }[]) {
        const [one, other] = [indexOf(a), indexOf(b)]
        indexes.set(a, other)
        indexes.set(b, one)
      }
    }),
  )
  handle('get', '/tasks/:uid', ({ uid = '' }) => {
    const task = tasks[Number(uid)]
    if (!task) throw new InvalidRequest('task_not_found', `Task \`${uid}\` not found.`)
    standIn.toldStatuses.set(task.uid, [...(standIn.toldStatuses.get(task.uid) ?? []), task.status])
    const { run: _run, ...told } = task
    const answer = HttpResponse.json({
      ...told,
      batchUid: task.uid,
      canceledBy: null,
      details: {},
      duration: null,
      startedAt: null,
      finishedAt: null,
    })
    work()
    return answer
  })
  handle('post', '/multi-search', (_, body) => {
    const { queries } = body as { queries: (StandInQuery & { indexUid: string })[] }
    const results = queries.map((query) => {
      const { documents, settings } = indexOf(query.indexUid)
      return { indexUid: query.indexUid, ...searchStandIn([...documents.values()], settings, query) }
    })
    return HttpResponse.json({ results })
  })
  return standIn
}
