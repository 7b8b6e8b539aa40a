import { useFetcher, useLocation } from '@remix-run/react'
import type { FormEvent } from 'react'
import type { Kept } from '~/domain/shortlist/kept'
import { useLocalePath, useWords } from '../i18n/use-words'
import { Icon } from './icon'
import './keep-button.css'

/**
 * Puts something on the reader's shelf or takes it off. Without JavaScript it is a form that comes back here;
 * with it the page stays as it is.
 */
export function KeepButton({ item, kept, short = false }: { item: Kept; kept: boolean; short?: boolean }) {
  const words = useWords().shortlist
  const to = useLocalePath()
  const { pathname, search } = useLocation()
  const fetcher = useFetcher<{ kept: boolean }>({ key: `keep ${item.kind} ${item.slug}` })
  const wanted = fetcher.formData?.get('intent')
  const shown = wanted ? wanted === 'add' : (fetcher.data?.kept ?? kept)
  const action = to('/shortlist')
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    form.set('inPlace', 'yes')
    fetcher.submit(form, { method: 'post', action })
  }
  const label = short ? [words.keepShort, words.keptShort] : [words.keep, words.kept]
  return (
    <form method="post" action={action} onSubmit={submit}>
      <input type="hidden" name="intent" value={shown ? 'remove' : 'add'} />
      <input type="hidden" name="kind" value={item.kind} />
      <input type="hidden" name="slug" value={item.slug} />
      <input type="hidden" name="back" value={pathname + search} />
      <button type="submit" className={`btn keep full ${shown ? 'kept' : ''}`}>
        <Icon name="bookmark" />
        <span>{shown ? label[1] : label[0]}</span>
        {shown ? <span className="vh">{`. ${words.remove}`}</span> : null}
      </button>
    </form>
  )
}
