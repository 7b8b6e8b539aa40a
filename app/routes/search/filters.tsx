import type { ChangeEventHandler, ReactNode } from 'react'
import { formatMoney, formatMoneyRange, formatNumber } from '~/app/i18n/format'
import { useLocale, useWords } from '~/app/i18n/use-words'
import type { BusinessField } from '~/domain/shared/enums'
import { rupiah } from '~/domain/shared/money'
import { Icon } from '../../components/icon'
import type { FilterParam } from './search-address'

export interface FacetOption {
  value: string
  count: number
  checked: boolean
}

export interface FacetView {
  field: FacetOption[]
  /** With the region's name. */
  region: (FacetOption & { label: string })[]
  /** Edges in whole rupiah; the first bucket has no lower one, the last no upper one. */
  price: (FacetOption & { above: number | null; upTo: number | null })[]
  paper: FacetOption[]
  /** With its words: no other page needs them. */
  ready: (FacetOption & { label: string })[]
  export: FacetOption[]
}

const REGIONS_AT_ONCE = 6

/** The facets as check boxes of the search form; on phones a drawer that needs no JavaScript. */
export function Filters({
  facets,
  formId,
  onChange,
  applyLabel,
}: {
  facets: FacetView
  formId: string
  onChange: ChangeEventHandler<HTMLInputElement>
  applyLabel: string
}) {
  const words = useWords().search
  const label = useFilterLabel()
  const options = (
    name: FilterParam,
    list: (FacetOption & { label?: string; above?: number | null; upTo?: number | null })[],
  ) =>
    list.map((option) => (
      <label key={option.value}>
        <input
          type="checkbox"
          form={formId}
          name={name}
          value={option.value}
          defaultChecked={option.checked}
          onChange={onChange}
        />
        {label(name, option)}
        <Count value={option.count} />
      </label>
    ))
  const first = facets.region.filter((region, index) => index < REGIONS_AT_ONCE || region.checked)
  const rest = facets.region.filter((region) => !first.includes(region))
  return (
    <aside className="filters" id="filters" aria-label={words.filters} {...{ popover: 'auto' }}>
      <div className="filters-head phone">
        <h2>{words.filters}</h2>
        <button
          type="button"
          className="btn quiet sq"
          aria-label={words.closeFilters}
          {...{ popovertarget: 'filters', popovertargetaction: 'hide' }}
        >
          <Icon name="x" />
        </button>
      </div>
      <Facet title={words.facets.field}>{options('field', facets.field)}</Facet>
      <Facet title={words.facets.region}>
        {options('region', first)}
        {rest.length > 0 ? (
          <details>
            <summary>{words.more(rest.length)}</summary>
            {options('region', rest)}
          </details>
        ) : null}
      </Facet>
      <Facet title={words.facets.price}>{options('price', facets.price)}</Facet>
      <Facet title={words.facets.paper}>{options('paper', facets.paper)}</Facet>
      <Facet title={words.facets.export}>
        {options('ready', facets.ready)}
        {options('export', facets.export)}
      </Facet>
      <p className="filters-apply">
        <button className="btn pri block" type="submit" form={formId}>
          {applyLabel}
        </button>
      </p>
    </aside>
  )
}

function Facet({ title, children }: { title: string; children: ReactNode[] | ReactNode }) {
  if (Array.isArray(children) && children.every((child) => !child || (Array.isArray(child) && !child.length)))
    return null
  return (
    <fieldset className="facet">
      <legend>{title}</legend>
      {children}
    </fieldset>
  )
}

function Count({ value }: { value: number }) {
  return <span>{formatNumber(value, useLocale())}</span>
}

/** How a filter's value reads: in its check box and on its chip. */
export function useFilterLabel() {
  const { search, trade } = useWords()
  const locale = useLocale()
  return (
    name: FilterParam,
    option: { value: string; label?: string; above?: number | null; upTo?: number | null },
  ): string => {
    const { value } = option
    if (name === 'field') return trade.fields[value as BusinessField] ?? value
    if (name === 'region') return trade.regency(value, option.label ?? value)
    if (name === 'paper') return trade.certifications[value as keyof typeof trade.certifications] ?? value
    if (name === 'ready') return option.label ?? value
    if (name === 'export') return search.hasExported
    const { above = null, upTo = null } = option
    if (above !== null && upTo !== null) return formatMoneyRange(rupiah(above), rupiah(upTo), locale)
    if (above !== null) return search.priceAbove(formatMoney(rupiah(above), locale))
    return search.priceUpTo(formatMoney(rupiah(upTo ?? 0), locale))
  }
}
