import { useEffect, useState } from 'react'
import { useLocale } from '../i18n/use-words'
import { savesData } from './saves-data'
import { useHallStage, useStageState } from './use-hall-stage'

/**
 * How many people are where the visitor stands, in words, while the hall is open and shown; null: nobody else,
 * or not known. A device that saves data doesn't ask.
 */
export function usePresence(): string | null {
  const stage = useHallStage()
  const { status } = useStageState()
  const locale = useLocale()
  const [people, setPeople] = useState<string | null>(null)
  useEffect(() => {
    if (status !== 'open' || savesData()) return
    let gone = false
    let end = () => {}
    import('./presence-watch').then(
      ({ watchPresence }) => {
        if (!gone) end = watchPresence(stage, locale, setPeople)
      },
      // The hall is whole without it.
      () => undefined,
    )
    return () => {
      gone = true
      end()
      setPeople(null)
    }
  }, [status, stage, locale])
  return people
}
