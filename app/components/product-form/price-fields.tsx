import { type MouseEvent, type ReactNode, useEffect, useRef } from 'react'
import { Field } from '~/app/components/field'
import { Icon } from '~/app/components/icon'
import { fill } from '~/app/i18n/fill'
import { formatNumber } from '~/app/i18n/format'
import type { PageWords } from '~/app/i18n/page-words.server'
import { useLocale } from '~/app/i18n/use-words'
import { MOST_TIERS, type TypedProduct } from '~/domain/product/typed-product'
import { type FormChange, orderRuleProblem } from './change-typed'
import { type Faults, fieldId } from './faults'

interface PriceFieldsProps {
  filled: TypedProduct
  typed: TypedProduct
  faults: Faults
  words: PageWords['studioProducts']
  /** The trade unit's word. */
  unit: string
  onChange: (change: FormChange) => void
}

/** Prices by quantity, the minimum order and its steps. */
export function PriceFields(props: PriceFieldsProps) {
  const { filled, typed, faults, words: all, unit, onChange } = props
  const words = all.form
  return (
    <>
      {/* Read with each field: their labels name the row. */}
      <div className="tierf sm mut b" aria-hidden="true">
        <span>{words.tierFrom}</span>
        <span>{words.tierPrice}</span>
      </div>
      {filled.tiers.map((tier, row) => (
        <TierRow
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are filled anew whenever one comes or goes
          key={row}
          row={row}
          tier={tier}
          faults={faults}
          words={words}
          unit={unit}
          onChange={onChange}
        />
      ))}
      {faults.tiers ? <p className="bad-t sm b fault">{faultOf(faults.tiers)}</p> : null}
      {filled.tiers.length < MOST_TIERS ? (
        <ChangeButton change="add-tier" onChange={onChange} className="btn quiet add">
          <Icon name="plus" />
          {words.addTier}
        </ChangeButton>
      ) : null}
      <label className="tick">
        <input type="checkbox" name="asksPrice" value="yes" defaultChecked={filled.asksPrice === 'yes'} />
        <span>
          {all.asksPrice}
          <small>{words.asksPriceHint}</small>
        </span>
      </label>
      <OrderRule {...props} typed={typed} />
    </>
  )
}

function TierRow({
  row,
  tier,
  faults,
  words,
  unit,
  onChange,
}: {
  row: number
  tier: TypedProduct['tiers'][number]
  faults: Faults
  words: PageWords['studioProducts']['form']
  unit: string
  onChange: (change: FormChange) => void
}) {
  return (
    <div className="tierf">
      <Field
        name="tierFrom"
        id={fieldId(`tierFrom.${row}`)}
        label={<span className="vh">{fill(words.tierFromRow, { row: row + 1 })}</span>}
        value={tier.from}
        problem={faults[`tierFrom.${row}`]}
        inputMode="numeric"
        maxLength={20}
        after={unit}
      />
      <Field
        name="tierPrice"
        id={fieldId(`tierPrice.${row}`)}
        label={<span className="vh">{fill(words.tierPriceRow, { row: row + 1, unit })}</span>}
        value={tier.price}
        problem={faults[`tierPrice.${row}`]}
        inputMode="decimal"
        maxLength={24}
        before="Rp"
      />
      <ChangeButton change={`remove-tier.${row}`} onChange={onChange} className="btn quiet sq">
        <Icon name="x" />
        <span className="vh">{fill(words.removeTier, { row: row + 1 })}</span>
      </ChangeButton>
    </div>
  )
}

function OrderRule({ filled, typed, faults, words: { form: words }, unit, onChange }: PriceFieldsProps) {
  const locale = useLocale()
  const n = (value: number) => formatNumber(value, locale)
  const problem = orderRuleProblem(typed)
  const wrong = problem !== null || faults.orderRule !== undefined
  const told = wrong ? 'order-rule' : undefined
  const sentence = useRef<HTMLDivElement>(null)
  const isTold = problem !== null
  // Whoever is typing there sees it above the bar.
  useEffect(() => {
    const { current } = sentence
    if (isTold && current?.previousElementSibling?.contains(document.activeElement)) {
      current.scrollIntoView({ block: 'nearest' })
    }
  }, [isTold])
  const field = (name: 'minimumOrder' | 'orderMultiple', label: string) => (
    <Field
      name={name}
      label={label}
      value={filled[name]}
      problem={faults[name]}
      inputMode="numeric"
      maxLength={20}
      after={unit}
    />
  )
  return (
    <>
      <fieldset className={`pair2 ${wrong ? 'rule-wrong' : ''}`} aria-describedby={told}>
        <legend className="vh">{words.minimumOrder}</legend>
        {field('minimumOrder', words.minimumOrder)}
        {field('orderMultiple', words.orderMultiple)}
      </fieldset>
      <div id="order-rule" aria-live="polite" ref={sentence}>
        {problem ? (
          <>
            <p className="bad-t sm b fault">
              {faultOf(
                problem.minimumInstead === null
                  ? fill(words.orderRuleMultiple, {
                      minimum: n(problem.minimum),
                      multiple: n(problem.multiple),
                      multipleInstead: n(problem.multipleInstead),
                    })
                  : fill(words.orderRule, {
                      minimum: n(problem.minimum),
                      multiple: n(problem.multiple),
                      minimumInstead: n(problem.minimumInstead),
                      multipleInstead: n(problem.multipleInstead),
                    }),
              )}
            </p>
            <p className="row wrapx chips">
              {problem.minimumInstead === null ? null : (
                <ChangeButton change="use-minimum" onChange={onChange} className="chip">
                  {fill(words.useMinimum, { quantity: n(problem.minimumInstead) })}
                </ChangeButton>
              )}
              <ChangeButton change="use-multiple" onChange={onChange} className="chip">
                {fill(words.useMultiple, { quantity: n(problem.multipleInstead) })}
              </ChangeButton>
            </p>
          </>
        ) : null}
      </div>
    </>
  )
}

function faultOf(sentence: string) {
  return (
    <>
      <Icon name="triangle-alert" />
      <span>{sentence}</span>
    </>
  )
}

/** Changes the form at once; without JavaScript the server does, and sends it back filled. */
function ChangeButton({
  change,
  onChange,
  className,
  children,
}: {
  change: FormChange
  onChange: (change: FormChange) => void
  className: string
  children: ReactNode
}) {
  const onClick = (event: MouseEvent) => {
    event.preventDefault()
    onChange(change)
  }
  return (
    <button type="submit" name="intent" value={change} className={className} onClick={onClick}>
      {children}
    </button>
  )
}
