import type { LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { metaLocale } from '~/app/page-meta'

/** The organiser's day begins at the queue; who may see it is decided there. */
export function loader({ params }: LoaderFunctionArgs) {
  return redirect(`/${metaLocale({ params })}/organiser/verification`)
}
