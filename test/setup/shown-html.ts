/** What a page shows: without the data that its scripts get, which holds every sentence of the page, said or not. */
export function shownHtml(html: string): string {
  return html.replace(/<script\b[\s\S]*?<\/script>/g, '')
}
