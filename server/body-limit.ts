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
