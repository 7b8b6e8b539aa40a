export function loader() {
  throw Response.json({ code: 'not-found' }, { status: 404 })
}
