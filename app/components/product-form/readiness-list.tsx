import { Link } from '@remix-run/react'
import { Icon } from '~/app/components/icon'
import { fill } from '~/app/i18n/fill'
import type { PageWords } from '~/app/i18n/page-words.server'
import { useLocalePath } from '~/app/i18n/use-words'
import type { HeldPaper } from '~/domain/product/own-product'
import type { TypedField, TypedProduct } from '~/domain/product/typed-product'
import { BUSINESS_FIELDS, type CertificateKind, TRADE_UNITS } from '~/domain/shared/enums'
import { askedSteps, readinessOf } from '~/domain/shared/readiness'
import type { ReadinessStep } from '~/domain/shared/reason'
import { fieldId } from './faults'

const PAPERS: Partial<Record<ReadinessStep, readonly CertificateKind[]>> = {
  nib: ['nib'],
  halal: ['halal'],
  'pirt-bpom': ['pirt', 'bpom'],
  barcode: ['gs1'],
}

/** The field that a step is filled at; papers are none of this form's. */
const FIELDS: Partial<Record<ReadinessStep, TypedField | 'tierFrom.0'>> = {
  capacity: 'monthlyCapacity',
  'price-tiers': 'tierFrom.0',
  'shelf-life': 'shelfLifeDays',
}

interface ReadinessListProps {
  typed: TypedProduct
  papers: readonly HeldPaper[]
  words: PageWords['studioProducts']['form']
  /** Where its papers and photographs are; null: it isn't saved yet. */
  productId: string | null
  /** How many photographs it has. */
  photos: number
}

/** What trade over a distance asks for: what is there, what isn't, and how to get it. */
export function ReadinessList({ typed, papers, words, productId, photos }: ReadinessListProps) {
  const facts = factsOf(typed, papers, photos)
  const asked = askedSteps(facts)
  const done = readinessOf(facts)
  const count = fill(words.readyCount, { done: done.length, of: asked.length })
  return (
    <section className="grp" aria-labelledby="ready-title">
      <div className="row ready-head">
        <h2 id="ready-title">{words.ready}</h2>
        <b className="sp">{count}</b>
      </div>
      <div className="steps-bar" aria-hidden="true">
        {asked.map((step) => (
          <i key={step} className={done.includes(step) ? 'on' : ''} />
        ))}
      </div>
      <ul className="ready">
        {asked.map((step) => (
          <li key={step}>
            <Step
              step={step}
              isDone={done.includes(step)}
              papers={papers}
              words={words}
              productId={productId}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Step({
  step,
  isDone,
  papers,
  words,
  productId,
}: Pick<ReadinessListProps, 'papers' | 'words' | 'productId'> & { step: ReadinessStep; isDone: boolean }) {
  const to = useLocalePath()
  const paper = PAPERS[step]
  const isVerified = papers.some(({ kind, state }) => paper?.includes(kind) && state === 'verified')
  const field = FIELDS[step]
  const page = paper
    ? '/studio/certificates'
    : step === 'photos' && productId
      ? `/studio/products/${productId}/photos`
      : null
  return (
    <>
      <Icon name={isDone ? 'circle-check' : 'circle-dashed'} className={isDone ? 'ok-t' : 'warn-t'} />
      <span>
        {words.steps[step]} <span className="vh">{isDone ? words.done : words.notDone}</span>
        {isDone ? null : <span className="xs mut way">{words.ways[step]}</span>}
      </span>
      {isDone && paper ? (
        <span className={isVerified ? 'tag ok' : 'tag'}>{isVerified ? words.verified : words.declared}</span>
      ) : !isDone && field ? (
        <a
          className="btn s"
          href={`#${fieldId(field)}`}
          aria-label={fill(words.fillNamed, { step: words.steps[step] })}
        >
          {words.fill}
        </a>
      ) : !isDone && page ? (
        <Link className="btn s" to={to(page)} aria-label={fill(words.fillNamed, { step: words.steps[step] })}>
          {words.fill}
        </Link>
      ) : null}
    </>
  )
}

/** As typed: a figure counts as soon as something stands in its field. */
function factsOf(typed: TypedProduct, papers: readonly HeldPaper[], photos: number) {
  const said = (text: string) => (text.trim() ? 1 : null)
  const holds = (kind: HeldPaper['kind']) => papers.some((paper) => paper.kind === kind)
  return {
    field: BUSINESS_FIELDS.find((field) => field === typed.field) ?? ('perdagangan' as const),
    unit: TRADE_UNITS.find((unit) => unit === typed.unit) ?? ('piece' as const),
    hasNib: holds('nib'),
    hasHalal: holds('halal'),
    hasPirtOrBpom: holds('pirt') || holds('bpom'),
    photos,
    monthlyCapacity: said(typed.monthlyCapacity),
    tiers: typed.tiers.filter(({ from, price }) => from.trim() && price.trim()).length,
    shelfLifeDays: said(typed.shelfLifeDays),
    hasBarcode: holds('gs1'),
  }
}
