import { useFetcher, useLocation } from '@remix-run/react'
import { Icon } from '~/app/components/icon'
import { useLocalePath, useWords } from '~/app/i18n/use-words'

/** Keeps a hit on the reader's shelf or takes it off; without JavaScript a form that comes back here. */
export function Bookmark({
  kind,
  slug,
  name,
  kept,
}: {
  kind: 'product' | 'booth'
  slug: string
  name: string
  kept: boolean
}) {
  const words = useWords().search
  const action = useLocalePath()('/shortlist')
  const { pathname, search } = useLocation()
  const fetcher = useFetcher<{ kept: boolean }>({ key: `keep ${kind} ${slug}` })
  const wanted = fetcher.formData?.get('intent')
  const shown = wanted ? wanted === 'add' : (fetcher.data?.kept ?? kept)
  return (
    <form
      method="post"
      action={action}
      onSubmit={(event) => {
        event.preventDefault()
        const form = new FormData(event.currentTarget)
        form.set('inPlace', 'yes')
        fetcher.submit(form, { method: 'post', action })
      }}
    >
      <input type="hidden" name="intent" value={shown ? 'remove' : 'add'} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="back" value={pathname + search} />
      <button
        type="submit"
        className={`btn quiet sq ${shown ? 'kept' : ''}`}
        aria-label={shown ? words.kept(name) : words.keep(name)}
      >
        <Icon name="bookmark" />
      </button>
    </form>
  )
}
