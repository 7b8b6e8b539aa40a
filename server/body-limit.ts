const MB = 1024 * 1024
const MOST = MB

/** Forms of the studio that files are sent with, and what one of them may hold. */
const FILE_FORMS: readonly { path: RegExp; most: number }[] = [
  // Two photographs of the largest size or a dozen ordinary ones; with scripts they come in pieces.
  { path: /^\/[a-z]{2}\/studio\/(photos|products\/[\w-]+\/photos)(\.data)?$/, most: 32 * MB },
  { path: /^\/[a-z]{2}\/studio\/(products\/[\w-]+\/)?certificates(\/[\w-]+)?(\.data)?$/, most: 16 * MB },
  // With a picture: of a transfer, a parcel or a pay-out.
  { path: /^\/[a-z]{2}\/((studio\/)?orders|organiser\/payouts)\/[\w-]+(\.data)?$/, most: 16 * MB },
  { path: /^\/[a-z]{2}\/studio\/products\/csv(\.data)?$/, most: 3 * MB },
]

/** How long the body of a request may be: of who isn't signed in never as long as a file. */
export function mostBytes(path: string, isSignedIn: boolean): number {
  if (!isSignedIn) return MOST
  return FILE_FORMS.find((form) => form.path.test(path))?.most ?? MOST
}

/**
 * A request whose body ends with an error once it is longer than `most` bytes, whatever length it announced
 * (a chunked one announces none), and whether that has happened.
 */
export function limitBody(request: Request, most: number): { request: Request; exceeded(): boolean } {
  const announced = Number(request.headers.get('content-length') ?? Number.NaN)
  if (announced > most) return { request, exceeded: () => true }
  // What the server in front has counted for us need not be counted again.
  if (!request.body || announced <= most) return { request, exceeded: () => false }
  let read = 0
  const counted = request.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        read += chunk.byteLength
        if (read > most) controller.error(new Error('the body is too large'))
        else controller.enqueue(chunk)
      },
    }),
  )
  const init: RequestInit & { duplex: 'half' } = { body: counted, duplex: 'half' }
  return { request: new Request(request, init), exceeded: () => read > most }
}
