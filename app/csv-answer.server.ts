/** A table as a file that the browser saves; of one organisation, so that nothing on the way keeps it. */
export function csvAnswer(content: string, name: string): Response {
  return new Response(content, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
