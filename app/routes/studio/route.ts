import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { metaLocale } from '~/app/page-meta'

/** The studio opens with its meetings. */
export function loader({ params }: LoaderFunctionArgs) {
  throw redirect(`/${metaLocale({ params })}/studio/meetings`)
}
