import { readFile } from 'node:fs/promises'
import { PassThrough, Readable } from 'node:stream'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import parse from 'html-react-parser'
import { isValidElement, type ReactNode } from 'react'
import { renderToPipeableStream } from 'react-dom/server'

/**
 * The limit that the product is measured against: a bare Hono server that renders the same markup from
 * memory with React, with no data, no routing and no headers of ours. Argument: a JSON file, address to HTML.
 */
const pages = JSON.parse(await readFile(process.argv[2] ?? '', 'utf8')) as Record<string, string>

function treeOf(html: string): ReactNode {
  const parsed = parse(html)
  return (Array.isArray(parsed) ? parsed : [parsed]).find(
    (node) => isValidElement(node) && node.type === 'html',
  )
}

const trees = new Map(Object.entries(pages).map(([address, html]) => [address, treeOf(html)]))
const web = new Hono()
web.use(compress())
web.get('*', (c) => {
  const url = new URL(c.req.url)
  const tree = trees.get(url.pathname + url.search)
  if (!tree) return c.notFound()
  return new Promise<Response>((resolve, reject) => {
    const body = new PassThrough()
    const { pipe } = renderToPipeableStream(tree, {
      onShellReady() {
        resolve(
          new Response(Readable.toWeb(body) as ReadableStream, {
            headers: { 'Content-Type': 'text/html; charset=utf-8' },
          }),
        )
        pipe(body)
      },
      onShellError: reject,
    })
  })
})
serve({ fetch: web.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => process.send?.({ listening: port }))
process.on('disconnect', () => process.exit(0))
