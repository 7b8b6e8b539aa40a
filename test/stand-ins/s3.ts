import { createHash } from 'node:crypto'
import { HttpResponse, http } from 'msw'

const NAMESPACE = 'http://s3.amazonaws.com/doc/2006-03-01/'
const escapeXml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
const unescapeXml = (text: string) => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&')
const xml = (body: string, status = 200) =>
  new HttpResponse(`<?xml version="1.0" encoding="UTF-8"?>\n${body}`, {
    status,
    headers: { 'Content-Type': 'application/xml' },
  })
const failed = (code: string, status: number) =>
  xml(`<Error><Code>${code}</Code><Message>${code}</Message></Error>`, status)

export interface S3StandIn {
  handlers: ReturnType<typeof http.get>[]
  /** What lies in the bucket. */
  objects: Map<string, { body: Buffer; contentType: string; at: Date }>
  /** The next so many requests fail as a store does that is too busy. */
  failNext(times: number): void
}

/**
 * A bucket as S3's REST API answers for it (PutObject, GetObject, DeleteObjects, ListObjectsV2; path-style), with small
 * pages, so that lists have more than one. A request that isn't signed by its key is refused.
 */
export function s3StandIn(endpoint: string, bucket: string, accessKeyId: string, pageSize = 10): S3StandIn {
  const objects: S3StandIn['objects'] = new Map()
  let failing = 0
  const refuse = (request: Request) => {
    if (failing > 0) {
      failing--
      return failed('SlowDown', 503)
    }
    const signed = request.headers.get('authorization') ?? ''
    const isSigned = signed.startsWith(`AWS4-HMAC-SHA256 Credential=${accessKeyId}/`)
    return isSigned ? null : failed('AccessDenied', 403)
  }
  const keyOf = (request: Request) =>
    decodeURIComponent(new URL(request.url).pathname).slice(bucket.length + 2)

  const handlers = [
    http.put(`${endpoint}/${bucket}/*`, async ({ request }) => {
      const refused = refuse(request)
      if (refused) return refused
      const body = Buffer.from(await request.arrayBuffer())
      const contentType = request.headers.get('content-type') ?? 'binary/octet-stream'
      objects.set(keyOf(request), { body, contentType, at: new Date() })
      const etag = createHash('md5').update(body).digest('hex')
      return new HttpResponse(null, { headers: { ETag: `"${etag}"` } })
    }),
    http.get(`${endpoint}/${bucket}/*`, ({ request }) => {
      const refused = refuse(request)
      if (refused) return refused
      const url = new URL(request.url)
      if (url.searchParams.get('list-type') === '2') return list(url.searchParams)
      const found = objects.get(keyOf(request))
      if (!found) return failed('NoSuchKey', 404)
      return new HttpResponse(new Uint8Array(found.body), {
        headers: {
          'Content-Type': found.contentType,
          'Content-Length': String(found.body.length),
          'Last-Modified': found.at.toUTCString(),
        },
      })
    }),
    http.post(`${endpoint}/${bucket}/*`, async ({ request }) => {
      const refused = refuse(request)
      if (refused) return refused
      if (!new URL(request.url).searchParams.has('delete')) return failed('NotImplemented', 501)
      const wanted = [...(await request.text()).matchAll(/<Key>([^<]*)<\/Key>/g)]
      if (wanted.length > 1_000) return failed('MalformedXML', 400)
      for (const [, key = ''] of wanted) objects.delete(unescapeXml(key))
      return xml(`<DeleteResult xmlns="${NAMESPACE}"></DeleteResult>`)
    }),
  ]

  function list(query: URLSearchParams) {
    const prefix = query.get('prefix') ?? ''
    const after = query.get('continuation-token') ?? ''
    const keys = [...objects.keys()].filter((key) => key.startsWith(prefix) && key > after).sort()
    const page = keys.slice(0, pageSize)
    const contents = page.map((key) => {
      const { body, at } = objects.get(key) ?? { body: Buffer.alloc(0), at: new Date(0) }
      return `<Contents><Key>${escapeXml(key)}</Key><LastModified>${at.toISOString()}</LastModified><Size>${body.length}</Size></Contents>`
    })
    const isTruncated = keys.length > page.length
    const next = isTruncated
      ? `<NextContinuationToken>${escapeXml(page.at(-1) ?? '')}</NextContinuationToken>`
      : ''
    return xml(
      `<ListBucketResult xmlns="${NAMESPACE}"><Name>${bucket}</Name><Prefix>${escapeXml(prefix)}</Prefix><KeyCount>${page.length}</KeyCount><IsTruncated>${isTruncated}</IsTruncated>${next}${contents.join('')}</ListBucketResult>`,
    )
  }

  return {
    handlers,
    objects,
    failNext(times) {
      failing = times
    },
  }
}
