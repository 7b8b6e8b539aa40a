import { Form, Link } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { Icon } from '~/app/components/icon'
import type { FormProduct } from '~/app/components/product-form/form-state'
import { useBoothStanding } from '~/app/components/use-booth-standing'
import { fill } from '~/app/i18n/fill'
import type { PageWords } from '~/app/i18n/page-words.server'
import { useLocalePath } from '~/app/i18n/use-words'
import type { ProductState } from '~/domain/shared/enums'

/** What saving did; takes the focus, so that everybody learns of it. Publishing can be undone here. */
export function SavedNotice({
  product,
  name,
  done,
  was,
  words,
  publishWord,
}: {
  product: FormProduct
  name: string
  done: string
  /** The state before. */
  was: ProductState | null
  words: PageWords['studioProducts']
  /** Of the page that tells how the booth comes before visitors. */
  publishWord: string
}) {
  const to = useLocalePath()
  const isUnseen = useBoothStanding() !== null
  const box = useRef<HTMLDivElement>(null)
  const { version } = product
  // biome-ignore lint/correctness/useExhaustiveDependencies: anew after each saving
  useEffect(() => box.current?.focus(), [version])
  const isPublished = product.state === 'published'
  const isNews = isPublished && done === 'published'
  return (
    <div className="note ok" role="status" tabIndex={-1} ref={box}>
      <Icon name="circle-check" className="ok-t" />
      <div className="stack">
        <p>{sentence()}</p>
        {isPublished ? (
          <div className="row wrapx">
            {isUnseen ? (
              <Link className="btn s" to={to('/studio/publish')}>
                {publishWord}
              </Link>
            ) : null}
            <Link className="btn s" to={to(`/products/${product.slug}`)}>
              <Icon name="eye" />
              {words.seeAsBuyer}
            </Link>
            {isNews && was && was !== 'published' ? (
              <Form method="post" action={to('/studio/products')}>
                <input type="hidden" name="id" value={product.id} />
                <button type="submit" name="to" value={was} className="btn s quiet">
                  <Icon name="undo-2" />
                  {words.undo}
                </button>
              </Form>
            ) : null}
          </div>
        ) : null}
      </div>
    </div>
  )

  function sentence(): string {
    if (isNews) return fill(isUnseen ? words.unseen.published : words.done.published, { name })
    if (isPublished) return isUnseen ? words.unseen.saved : words.form.savedPublished
    return product.state === 'draft' ? words.form.savedDraft : words.form.saved
  }
}
