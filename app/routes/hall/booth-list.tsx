import { Link } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { EmptyShelf } from '~/app/components/empty-shelf'
import { Icon } from '~/app/components/icon'
import { useLocalePath, useWords } from '~/app/i18n/use-words'
import type { HallView } from '~/domain/hall/open-hall.server'
import { BoothRow } from './booth-row'
import type { HallPavilion } from './hall-pavilion'
import { Pages } from './pages'

/** One page of booths as links, and the pavilions to choose from: all of it works without a script. */
export function BoothList({ hall, pavilions }: { hall: HallView; pavilions: HallPavilion[] }) {
  const { hall: words } = useWords()
  const to = useLocalePath()
  const listed = pavilions.find((pavilion) => pavilion.number === hall.pavilion)
  const list = useRef<HTMLDivElement>(null)
  const shown = useRef<HallView | null>(null)
  useEffect(() => {
    const element = list.current
    const first = shown.current === null
    if (!element || shown.current === hall) return
    shown.current = hall
    if (!first) closeChoice(element)
    // The list has its own window, except on a phone, where it is part of the page. It begins at its beginning,
    // or at the booth that was asked for.
    const asked = element.querySelector<HTMLElement>('li.on')
    element.scrollTo({ top: asked ? asked.offsetTop - element.offsetTop - asked.clientHeight : 0 })
    if (!first && element.getBoundingClientRect().top < 0) element.scrollIntoView()
  }, [hall])
  return (
    <div className="near" ref={list}>
      <details className="choose">
        <summary>
          <b>{listed?.name ?? words.allPavilions}</b>
          <span className="xs mut">{words.booths(hall.total)}</span>
          <Icon name="chevron-down" />
          <span className="vh">{words.choosePavilion}</span>
        </summary>
        <ol>
          <li>
            <Link to={to('/hall')} preventScrollReset aria-current={listed ? undefined : 'true'}>
              {words.allPavilions}
            </Link>
          </li>
          {pavilions.map((pavilion) => (
            <li key={pavilion.number}>
              <Link
                to={pavilion.href}
                preventScrollReset
                aria-current={pavilion === listed ? 'true' : undefined}
              >
                {pavilion.name}
                <span className="xs mut">{words.booths(pavilion.boothCount)}</span>
              </Link>
            </li>
          ))}
        </ol>
      </details>
      {hall.booths.length > 0 ? (
        <ul>
          {hall.booths.map((booth, index) => (
            <BoothRow key={booth.slug} {...booth} eager={index < 8} on={booth.slug === hall.target?.slug} />
          ))}
        </ul>
      ) : (
        <EmptyShelf title={words.emptyTitle}>
          <p className="sm mut">{words.emptyText}</p>
        </EmptyShelf>
      )}
      <Pages page={hall.page} pages={hall.pages} />
    </div>
  )
}

/** Closed again once another pavilion is listed; who chose it is still there. */
function closeChoice(list: HTMLElement) {
  const choice = list.querySelector('details')
  if (!choice?.open) return
  if (choice.contains(document.activeElement)) choice.querySelector('summary')?.focus()
  choice.open = false
}
