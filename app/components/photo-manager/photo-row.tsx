import { type FetcherWithComponents, Link } from '@remix-run/react'
import { fill } from '~/app/i18n/fill'
import type { PageWords } from '~/app/i18n/page-words.server'
import { useLocale } from '~/app/i18n/use-words'
import { isPhotoProblem } from '~/domain/photo/photo-problems'
import type { OwnPhoto } from '~/domain/photo/photo-view'
import { LOCALES, type LocalizedText } from '~/domain/shared/locale'
import { ActingField } from '../acting-field'
import { Icon } from '../icon'
import { Photo } from '../photo'
import type { PhotoNews } from './photo-news'
import type { RowDrag } from './use-drag-order'

export interface PhotoRowProps {
  photo: OwnPhoto
  place: number
  count: number
  words: PageWords['photos']
  path: string
  isLive: boolean
  /** Its picture as it was chosen here, until ours is ready. */
  preview: string | undefined
  suggested: LocalizedText
  fetcher: FetcherWithComponents<PhotoNews>
  onMove: (by: 1 | -1) => void
  drag: RowDrag
}

/** The sentence of a refusal. */
export function problemSentence(problem: string | null, words: PageWords['photos']): string {
  return isPhotoProblem(problem) ? words.problems[problem] : words.problemElse
}

/** One photograph of a gallery with all that can be done to it: one form, whatever its button. */
export function PhotoRow(props: PhotoRowProps) {
  const { photo, place, count, words, path, isLive, preview, fetcher, onMove, drag } = props
  const { id, state, version } = photo
  return (
    <li ref={drag.row} className={drag.className} data-photo={id}>
      <Thumb photo={photo} preview={preview} name={fill(words.nth, { place })}>
        {place === 1 && state !== 'refused' ? <b>{words.first}</b> : null}
      </Thumb>
      <fetcher.Form method="post" action={path} className="what">
        <ActingField />
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="version" value={version} />
        {isLive ? <input type="hidden" name="quiet" value="1" /> : null}
        {state === 'refused' ? (
          <p className="bad-t">
            <Icon name="triangle-alert" />
            <span>{problemSentence(photo.problem, words)}</span>
          </p>
        ) : (
          <Words {...props} />
        )}
        <div className="do">
          {count > 1 ? (
            <>
              <Arrow by={-1} disabled={place === 1} {...{ words, place, isLive, onMove }} />
              <Arrow by={1} disabled={place === count} {...{ words, place, isLive, onMove }} />
            </>
          ) : null}
          {state === 'ready' ? (
            <Link
              className="btn s quiet"
              to={`${path}?crop=${id}`}
              aria-label={fill(words.cropNamed, { place })}
            >
              <Icon name="crop" />
              {words.crop}
            </Link>
          ) : null}
          <button
            type="submit"
            name="intent"
            value="remove"
            className="btn s quiet"
            aria-label={fill(words.removeNamed, { place })}
          >
            <Icon name="trash-2" />
            {words.remove}
          </button>
          {isLive && count > 1 ? (
            // Pointers only: the arrows do the same.
            <span className="grip" aria-hidden="true" {...drag.grip}>
              <Icon name="grip-vertical" />
            </span>
          ) : null}
        </div>
      </fetcher.Form>
    </li>
  )
}

function Thumb({
  photo: { hash, width, height, state },
  preview,
  name,
  children,
}: {
  photo: OwnPhoto
  preview: string | undefined
  name: string
  children: React.ReactNode
}) {
  return (
    <span className={`thumb ${state}`}>
      {hash && width && height ? (
        <Photo photo={{ hash, width, height }} sizes="120px" alt={name} eager />
      ) : preview && state !== 'refused' ? (
        <img src={preview} alt={name} />
      ) : (
        <Icon name={state === 'refused' ? 'circle-x' : 'clock'} />
      )}
      {children}
    </span>
  )
}

function Words({ photo, place, words, suggested }: PhotoRowProps) {
  const locale = useLocale()
  const { id, alt, state } = photo
  const suggestion = suggested[locale] ?? suggested.id ?? ''
  const others = LOCALES.filter((one) => one !== locale)
  const isBare = !alt || Object.keys(alt).length === 0
  const field = (one: (typeof LOCALES)[number], label: string) => (
    <div className="fld" key={one}>
      <label className="lab" htmlFor={`alt-${one}-${id}`}>
        {label}
      </label>
      <input
        id={`alt-${one}-${id}`}
        name={`alt.${one}`}
        className="in"
        defaultValue={alt?.[one] ?? ''}
        // Somebody else's words, or the suggestion that was taken, replace what stands there.
        key={alt?.[one] ?? ''}
        maxLength={250}
        lang={one}
        dir={one === 'ar' ? 'rtl' : 'ltr'}
      />
    </div>
  )
  return (
    <>
      {state === 'waiting' ? (
        <p className="mut">
          <Icon name="clock" />
          <span role="status">{words.preparing}</span>
        </p>
      ) : null}
      {field(locale, words.altLabel)}
      {LOCALES.map((one) =>
        suggested[one] ? (
          <input key={one} type="hidden" name={`suggested.${one}`} value={suggested[one]} />
        ) : null,
      )}
      <details>
        <summary>{words.otherLanguages}</summary>
        {others.map((one) => field(one, fill(words.altIn, { language: words.languages[one] })))}
      </details>
      <div className="do">
        <button
          type="submit"
          name="intent"
          value="describe"
          className="btn s line"
          aria-label={fill(words.saveNamed, { place })}
        >
          {words.save}
        </button>
        {isBare && suggestion ? (
          <button type="submit" name="intent" value="suggest" className="btn s quiet suggest">
            {fill(words.suggest, { text: suggestion })}
          </button>
        ) : null}
      </div>
    </>
  )
}

interface ArrowProps {
  by: 1 | -1
  disabled: boolean
  place: number
  words: PageWords['photos']
  isLive: boolean
  onMove: (by: 1 | -1) => void
}

function Arrow({ by, disabled, place, words, isLive, onMove }: ArrowProps) {
  return (
    <button
      type="submit"
      name="intent"
      value={by < 0 ? 'up' : 'down'}
      className="btn s line sq"
      // Not `disabled`: the focus would fall off when the photograph comes to the end.
      aria-disabled={disabled || undefined}
      aria-label={fill(by < 0 ? words.upNamed : words.downNamed, { place })}
      onClick={(event) => {
        if (!isLive && !disabled) return
        event.preventDefault()
        if (!disabled) onMove(by)
      }}
    >
      <Icon name={by < 0 ? 'arrow-up' : 'arrow-down'} />
    </button>
  )
}
