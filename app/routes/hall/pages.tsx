import { Link, useLocation } from '@remix-run/react'
import { Icon } from '~/app/components/icon'
import { useWords } from '~/app/i18n/use-words'

/** To the pages of a list beside the hall before and after; nothing where there is one. */
export function Pages({ page, pages }: { page: number; pages: number }) {
  const { common } = useWords()
  const { pathname, search } = useLocation()
  if (pages < 2) return null
  const addressOf = (other: number) => {
    const params = new URLSearchParams(search)
    params.set('page', String(other))
    params.delete('at')
    return `${pathname}?${params}`
  }
  return (
    <nav className="row pages" aria-label={common.pages}>
      {page > 1 ? (
        <Link className="btn s" rel="prev" to={addressOf(page - 1)} preventScrollReset>
          <Icon name="chevron-left" />
          {common.previousPage}
        </Link>
      ) : null}
      <span className="sm mut">{common.page(page, pages)}</span>
      {page < pages ? (
        <Link className="btn s" rel="next" to={addressOf(page + 1)} preventScrollReset>
          {common.nextPage}
          <Icon name="chevron-right" />
        </Link>
      ) : null}
    </nav>
  )
}
