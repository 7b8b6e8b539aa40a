import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react'
import type { HallStage } from './hall-stage'
import { CLOSED, type StageState } from './stage-state'

const StageContext = createContext<HallStage | null>(null)

export function HallStageProvider({ stage, children }: { stage: HallStage; children: ReactNode }) {
  return <StageContext.Provider value={stage}>{children}</StageContext.Provider>
}

/** @throws Error outside the layout that owns the canvas: a mistake in routes.ts. */
export function useHallStage(): HallStage {
  const stage = useContext(StageContext)
  if (!stage) throw new Error('this route is not below the layout that owns the canvas')
  return stage
}

export function useStageState(): StageState {
  const stage = useHallStage()
  return useSyncExternalStore(stage.subscribe, stage.getState, () => CLOSED)
}
