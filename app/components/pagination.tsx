import { Link } from '@remix-run/react'
import { formatNumber } from '../i18n/format'
import { useLocale, useWords } from '../i18n/use-words'
import { Icon } from './icon'

/** Pages to name: the first, the last and those near the current; 0 stands for a gap. */
export function pageNumbers(page: number, pages: number): number[] {
  const near = [1, page - 1, page, page + 1, pages].filter((n) => n >= 1 && n <= pages)
  const numbers: number[] = []
  for (const n of [...new Set(near)].sort((a, b) => a - b)) {
    const last = numbers.at(-1) ?? 0
    if (n - last === 2) numbers.push(n - 1)
    else if (n - last > 2) numbers.push(0)
    numbers.push(n)
  }
  return numbers
}

/** Links to the pages of a list; nothing where there is only one. `href` gives the address of a page, from 1. */
export function Pagination({
  page,
  pages,
  href,
}: {
  page: number
  pages: number
  href: (page: number) => string
}) {
  const words = useWords().common
  const locale = useLocale()
  if (pages <= 1) return null
  return (
    <nav className="paging" aria-label={words.pages}>
      {page > 1 ? (
        <Link className="btn line s" rel="prev" to={href(page - 1)}>
          <Icon name="chevron-left" />
          {words.previousPage}
        </Link>
      ) : null}
      <ol className="desk">
        {pageNumbers(page, pages).map((n, index, all) =>
          n === 0 ? (
            <li key={`gap-after-${all[index - 1]}`} aria-hidden="true">
              …
            </li>
          ) : (
            <li key={n}>
              <Link
                to={href(n)}
                aria-label={words.page(n, pages)}
                aria-current={n === page ? 'page' : undefined}
              >
                {formatNumber(n, locale)}
              </Link>
            </li>
          ),
        )}
      </ol>
      <span className="phone sm mut">{words.page(page, pages)}</span>
      {page < pages ? (
        <Link className="btn line s" rel="next" to={href(page + 1)}>
          {words.nextPage}
          <Icon name="chevron-right" />
        </Link>
      ) : null}
    </nav>
  )
}
