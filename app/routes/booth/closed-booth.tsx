import { Link } from '@remix-run/react'
import { BareShelf } from '~/app/components/bare-shelf'
import { useLocalePath, useWords } from '~/app/i18n/use-words'

/** Where goods like its own are; a path without the language. */
export interface SimilarGoods {
  text: string
  path: string
}

/** A booth keeps its place and its address when it closes; its page says so and leads on. */
export function ClosedBooth({ booth, like }: { booth: { name: string }; like: SimilarGoods }) {
  const words = useWords()
  const to = useLocalePath()
  return (
    <main id="main" className="wrap error-page">
      <BareShelf />
      <div className="stack">
        <h1>{words.booth.closedTitle}</h1>
        <p className="mut">{words.booth.closedText(booth.name)}</p>
        <p className="row wrapx">
          <Link className="btn pri" to={to('/hall')}>
            {words.booth.toHall}
          </Link>
          <Link className="btn" to={to(like.path)}>
            {like.text}
          </Link>
        </p>
      </div>
    </main>
  )
}
