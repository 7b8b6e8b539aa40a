import { useEffect, useRef } from 'react'
import { formatMoneyRange } from '~/app/i18n/format'
import { useLocale, useWords } from '~/app/i18n/use-words'
import { money } from '~/domain/shared/money'
import type { ShelfProduct } from '~/domain/shared/shelf'
import { useHallStage } from '../use-hall-stage'

/**
 * Says the good that was picked on the canvas by name and price, and the booth again once none is picked. Where it
 * was picked by its button, that button says it.
 */
export function usePickSaid(good: ShelfProduct | undefined, booth: string): void {
  const { trade } = useWords()
  const locale = useLocale()
  const stage = useHallStage()
  const said = useRef<string | undefined>(undefined)
  useEffect(() => {
    if (good?.slug === said.current) return
    said.current = good?.slug
    if (document.activeElement !== stage.canvasElement()) return
    const parts = [good ? good.name.text : booth]
    if (good?.priceMinor) {
      const { from, to } = good.priceMinor
      parts.push(`${formatMoneyRange(money(from), money(to), locale)} ${trade.perUnit(good.unit)}`)
    }
    stage.say(`\u2068${parts.join('\u2069: \u2068')}\u2069`)
  }, [stage, good, booth, trade, locale])
}
