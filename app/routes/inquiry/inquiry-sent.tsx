import { Link } from '@remix-run/react'
import { Icon } from '~/app/components/icon'
import { useLocalePath, useWords } from '~/app/i18n/use-words'
import type { InquirySubject } from '~/domain/inquiry/open-inquiry.server'

export function InquirySent({ subject: { booth, product } }: { subject: InquirySubject }) {
  const words = useWords()
  const to = useLocalePath()
  return (
    <main id="main" className="wrap inquiry">
      <h1>
        <Icon name="badge-check" className="ok-t" /> {words.chat.sentTitle}
      </h1>
      {booth.isSample ? <p className="note">{words.chat.sentSample}</p> : <p>{words.chat.inquiryIntro}</p>}
      <p className="row wrapx">
        <Link className="btn pri" to={to(product ? `/products/${product.slug}` : `/booths/${booth.slug}`)}>
          {words.chat.back}
        </Link>
        <Link className="btn" to={to('/products')}>
          {words.booth.findProducts}
        </Link>
      </p>
    </main>
  )
}
