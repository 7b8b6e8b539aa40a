import { ErrorPage } from '~/app/components/error-page'

export function loader() {
  throw Response.json({ code: 'not-found' }, { status: 404 })
}

export default function Page() {
  return <ErrorPage />
}
