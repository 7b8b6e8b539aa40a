import { Form, Link, useNavigation } from '@remix-run/react'
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import { Field, SelectField } from '~/app/components/field'
import { Icon } from '~/app/components/icon'
import { Picture } from '~/app/components/picture'
import { SampleTag } from '~/app/components/sample-tag'
import { fill, fillPlural } from '~/app/i18n/fill'
import type { PageWords } from '~/app/i18n/page-words.server'
import { useLocale, useLocalePath, useWords } from '~/app/i18n/use-words'
import { chooseDrawing } from '~/domain/product/drawing-choice'
import { withFieldDefaults } from '~/domain/product/field-defaults'
import type { HeldPaper } from '~/domain/product/own-product'
import { NET_CONTENT_UNITS } from '~/domain/product/product-fields'
import { differingFields, readTypedProduct, type TypedProduct } from '~/domain/product/typed-product'
import { BUSINESS_FIELDS, TRADE_UNITS } from '~/domain/shared/enums'
import { ActingField } from '../acting-field'
import { changeTyped, type FormChange } from './change-typed'
import { type FaultPlace, faultsOf, faultTarget, fieldId } from './faults'
import type { FormProduct, ProductAnswer } from './form-state'
import { LeaveGuard } from './leave-guard'
import { KeptNotice, Summary } from './notices'
import { PRODUCT_FORM, withField } from './picked-fields'
import { PriceFields } from './price-fields'
import { ReadinessList } from './readiness-list'
import { SaveBar } from './save-bar'
import { TextFields } from './text-fields'
import { ExportFields, PackingFields, SupplyFields } from './trade-fields'
import { useKeptTyped } from './use-kept-typed'
import './product-form.css'

export interface ProductFormProps {
  words: PageWords['studioProducts']
  /** Null: a new one. */
  product: FormProduct | null
  /** The id of a new one. */
  token: string
  boothSlug: string
  /** What the fields hold as stored; of a new one what they begin with. */
  stored: TypedProduct
  answer: ProductAnswer | null
  papers: readonly HeldPaper[]
  /** How many photographs it has; left out: none. */
  photos?: number
  /** Kinds of drawings with their names in the reader's language. */
  kinds: readonly { value: string; label: string }[]
  /** Under which the device keeps what is typed; see useKeptTyped. */
  keptNames: readonly [string, ...string[]]
  /** The page is what followed after saving. */
  justSaved: boolean
  /** What was done, above the fields. */
  notice?: ReactNode
}

/** The form of a product, new or stored; works without JavaScript. */
export function ProductForm(props: ProductFormProps) {
  const { words, product, token, boothSlug, stored, answer, papers, kinds, keptNames, justSaved, notice } =
    props
  const { form } = words
  const { trade } = useWords()
  const locale = useLocale()
  const to = useLocalePath()
  const isSending = useNavigation().state === 'submitting'
  const element = useRef<HTMLFormElement>(null)
  const { filled, typed, generation, refill, read } = useFilled(answer?.typed ?? stored, element)
  const differing = differingFields(typed, stored).length
  const kept = useKeptTyped({ names: keptNames, typed, dirty: differing > 0, justSaved })
  const faults = faultsOf(answer, words)
  const unit = TRADE_UNITS.find((one) => one === typed.unit) ?? 'piece'
  const unitWord = trade.unit(unit)
  const shared = { filled, typed, faults, words: form, unit: unitWord }
  const onInput = () => {
    const now = read()
    // A new product goes with its field of business until somebody chooses otherwise.
    const next = now && !product && withFieldDefaults(typed, now, stored)
    if (next) refill(next, fieldId('field'))
  }
  const change = (name: FormChange) => {
    const next = changeTyped(typed, name, locale)
    refill(next, focusAfter(name, next))
  }
  const drawing =
    product?.drawing && typed.kind === stored.kind
      ? product.drawing
      : chooseDrawing(typed.kind, boothSlug, product?.id ?? token)
  const kindName = kinds.find(({ value }) => value === typed.kind)?.label ?? ''
  const name = typed['name.id'].trim() || typed['name.en'].trim() || typed['name.ar'].trim()
  return (
    <>
      <div className="state">
        <Link className="btn quiet sq" to={to('/studio/products')} aria-label={form.back}>
          <Icon name="arrow-left" />
        </Link>
        <h1>
          <bdi>{product ? name || product.slug : form.newTitle}</bdi>
        </h1>
        {product ? (
          <span className={`tag sp ${product.state === 'published' ? 'ok' : ''}`}>
            {words.states[product.state]}
          </span>
        ) : null}
        <p className="mut">
          {product?.isSample ? <SampleTag /> : null}
          <span aria-live="polite">
            {differing > 0 ? fillPlural(form.unsaved, differing, locale) : product ? form.allSaved : null}
          </span>
        </p>
      </div>
      <div className="grp notices">
        {notice}
        <Summary
          answer={answer}
          faults={faults}
          words={words}
          storedHref={to(product ? `/studio/products/${product.id}` : '/studio/products')}
          onPick={(change, side) => refill(withField(typed, change.field, change[side]), null)}
        />
        {kept.offered ? (
          <KeptNotice
            at={kept.offered.at}
            words={words}
            onDiscard={kept.discard}
            onRestore={() => {
              if (kept.offered) refill(kept.offered.typed, null)
              kept.discard()
            }}
          />
        ) : null}
      </div>
      <Form
        method="post"
        id={PRODUCT_FORM}
        noValidate
        ref={element}
        className="product-form"
        onInput={onInput}
        onSubmit={() => kept.markSent(typed)}
      >
        <ActingField />
        {/* What Enter in a field presses: never a change of rows. */}
        <button type="submit" name="intent" value="save" className="vh" tabIndex={-1} aria-hidden="true">
          {form.save}
        </button>
        <input type="hidden" name="version" value={answer?.version ?? product?.version ?? 0} />
        <input type="hidden" name="state" value={product?.state ?? 'draft'} />
        <input type="hidden" name="token" value={token} />
        <div key={generation}>
          <fieldset className="grp">
            <legend>{form.picture}</legend>
            <div className="drawn">
              <span className="thumb">
                <Picture spec={drawing} alt={fill(form.pictureAlt, { kind: kindName })} eager />
              </span>
              <SelectField
                name="kind"
                label={form.kind}
                value={filled.kind}
                problem={faults.kind}
                hint={form.pictureHint}
                options={kinds}
              />
            </div>
            {product ? (
              <p className="to-photos">
                <Link className="btn line" to={to(`/studio/products/${product.id}/photos`)}>
                  <Icon name="camera" />
                  {form.photos}
                </Link>
                <small className="mut">{form.photosHint}</small>
              </p>
            ) : null}
          </fieldset>
          <fieldset className="grp">
            <legend>{form.texts}</legend>
            <TextFields filled={filled} typed={typed} faults={faults} words={form} />
          </fieldset>
          <fieldset className="grp stack">
            <legend>{form.sale}</legend>
            <SelectField
              name="field"
              label={form.field}
              value={filled.field}
              problem={faults.field}
              options={BUSINESS_FIELDS.map((value) => ({ value, label: trade.fields[value] }))}
            />
            <SelectField
              name="unit"
              label={form.unit}
              value={filled.unit}
              problem={faults.unit}
              options={TRADE_UNITS.map((value) => ({ value, label: trade.unit(value) }))}
            />
            <div className="pair2">
              <Field
                name="netContent"
                label={form.netContent}
                value={filled.netContent}
                problem={faults.netContent}
                hint={fill(form.netContentHint, { unit: unitWord })}
                inputMode="decimal"
                maxLength={20}
              />
              <SelectField
                name="netContentUnit"
                label={form.netContentUnit}
                value={filled.netContentUnit}
                problem={faults.netContentUnit}
                empty={form.none}
                options={NET_CONTENT_UNITS.map((value) => ({ value, label: form.netUnits[value] }))}
              />
            </div>
          </fieldset>
          <fieldset className="grp">
            <legend>{fill(form.prices, { unit: unitWord })}</legend>
            <PriceFields {...shared} words={words} onChange={change} />
          </fieldset>
          <fieldset className="grp stack">
            <legend>{form.supply}</legend>
            <SupplyFields {...shared} />
          </fieldset>
          <fieldset className="grp stack">
            <legend>{form.packing}</legend>
            <PackingFields {...shared} />
          </fieldset>
          <fieldset className="grp stack">
            <legend>{form.export}</legend>
            <ExportFields {...shared} />
          </fieldset>
        </div>
        <ReadinessList
          typed={typed}
          papers={papers}
          words={form}
          productId={product?.id ?? null}
          photos={props.photos ?? 0}
        />
        <SaveBar product={product} words={words} isSending={isSending} />
      </Form>
      <LeaveGuard count={differing} words={form} />
    </>
  )
}

/**
 * What the fields are filled with, and what stands in them now. The fields keep what is typed themselves;
 * another `source` (an answer, another version) or `refill` fills them anew.
 */
function useFilled(source: TypedProduct, form: RefObject<HTMLFormElement | null>) {
  const key = JSON.stringify(source)
  const [state, setState] = useState({
    key,
    filled: source,
    typed: source,
    generation: 0,
    focus: null as string | null,
  })
  if (state.key !== key) {
    setState({ key, filled: source, typed: source, generation: state.generation + 1, focus: null })
  }
  const { generation, focus } = state
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each time the fields are filled anew
  useEffect(() => {
    if (focus) document.getElementById(focus)?.focus()
  }, [generation, focus])
  return {
    ...state,
    refill(filled: TypedProduct, focus: string | null) {
      setState((now) => ({ ...now, filled, typed: filled, generation: now.generation + 1, focus }))
    },
    /** Reads the fields again after somebody has typed; null: there are none. */
    read() {
      const { current } = form
      if (!current) return null
      const typed = readTypedProduct(new FormData(current))
      setState((now) => ({ ...now, typed }))
      return typed
    },
  }
}

/** Where to go on after a button has changed the form. */
function focusAfter(change: FormChange, next: TypedProduct): string {
  if (change === 'use-multiple') return fieldId('orderMultiple')
  if (change === 'use-minimum') return fieldId('minimumOrder')
  const row = change === 'add-tier' ? next.tiers.length - 1 : 0
  return faultTarget(`tierFrom.${row}` satisfies FaultPlace)
}
