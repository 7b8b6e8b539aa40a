import { type FocusEvent, useEffect, useRef, useState } from 'react'
import { useHallStage, useStageState } from '~/app/hall-stage/use-hall-stage'
import { useLocale, useWords } from '~/app/i18n/use-words'
import { localized } from '~/domain/shared/locale'
import type { NearBooth } from '~/scenes/hall/hall-api'
import { BoothRow } from './booth-row'

/**
 * The booths around the visitor in view order. It is put in order anew only when the visitor has stopped and
 * never while one of its links is focused; a focused link is what the hall looks at.
 */
export function NearList() {
  const { hall: words } = useWords()
  const stage = useHallStage()
  const { arrival } = useStageState()
  const list = useRef<HTMLUListElement>(null)
  const [shown, show] = useState<NearBooth[]>(arrival?.near ?? [])
  useEffect(() => {
    if (arrival && !list.current?.contains(document.activeElement)) show(arrival.near)
  }, [arrival])

  const leave = (event: FocusEvent) => {
    // Where the window itself loses the focus, the row keeps it for later.
    if (list.current?.contains(event.relatedTarget ?? document.activeElement)) return
    stage.scene()?.highlight(null)
    show(stage.getState().arrival?.near ?? [])
  }
  return (
    <div className="near">
      <p className="xs mut hint">{shown.length > 0 ? words.nearHint : words.nearEmpty}</p>
      <ul ref={list} onBlur={leave}>
        {shown.map((booth) => (
          <NearRow key={`${booth.pavilion}-${booth.slot}`} near={booth} />
        ))}
      </ul>
    </div>
  )
}

function NearRow({ near }: { near: NearBooth }) {
  const { hall: words } = useWords()
  const locale = useLocale()
  const stage = useHallStage()
  const { chosen } = useStageState()
  const booth = stage.booth(near.pavilion, near.slot)
  if (!booth) return null
  return (
    <BoothRow
      {...booth}
      product={localized(booth.product, locale)}
      drawing={booth.drawings[0] ?? null}
      on={chosen?.booth.slug === booth.slug}
      onFocus={() => stage.scene()?.highlight({ pavilion: near.pavilion, slot: near.slot })}
    >
      <bdi className="xs mut nw">{words.metres(near.distance)}</bdi>
    </BoothRow>
  )
}
