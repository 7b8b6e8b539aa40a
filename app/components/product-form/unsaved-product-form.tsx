import { emptyTypedProduct } from '~/domain/product/typed-product'
import type { FormFrame, FormProduct, ProductAnswer } from './form-state'
import { ProductForm } from './product-form'

/** The form with what was typed while the data can't be reached: nothing else is known, nothing is lost. */
export function UnsavedProductForm({
  answer,
  frame,
  product,
}: {
  answer: ProductAnswer
  frame: FormFrame
  product: FormProduct | null
}) {
  return (
    <ProductForm
      words={frame.words}
      product={product}
      token={frame.token}
      boothSlug=""
      // All that was typed counts as not saved.
      stored={emptyTypedProduct()}
      answer={answer}
      papers={[]}
      kinds={frame.kinds}
      keptNames={[frame.token]}
      justSaved={false}
    />
  )
}
