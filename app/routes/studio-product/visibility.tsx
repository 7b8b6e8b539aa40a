import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Icon } from '~/app/components/icon'
import type { FormProduct } from '~/app/components/product-form/form-state'
import { useBoothStanding } from '~/app/components/use-booth-standing'
import type { PageWords } from '~/app/i18n/page-words.server'
import { useLocalePath } from '~/app/i18n/use-words'
import type { ProductState } from '~/domain/shared/enums'

/** Whether buyers see the product, and the ways to change that; each can be undone on the list. */
export function Visibility({ product, words }: { product: FormProduct; words: PageWords['studioProducts'] }) {
  const { form } = words
  const isUnseen = useBoothStanding() !== null
  const sentences: Record<ProductState, string> = {
    published: isUnseen ? words.unseen.visible : form.visiblePublished,
    draft: form.visibleDraft,
    hidden: form.visibleHidden,
    archived: form.visibleArchived,
  }
  return (
    <section className="grp stack visibility" aria-labelledby="visibility-title">
      <h2 id="visibility-title">{form.visibility}</h2>
      <p>{sentences[product.state]}</p>
      {product.state === 'published' ? (
        <StateButton id={product.id} to="hidden" className="btn line">
          <Icon name="eye-off" />
          {words.hide}
        </StateButton>
      ) : null}
      {product.state === 'archived' ? (
        <StateButton id={product.id} to="draft" className="btn line">
          <Icon name="undo-2" />
          {form.bringBack}
        </StateButton>
      ) : (
        <details>
          <summary className="btn quiet">
            <Icon name="trash-2" />
            {form.remove}
          </summary>
          <div className="stack">
            <p className="mut sm">{form.removeText}</p>
            <StateButton id={product.id} to="archived" className="btn line bad-t">
              {form.removeYes}
            </StateButton>
          </div>
        </details>
      )}
    </section>
  )
}

function StateButton({
  id,
  to: state,
  className,
  children,
}: {
  id: string
  to: ProductState
  className: string
  children: ReactNode
}) {
  const to = useLocalePath()
  return (
    <Form method="post" action={to('/studio/products')}>
      <input type="hidden" name="id" value={id} />
      <button type="submit" name="to" value={state} className={className}>
        {children}
      </button>
    </Form>
  )
}
