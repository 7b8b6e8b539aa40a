import { useBeforeUnload, useBlocker } from '@remix-run/react'
import { useCallback, useEffect, useRef } from 'react'
import { fillPlural } from '~/app/i18n/fill'
import type { PageWords } from '~/app/i18n/page-words.server'
import { useLocale } from '~/app/i18n/use-words'

/** Asks before changes that aren't saved are left; the form's own sending stays on its address and isn't asked. */
export function LeaveGuard({
  count,
  words,
}: {
  count: number
  words: Pick<PageWords['studioProducts']['form'], 'leaveTitle' | 'leaveText' | 'stay' | 'leave'>
}) {
  const locale = useLocale()
  const dialog = useRef<HTMLDialogElement>(null)
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => count > 0 && currentLocation.pathname !== nextLocation.pathname,
  )
  useBeforeUnload(
    useCallback(
      (event) => {
        if (count > 0) event.preventDefault()
      },
      [count],
    ),
  )
  const isBlocked = blocker.state === 'blocked'
  useEffect(() => {
    if (isBlocked) dialog.current?.showModal()
    else dialog.current?.close()
  }, [isBlocked])
  const stay = () => blocker.reset?.()
  return (
    <dialog ref={dialog} className="leave" aria-labelledby="leave-title" onCancel={stay}>
      <h2 id="leave-title">{fillPlural(words.leaveTitle, count, locale)}</h2>
      <p>{words.leaveText}</p>
      <p className="row wrapx">
        <button type="button" className="btn pri" onClick={stay}>
          {words.stay}
        </button>
        <button type="button" className="btn line" onClick={() => blocker.proceed?.()}>
          {words.leave}
        </button>
      </p>
    </dialog>
  )
}
