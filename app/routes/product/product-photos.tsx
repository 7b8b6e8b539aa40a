import { useState } from 'react'
import { Photo } from '~/app/components/photo'
import { largestFile, type PhotoView } from '~/domain/photo/photo-view'

/** One photograph large and all of them small below; a tap shows another large, without JavaScript its file. */
export function ProductPhotos({ photos, name }: { photos: readonly PhotoView[]; name: string }) {
  const [at, show] = useState(0)
  const shown = photos[at]
  if (!shown) return null
  const altOf = (photo: PhotoView, place: number) =>
    photo.alt?.text ?? (place > 0 ? `${name} ${place + 1}` : name)
  return (
    <>
      <div className="pic">
        <Photo
          key={shown.hash}
          photo={shown}
          sizes="(min-width: 900px) 596px, 100vw"
          alt={altOf(shown, at)}
          first={at === 0}
          eager
        />
      </div>
      {photos.length > 1 ? (
        <p className="small">
          {photos.map((photo, place) => (
            <a
              key={photo.hash}
              href={largestFile(photo)}
              aria-current={place === at || undefined}
              onClick={(event) => {
                event.preventDefault()
                show(place)
              }}
            >
              <Photo photo={photo} sizes="72px" alt={altOf(photo, place)} />
            </a>
          ))}
        </p>
      ) : null}
    </>
  )
}
