import { Form } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { Icon } from '~/app/components/icon'
import { useStageState } from '~/app/hall-stage/use-hall-stage'
import { useLocalePath, useWords } from '~/app/i18n/use-words'
import type { HallView } from '~/domain/hall/open-hall.server'
import { BoothList } from './booth-list'
import type { HallPavilion } from './hall-pavilion'
import { NearList } from './near-list'

/** The list beside the hall: all booths by page, and while the hall is open those near the visitor. */
export function HallAside({ hall, pavilions }: { hall: HallView; pavilions: HallPavilion[] }) {
  const { hall: words } = useWords()
  const to = useLocalePath()
  const { status, moved } = useStageState()
  const [chosenView, chooseView] = useState<'near' | 'all' | null>(null)
  const [walked, setWalked] = useState(false)
  const aside = useRef<HTMLElement>(null)
  const open = status === 'open'
  useEffect(() => {
    // Walking is what asks for the list of what is near; never under the hands of somebody who uses the list.
    if (open && moved && !aside.current?.contains(document.activeElement)) setWalked(true)
  }, [open, moved])
  const view = open ? (chosenView ?? (walked ? 'near' : 'all')) : 'all'
  return (
    <aside ref={aside} aria-label={words.allBooths}>
      <div className="pad">
        <h1 className="vh">{words.title}</h1>
        <Form className="find" role="search" action={to('/products')}>
          <input
            name="q"
            type="search"
            aria-label={words.find}
            placeholder={words.findHint}
            enterKeyHint="search"
          />
          <button className="btn quiet" type="submit">
            {words.findSubmit}
          </button>
        </Form>
        <fieldset className="row views" aria-label={words.viewSwitch}>
          {open ? (
            <>
              <ViewChip icon="compass" on={view === 'near'} choose={() => chooseView('near')}>
                {words.nearYou}
              </ViewChip>
              <ViewChip icon="list" on={view === 'all'} choose={() => chooseView('all')}>
                {words.allBooths}
              </ViewChip>
            </>
          ) : null}
          <a className="chip phone" href="#map">
            <Icon name="map" />
            {words.map}
          </a>
        </fieldset>
      </div>
      {view === 'near' ? <NearList /> : <BoothList hall={hall} pavilions={pavilions} />}
    </aside>
  )
}

interface ViewChipProps {
  icon: 'compass' | 'list'
  on: boolean
  choose: () => void
  children: string
}

function ViewChip({ icon, on, choose, children }: ViewChipProps) {
  return (
    <button className={on ? 'chip on' : 'chip'} type="button" aria-pressed={on} onClick={choose}>
      <Icon name={icon} />
      {children}
    </button>
  )
}
