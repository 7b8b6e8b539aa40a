import type { FetcherWithComponents } from '@remix-run/react'
import { fill } from '~/app/i18n/fill'
import type { PageWords } from '~/app/i18n/page-words.server'
import { MOST_PHOTOS, type OwnPhoto } from '~/domain/photo/photo-view'
import { ActingField } from '../acting-field'
import { Icon } from '../icon'
import { isTrouble, type PhotoNews } from './photo-news'

interface NewsProps {
  news: PhotoNews | null
  shown: readonly OwnPhoto[]
  words: PageWords['photos']
  path: string
  fetcher: FetcherWithComponents<PhotoNews>
  isLive: boolean
}

/** What was just done, at the screen's lower edge where the thumb is; a removal is undone here. */
export function News({ news, shown, words, path, fetcher, isLive }: NewsProps) {
  return (
    <div className="photo-news" role="status">
      {news ? (
        <div className={`note ${isTrouble(news) ? 'bad' : 'ok'}`}>
          <Icon name={isTrouble(news) ? 'triangle-alert' : 'circle-check'} />
          <p className="body">{sentence(news)}</p>
          {news.kind === 'removed' && news.id ? (
            <fetcher.Form method="post" action={path}>
              <ActingField />
              <input type="hidden" name="id" value={news.id} />
              {isLive ? <input type="hidden" name="quiet" value="1" /> : null}
              <button type="submit" name="intent" value="restore" className="btn s">
                <Icon name="undo-2" />
                {words.undo}
              </button>
            </fetcher.Form>
          ) : null}
        </div>
      ) : null}
    </div>
  )

  function sentence({ kind, id }: PhotoNews): string {
    switch (kind) {
      case 'sent':
        return words.sent
      case 'nothing':
        return words.nothingChosen
      case 'full':
        return fill(words.full, { most: MOST_PHOTOS })
      case 'moved':
        return fill(words.moved, {
          place: shown.findIndex((photo) => photo.id === id) + 1,
          count: shown.length,
        })
      case 'too-long':
        return words.tooLong
      default:
        return words[kind]
    }
  }
}
