import { useSubmit } from '@remix-run/react'
import { type FormEvent, useEffect, useRef } from 'react'
import { tidySearch } from './search-address'

/** Long enough for the next letter of a typist, short enough to feel immediate. */
const TYPING_MS = 220

/**
 * Makes the search form answer by itself. Typing replaces the address after a pause, a filter is a step that
 * Back undoes; a newer request cancels an older one (the router's), so an old answer never wins.
 * The fields stay as they are in the page, which keeps the focus; when the address changes by other means
 * (Back, a removed filter) they follow it.
 */
export function useLiveSearch(params: URLSearchParams) {
  const submit = useSubmit()
  const form = useRef<HTMLFormElement>(null)
  const typing = useRef<number | undefined>(undefined)
  const shown = params.toString()
  /** Addresses that the fields have said and that aren't shown yet, oldest first; any other they follow. */
  const said = useRef([shown])

  useEffect(() => {
    const own = said.current.indexOf(shown)
    // On a slow line one of them is shown when the next has been asked for: what is typed since stays.
    said.current = own < 0 ? [] : said.current.slice(own + 1)
    if (own < 0 && form.current && typing.current === undefined) {
      followAddress(form.current, new URLSearchParams(shown))
    }
  }, [shown])
  useEffect(() => () => window.clearTimeout(typing.current), [])

  const send = (target: HTMLFormElement, replace: boolean) => {
    window.clearTimeout(typing.current)
    typing.current = undefined
    const given = new URLSearchParams()
    for (const [name, value] of new FormData(target)) {
      if (typeof value === 'string') given.append(name, value)
    }
    const search = tidySearch(given)
    const asked = search.toString()
    if (asked !== shown) said.current.push(asked)
    submit(search, {
      action: target.getAttribute('action') ?? undefined,
      replace: replace || asked === shown,
      preventScrollReset: true,
    })
  }

  return {
    form,
    onInput(event: FormEvent<HTMLFormElement>) {
      if (!(event.target instanceof HTMLInputElement) || event.target.name !== 'q') return
      const target = event.currentTarget
      window.clearTimeout(typing.current)
      typing.current = window.setTimeout(() => send(target, true), TYPING_MS)
    },
    /** For fields that stand outside the form's element, too. */
    onChange() {
      if (form.current) send(form.current, false)
    },
    onSubmit(event: FormEvent<HTMLFormElement>) {
      event.preventDefault()
      // The drawer's own button asks to see what it found.
      for (const drawer of document.querySelectorAll<HTMLElement>(':popover-open')) drawer.hidePopover()
      send(event.currentTarget, false)
    },
  }
}

function followAddress(form: HTMLFormElement, params: URLSearchParams): void {
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement && field.type === 'checkbox') {
      field.checked = params.getAll(field.name).includes(field.value)
    } else if (field instanceof HTMLInputElement && field.type === 'search') {
      field.value = params.get(field.name) ?? ''
    } else if (field instanceof HTMLSelectElement) {
      const value = params.get(field.name)
      field.selectedIndex = Math.max(
        0,
        [...field.options].findIndex((option) => option.value === value),
      )
    }
  }
}
