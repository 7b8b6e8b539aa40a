import { data } from '@remix-run/node'
import { DRAWING_KIND_NAMES } from '~/domain/product/drawing-kinds'
import type { LastSaved } from '~/domain/product/last-saved.server'
import type { OwnProduct } from '~/domain/product/own-product'
import { productProblems, productSchema } from '~/domain/product/product.schema'
import type { ProductFields } from '~/domain/product/product-fields'
import { emptyGaps, type PublishingGap } from '~/domain/product/publishing'
import { readTypedProduct, type TypedProduct, typedProduct } from '~/domain/product/typed-product'
import { PRODUCT_STATES } from '~/domain/shared/enums'
import type { Locale } from '~/domain/shared/locale'
import { changeTyped, readChange } from './components/product-form/change-typed'
import type { ProductAnswer } from './components/product-form/form-state'
import { compareEdits, readPicked } from './components/product-form/picked-fields'
import { pageWords } from './i18n/page-words.server'
import { run } from './run.server'

/** What a sent product form asks for. */
export interface SentProduct {
  token: string
  /** The version on which it was made; 0: none. */
  version: number
  fields: ProductFields
  publish: boolean
}

export type SaveOutcome =
  | { kind: 'done'; response: Response }
  | { kind: 'incomplete'; gaps: PublishingGap[] }
  | { kind: 'changed'; current: OwnProduct; last: LastSaved }

/**
 * Answers a product form: what isn't right, what lacks, what somebody else has stored and an outage send it
 * back with all that was typed.
 * @param save writes it, and answers where the reader goes then.
 */
export async function answerProductForm(
  form: FormData,
  locale: Locale,
  save: (sent: SentProduct) => Promise<SaveOutcome>,
) {
  const typed = readPicked(readTypedProduct(form), form)
  const intent = String(form.get('intent') ?? '')
  const version = Number(form.get('version')) || 0
  const back = (status: number, more: Partial<ProductAnswer>) =>
    answerWith(status, { typed, version, ...more })

  const change = readChange(intent)
  if (change) return back(200, { typed: changeTyped(typed, change, locale), onlyChanged: true })

  const publish = intent === 'publish'
  const parsed = productSchema(locale).safeParse(typed)
  if (!parsed.success) {
    const isForBuyers = publish || form.get('state') === 'published'
    return back(400, {
      problems: productProblems(parsed.error),
      gaps: isForBuyers ? emptyGaps(typed) : [],
    })
  }
  const outcome = await run(() =>
    save({ token: String(form.get('token') ?? ''), version, fields: parsed.data, publish }),
  ).catch((refusal: unknown) => {
    if (refusal instanceof Response && refusal.status === 503) return { kind: 'unavailable' as const }
    throw refusal
  })
  switch (outcome.kind) {
    case 'done':
      return outcome.response
    case 'incomplete':
      return back(400, { gaps: outcome.gaps })
    case 'changed':
      return back(409, changedBy(outcome, parsed.data, locale))
    case 'unavailable':
      return back(503, {
        unavailable: {
          words: pageWords('studioProducts', locale),
          kinds: drawingKinds(locale),
          token: String(form.get('token') ?? ''),
          state: PRODUCT_STATES.find((state) => state === form.get('state')) ?? 'draft',
        },
      })
  }
}

/** What is stored now and differs, the form with what only others changed, and the version on which to save it. */
function changedBy(
  { current, last }: { current: OwnProduct; last: LastSaved },
  fields: ProductFields,
  locale: Locale,
): Partial<ProductAnswer> {
  const theirs = typedProduct(current.fields, locale)
  const base = last.base && typedProduct(last.base, locale)
  const { fields: differing, merged } = compareEdits(base, typedProduct(fields, locale), theirs)
  return {
    typed: merged,
    version: current.version,
    changed: { by: last.by, at: last.at?.toISOString() ?? null, fields: differing },
  }
}

function answerWith(
  status: number,
  answer: Partial<ProductAnswer> & { typed: TypedProduct; version: number },
) {
  const whole: ProductAnswer = {
    at: Date.now(),
    problems: {},
    gaps: [],
    changed: null,
    unavailable: null,
    onlyChanged: false,
    ...answer,
  }
  return data(whole, { status, headers: status === 503 ? { 'Retry-After': '10' } : {} })
}

/** The kinds of drawings by their names, for a list. */
export function drawingKinds(locale: Locale): { value: string; label: string }[] {
  return Object.entries(DRAWING_KIND_NAMES)
    .map(([value, names]) => ({ value, label: names[locale] }))
    .sort((a, b) => a.label.localeCompare(b.label, locale))
}
