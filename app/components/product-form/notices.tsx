import { Link } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { Icon } from '~/app/components/icon'
import { fill } from '~/app/i18n/fill'
import { formatShortDay, formatTime } from '~/app/i18n/format'
import type { PageWords } from '~/app/i18n/page-words.server'
import { useLocale, useWords } from '~/app/i18n/use-words'
import type { TypedField, TypedProduct } from '~/domain/product/typed-product'
import { type FaultPlace, type Faults, faultTarget } from './faults'
import type { ProductAnswer } from './form-state'

type Words = PageWords['studioProducts']

/** What came of sending the form: takes the focus, and leads to each field that is to be mended. */
export function Summary({
  answer,
  faults,
  words,
  storedHref,
}: {
  answer: ProductAnswer | null
  faults: Faults
  words: Words
  storedHref: string
}) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (answer && !answer.onlyChanged) box.current?.focus()
  }, [answer])
  if (!answer || answer.onlyChanged) return null
  const places = Object.entries(faults) as [FaultPlace, string][]
  return (
    <div className="note bad" role="alert" tabIndex={-1} ref={box}>
      <Icon name="triangle-alert" />
      <div className="stack">
        {answer.unavailable ? <p>{words.form.unavailable}</p> : null}
        {answer.changed ? <Changed changed={answer.changed} words={words} storedHref={storedHref} /> : null}
        {places.length > 0 ? (
          <>
            <b>{words.form.summary}</b>
            <ul>
              {places.map(([place, sentence]) => (
                <li key={place}>
                  <a href={`#${faultTarget(place)}`}>{sentence}</a>
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </div>
    </div>
  )
}

/** Somebody else saved meanwhile: what differs, what is stored, and both ways on. */
function Changed({
  changed,
  words,
  storedHref,
}: {
  changed: NonNullable<ProductAnswer['changed']>
  words: Words
  storedHref: string
}) {
  const { form } = words
  const labelOf = useFieldLabel(words)
  const storedOf = useStoredValue(words)
  return (
    <>
      <b>{form.changedTitle}</b>
      {changed.length === 0 ? (
        <p>{form.changedSame}</p>
      ) : (
        <>
          <p>{form.changedText}</p>
          <dl className="stored">
            {changed.map(({ field, stored }) => (
              <div key={field}>
                <dt>{labelOf(field)}</dt>
                <dd>
                  <bdi>{storedOf(field, stored)}</bdi>
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
      <p>
        {form.changedHow}{' '}
        <Link to={storedHref} reloadDocument>
          {form.changedOpen}
        </Link>
      </p>
    </>
  )
}

function useFieldLabel(words: Words): (field: TypedField | 'tiers') => string {
  const { form } = words
  const size = (side: string) => `${form.cartonSize}, ${side}`
  const labels: Partial<Record<string, string>> = {
    name: form.name,
    description: form.description,
    storage: form.storage,
    field: form.field,
    kind: form.kind,
    unit: form.unit,
    netContent: form.netContent,
    netContentUnit: form.netContentUnit,
    tiers: form.tierPrice,
    asksPrice: words.asksPrice,
    minimumOrder: form.minimumOrder,
    orderMultiple: form.orderMultiple,
    monthlyCapacity: form.monthlyCapacity,
    promisedCapacity: form.promisedCapacity,
    stock: form.stock,
    leadTimeDays: form.leadTime,
    madeToOrder: form.madeToOrder,
    shelfLifeDays: form.shelfLife,
    unitsPerCarton: form.unitsPerCarton,
    cartonKg: form.cartonKg,
    cartonLength: size(form.length),
    cartonWidth: size(form.width),
    cartonHeight: size(form.height),
    hsCode: form.hsCode,
    incoterm: form.incoterm,
    incotermPlace: form.incotermPlace,
  }
  return (field) => {
    const [name = '', language] = field.split('.') as [string, 'id' | 'en' | 'ar' | undefined]
    const label = labels[name] ?? field
    return language ? fill(form.inLanguage, { label, language: form.languages[language] }) : label
  }
}

function useStoredValue(words: Words): (field: TypedField | 'tiers', stored: TypedProduct) => string {
  const { trade } = useWords()
  const { form } = words
  const choices: Partial<Record<TypedField, Record<string, string>>> = {
    field: trade.fields,
    netContentUnit: form.netUnits,
    madeToOrder: { yes: form.madeYes, no: form.madeNo },
    asksPrice: { yes: words.asksPrice },
  }
  return (field, stored) => {
    if (field === 'tiers') {
      return (
        stored.tiers
          .map(({ from, price }) => (from ? fill(form.storedTiers, { from, price: `Rp\u00a0${price}` }) : ''))
          .filter(Boolean)
          .join('; ') || form.storedEmpty
      )
    }
    const value = stored[field]
    if (!value) return form.storedEmpty
    if (field === 'unit') return trade.unit(value as Parameters<typeof trade.unit>[0])
    return choices[field]?.[value] ?? value
  }
}

/** What this device still has of an earlier visit. */
export function KeptNotice({
  at,
  words: { form },
  onRestore,
  onDiscard,
}: {
  at: number
  words: Words
  onRestore: () => void
  onDiscard: () => void
}) {
  const locale = useLocale()
  const date = new Date(at)
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const clock = formatTime(date, locale, timeZone)
  const isToday = date.toDateString() === new Date().toDateString()
  const time = isToday ? clock : `${formatShortDay(date, locale, timeZone)} ${clock}`
  return (
    <div className="note kept" role="status">
      <Icon name="history" />
      <p>{fill(form.kept, { time })}</p>
      <p className="row wrapx">
        <button type="button" className="btn s" onClick={onRestore}>
          {form.restore}
        </button>
        <button type="button" className="btn s quiet" onClick={onDiscard}>
          {form.discard}
        </button>
      </p>
    </div>
  )
}
