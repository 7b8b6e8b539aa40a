import { Photo } from '~/app/components/photo'
import type { BoothView } from '~/domain/booth/booth-view'
import { largestFile } from '~/domain/photo/photo-view'

/** The booth's photographs in one row, each as wide as it is; what is beyond the edge loads when it is scrolled to. */
export function Gallery({ booth: { name, photos } }: { booth: BoothView }) {
  if (photos.length === 0) return null
  return (
    <ul className="gallery">
      {photos.map((photo, at) => (
        <li key={photo.hash} style={{ aspectRatio: `${photo.width} / ${photo.height}` }}>
          <a href={largestFile(photo)} lang={photo.alt?.lang}>
            <Photo
              photo={photo}
              sizes={`${Math.round((photo.width / photo.height) * 320)}px`}
              // Where nobody has said what it shows, whose it is.
              alt={photo.alt?.text ?? `${name} ${at + 1}`}
              first={at === 0}
            />
          </a>
        </li>
      ))}
    </ul>
  )
}
