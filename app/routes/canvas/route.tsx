import { Outlet, useLocation, useNavigate, useNavigationType } from '@remix-run/react'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { HallStage } from '~/app/hall-stage/hall-stage'
import { HallStageProvider } from '~/app/hall-stage/use-hall-stage'
import { allWords } from '~/app/i18n/registry'
import { useLocalePath } from '~/app/i18n/use-words'

/** What lies over the open hall says what the other pages say of a product. */
async function loadCloseUp() {
  const [closeUp] = await Promise.all([import('~/app/hall-stage/close-up/close-up'), allWords()])
  return closeUp
}

/**
 * Owns the one canvas of the 3D hall. It stays while the visitor reads booths and products, hidden, so that
 * going back is going on. Nothing of the scene is loaded before the hall's page asks for it.
 */
export default function CanvasLayout() {
  const [stage] = useState(() => new HallStage(loadCloseUp))
  const holder = useRef<HTMLDivElement>(null)
  const navigate = useNavigate()
  const to = useLocalePath()
  useEffect(() => {
    if (holder.current) stage.settle(holder.current, (path) => navigate(to(path)))
  }, [stage, navigate, to])
  useEffect(() => () => stage.dispose(), [stage])
  useFocusAgain()
  return (
    <HallStageProvider stage={stage}>
      <Outlet />
      <div ref={holder} hidden />
    </HallStageProvider>
  )
}

/** The server knows no layout and would warn. */
const useBeforePaint = typeof document === 'undefined' ? useEffect : useLayoutEffect

/**
 * What was focused has gone with its page, or with the list that it led from: the focus goes on where the next one
 * begins, and who comes back finds the link again that they followed, or the hall.
 */
function useFocusAgain() {
  const { pathname, key } = useLocation()
  const back = useNavigationType() === 'POP'
  const last = useRef({ pathname, key })
  // The list beside the hall looks afterwards whether somebody is in it.
  useBeforePaint(() => {
    const before = last.current
    last.current = { pathname, key }
    if (before.key === key || document.activeElement !== document.body) return
    const find = (what: string) => document.querySelector<HTMLElement>(`#main ${what}`)
    const followed = back && before.pathname !== pathname ? find(`a[href="${before.pathname}"]`) : null
    const next =
      followed ?? find('.tourbar [rel="next"]') ?? find('canvas') ?? find(':is(h1:not(.vh), summary)')
    if (next && next.tabIndex < 0) next.tabIndex = -1
    next?.focus({ preventScroll: true })
  }, [pathname, key, back])
}
