import { Link, useFetcher, useRevalidator } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { fill, fillPlural } from '~/app/i18n/fill'
import type { PageWords } from '~/app/i18n/page-words.server'
import { useLocale } from '~/app/i18n/use-words'
import type { answerPhotoForm } from '~/app/photo-actions.server'
import { MOST_PHOTOS, type OwnPhoto } from '~/domain/photo/photo-view'
import type { LocalizedText } from '~/domain/shared/locale'
import { BareShelf } from '../bare-shelf'
import { Icon } from '../icon'
import { AddPhotos } from './add-photos'
import { News } from './news'
import type { PhotoNews } from './photo-news'
import { PhotoRow } from './photo-row'
import { SendingRow } from './sending-row'
import { useDragOrder } from './use-drag-order'
import { useUnfinished } from './use-unfinished'
import { useUploads } from './use-uploads'
import '../field.css'
import './photo-manager.css'

export interface PhotoManagerProps {
  words: PageWords['photos']
  photos: readonly OwnPhoto[]
  /** Null: the booth's gallery. */
  productId: string | null
  /** What a photograph may be said to show, until somebody says it better. */
  suggested: LocalizedText
  /** The gallery's page, with the language. */
  path: string
  /** What the address says was done. */
  told: PhotoNews | null
  title: string
  intro: string
  emptyText: string
  back: { href: string; label: string }
}

/** Milliseconds after which a photograph that is being prepared is asked for again. */
const LOOK_AGAIN = 2_500

/** The photographs of a booth or a product: added, ordered, described, cut and taken away. Works without scripts. */
export function PhotoManager(props: PhotoManagerProps) {
  const { words, photos, productId, suggested, path, told, title, intro, emptyText, back } = props
  const isLive = useIsLive()
  const { revalidate } = useRevalidator()
  const fetcher = useFetcher<typeof answerPhotoForm>()
  const taken = photos.filter(({ state }) => state !== 'refused').length
  const room = Math.max(0, MOST_PHOTOS - taken)
  const uploads = useUploads({ productId, room, onSent: revalidate })
  const unfinished = useUnfinished(productId ?? 'booth')
  const { shown, move, dragOf } = useDragOrder(photos, (ids, id) =>
    fetcher.submit({ intent: 'order', ids: ids.join(), id, quiet: '1' }, { method: 'post', action: path }),
  )
  const isPreparing = photos.some(({ state }) => state === 'waiting')
  useEffect(() => {
    if (!isPreparing) return
    const timer = setInterval(() => document.visibilityState === 'visible' && revalidate(), LOOK_AGAIN)
    return () => clearInterval(timer)
  }, [isPreparing, revalidate])

  // One that was listed and is gone was taken away: it isn't on its way any more.
  const [listed] = useState(() => new Set<string>())
  for (const { id } of photos) listed.add(id)
  const going = uploads.list.filter(({ photoId }) => photoId === null || !listed.has(photoId))
  const previews = new Map(uploads.list.map(({ photoId, preview }) => [photoId, preview]))
  const news = fetcher.data ?? told
  return (
    <main id="main" className="wrap photos">
      <p className="crumb">
        <Link to={back.href}>
          <Icon name="arrow-left" /> {back.label}
        </Link>
      </p>
      <div className="head">
        <h1>{title}</h1>
        <p className="mut">{fill(words.count, { count: taken, most: MOST_PHOTOS })}</p>
      </div>
      <p className="mut intro">
        {intro} {words.private}
      </p>
      {room > 0 ? (
        <AddPhotos words={words} isLive={isLive} path={path} onChosen={uploads.add} />
      ) : (
        <p className="full">{fill(words.full, { most: MOST_PHOTOS })}</p>
      )}
      {unfinished.count > 0 && uploads.list.length === 0 ? (
        <Unfinished words={words} unfinished={unfinished} />
      ) : null}
      {photos.length === 0 && going.length === 0 ? (
        <div className="empty">
          <BareShelf />
          <div>
            <h2>{words.emptyTitle}</h2>
            <p className="mut">{emptyText}</p>
          </div>
        </div>
      ) : null}
      {isLive && photos.length > 1 ? <p className="sm mut">{words.dragHint}</p> : null}
      <ol className="photo-rows">
        {shown.map((photo, at) => (
          <PhotoRow
            key={photo.id}
            photo={photo}
            place={at + 1}
            count={shown.length}
            words={words}
            path={path}
            isLive={isLive}
            preview={previews.get(photo.id)}
            suggested={suggested}
            fetcher={fetcher}
            onMove={(by) => move(photo.id, by)}
            drag={dragOf(photo.id)}
          />
        ))}
        {going.map((one) => (
          <SendingRow key={one.key} sending={one} words={words} uploads={uploads} />
        ))}
      </ol>
      <News news={news} shown={shown} words={words} path={path} fetcher={fetcher} isLive={isLive} />
    </main>
  )
}

function Unfinished({
  words,
  unfinished,
}: {
  words: PageWords['photos']
  unfinished: ReturnType<typeof useUnfinished>
}) {
  const locale = useLocale()
  return (
    <div className="note" role="status">
      <Icon name="refresh-cw" />
      <div className="body stack">
        <p>{fillPlural(words.unfinished, unfinished.count, locale)}</p>
        <button type="button" className="btn s quiet" onClick={unfinished.forget}>
          {words.forget}
        </button>
      </div>
    </div>
  )
}

/** Scripts run: false in the server's page and in the first picture of it. */
function useIsLive(): boolean {
  const [isLive, setLive] = useState(false)
  useEffect(() => setLive(true), [])
  return isLive
}
