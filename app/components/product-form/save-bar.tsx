import { Link } from '@remix-run/react'
import { Icon } from '~/app/components/icon'
import type { PageWords } from '~/app/i18n/page-words.server'
import { useLocalePath } from '~/app/i18n/use-words'
import type { FormProduct } from './form-state'

/** Stays at the end of the screen while the form is in sight. */
export function SaveBar({
  product,
  words,
  isSending,
}: {
  product: FormProduct | null
  words: PageWords['studioProducts']
  isSending: boolean
}) {
  const { form } = words
  const to = useLocalePath()
  const isPublished = product?.state === 'published'
  const isDraft = !product || product.state === 'draft'
  return (
    <div className="bar">
      {isPublished ? (
        <Link
          className="btn line"
          to={to(`/products/${product.slug}`)}
          aria-label={words.seeAsBuyer}
          title={words.seeAsBuyer}
        >
          <Icon name="eye" />
          {words.seeAsBuyer}
        </Link>
      ) : (
        <button type="submit" name="intent" value="save" className="btn line" disabled={isSending}>
          {isDraft ? form.saveDraft : form.save}
        </button>
      )}
      <button
        type="submit"
        name="intent"
        value={isPublished ? 'save' : 'publish'}
        className="btn pri"
        disabled={isSending}
      >
        {isSending ? form.saving : isPublished ? form.save : form.savePublish}
      </button>
    </div>
  )
}
