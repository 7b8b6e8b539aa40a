import { Outlet, useNavigate } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { HallStage } from '~/app/hall-stage/hall-stage'
import { HallStageProvider } from '~/app/hall-stage/use-hall-stage'
import { useLocalePath } from '~/app/i18n/use-words'

/**
 * Owns the one canvas of the 3D hall. It stays while the visitor reads booths and products, hidden, so that
 * going back is going on. Nothing of the scene is loaded before the hall's page asks for it.
 */
export default function CanvasLayout() {
  const [stage] = useState(() => new HallStage(() => import('~/app/hall-stage/close-up/close-up')))
  const holder = useRef<HTMLDivElement>(null)
  const navigate = useNavigate()
  const to = useLocalePath()
  useEffect(() => {
    if (holder.current) stage.settle(holder.current, (path) => navigate(to(path)))
  }, [stage, navigate, to])
  useEffect(() => () => stage.dispose(), [stage])
  return (
    <HallStageProvider stage={stage}>
      <Outlet />
      <div ref={holder} hidden />
    </HallStageProvider>
  )
}
