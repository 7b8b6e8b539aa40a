import { useEffect, useRef, useState } from 'react'
import { BoothPicture } from '~/app/components/pavilion-swatch'
import { fill } from '~/app/i18n/fill'
import type { PageWords } from '~/app/i18n/page-words.server'
import type { BoothHandle, BoothSpec } from '~/scenes/booth/booth-api'
import './booth-preview.css'

export type PreviewWords = Pick<
  PageWords['studioBooth'],
  'previewCanvas' | 'previewDrawn' | 'previewDrawnWhy' | 'previewText' | 'previewWaiting'
>

interface BoothPreviewProps {
  /** As it is to be shown: of a form while it is filled in, or as it is stored. */
  booth: BoothSpec
  words: PreviewWords
  motifs: PageWords['organiserPavilions']['motifs']
}

/** 'drawn': no three dimensions here. 'waiting': they are on their way. */
type Shown = 'drawn' | 'waiting' | 'standing' | 'refused'

/**
 * The booth as it will stand in the hall: in three dimensions by the hall's own scene where the browser can, else
 * drawn. Put `MotifMasks` once on the page before it.
 */
export function BoothPreview({ booth, words, motifs }: BoothPreviewProps) {
  const { look, latin } = booth
  const canvas = useRef<HTMLCanvasElement>(null)
  const handle = useRef<BoothHandle | null>(null)
  const latest = useRef(booth)
  latest.current = booth
  const [shown, setShown] = useState<Shown>('drawn')
  const isWanted = shown === 'waiting' || shown === 'standing'

  useEffect(() => setShown(canShow() ? 'waiting' : 'refused'), [])
  useEffect(() => {
    const element = canvas.current
    if (!isWanted || !element) return
    let isGone = false
    const refuse = () => {
      if (!isGone) setShown('refused')
    }
    import('~/scenes/booth/mount-booth.client')
      .then(({ mountBooth }) =>
        isGone
          ? null
          : mountBooth(element, latest.current, {
              savesData: false,
              reducedMotion: matchMedia('(prefers-reduced-motion: reduce)').matches,
              onReady: () => {
                if (!isGone) setShown('standing')
              },
              onUnavailable: refuse,
            }),
      )
      .then((mounted) => {
        if (isGone) mounted?.dispose()
        else {
          handle.current = mounted
          mounted?.show(latest.current)
        }
      })
      .catch(refuse)
    const watch = new ResizeObserver(() => handle.current?.resize())
    watch.observe(element)
    return () => {
      isGone = true
      watch.disconnect()
      handle.current?.dispose()
      handle.current = null
    }
  }, [isWanted])
  const said = JSON.stringify(booth)
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever it says or looks something else
  useEffect(() => handle.current?.show(latest.current), [said])

  const values = { name: latin, motif: motifs[look.motif].name, colour: look.colour, accent: look.accent }
  return (
    <figure className="booth-preview" data-shown={shown}>
      {isWanted ? (
        <canvas ref={canvas} tabIndex={0} role="img" aria-label={fill(words.previewCanvas, values)} />
      ) : null}
      {shown === 'standing' ? null : (
        <div className="drawn-booth">
          <BoothPicture look={look} name={latin} label={fill(words.previewDrawn, values)} />
        </div>
      )}
      <figcaption className="xs mut">
        {shown === 'refused'
          ? words.previewDrawnWhy
          : shown === 'waiting'
            ? words.previewWaiting
            : shown === 'standing'
              ? words.previewText
              : null}
      </figcaption>
    </figure>
  )
}

/** Nothing heavy is loaded where the visitor saves data, or where it couldn't be shown. */
function canShow(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } }
  return connection?.saveData !== true && 'WebGL2RenderingContext' in window
}
