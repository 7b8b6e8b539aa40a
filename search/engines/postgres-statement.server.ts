import { type SQL, sql } from 'drizzle-orm'
import type { SearchFilters, SearchQuery, SearchSort } from '../search-index'
import { type Facet, MOST_HITS, TYPED_TYPO_LENGTH } from '../settings'
import { paperBits } from './paper-bits'
import type { QueryParameters } from './postgres-words'

/** Near words of one word of the query are looked for in this many words of the vocabulary at most. */
const MOST_NEAR_WORDS = 40

const LIVE = sql`(select id from search_generation where state = 'live')`

/**
 * The one statement that answers a search: hits of the page, total, facet counts, booths and the
 * words that matched. `query` is null when the text has no word: then everything is found.
 */
export function searchStatement(query: SearchQuery, parameters: QueryParameters | null): SQL {
  const { filters } = query
  const passes = facetConditions(filters)
  const active = [...passes.keys()]
  // What fails two facets counts nowhere; what fails one counts in that facet only.
  const failures =
    active.length > 1
      ? sql`where ${sum(active.map((facet) => sql`(not ${column(facet)})::int`))} <= 1`
      : sql``
  const all = where(active)
  const others = (facet: Facet) => where(active.filter((other) => other !== facet))
  const perPage = Math.max(1, query.perPage)
  const offset = Math.min((Math.max(1, query.page) - 1) * perPage, MOST_HITS)

  return sql`
    with ${parameters ? sql`${matchingQuery(parameters)},` : sql``}
    matched as materialized (
      select * from (
        select d.id, d.field, d.regency_code, d.papers, d.price_bucket, d.has_exported, d.readiness, d.booth_key,
          d.price_minor, d.free_capacity, d.updated_at
          ${active.length > 0 ? sql`, ${list(active.map((facet) => sql`coalesce(${passes.get(facet)}, false) as ${column(facet)}`))}` : sql``}
          ${parameters ? sql`, ${rank(query.sort)}` : sql``}
        from search_document d
        ${parameters ? sql`cross join query` : sql``}
        where d.generation = ${LIVE}
          ${parameters ? sql`and d.words @@ query.anyhow` : sql``}
          ${filters.kind ? sql`and d.kind = ${filters.kind}` : sql``}
      ) d ${failures}
    ),
    page as (
      select id, row_number() over () as place from (
        select id from matched ${all}
        order by ${order(query.sort, parameters !== null)} limit ${perPage} offset ${offset}
      ) p
    )
    select
      (select coalesce(json_agg(d.document order by page.place), '[]'::json)
        from page join search_document d on d.id = page.id and d.generation = ${LIVE}) as hits,
      (select json_build_object('total', coalesce(sum(count), 0), 'booths', count(*))
        from (select count(*) as count from matched ${all} group by booth_key) b) as totals,
      ${facet(sql`field`, sql`matched`, others('field'))} as field,
      ${facet(sql`regency_code`, sql`matched`, others('regency'))} as regency,
      ${facet(sql`papers`, sql`matched`, all)} as papers,
      ${facet(sql`price_bucket`, sql`matched`, others('price'))} as price,
      ${facet(sql`has_exported`, sql`matched`, others('exporting'))} as exporting,
      ${facet(sql`readiness`, sql`matched`, others('readiness'))} as readiness,
      ${parameters ? sql`(select coalesce(json_agg(distinct word), '[]'::json) from near)` : sql`'[]'::json`} as near`
}

/** CTEs that end in `query`: the tsqueries, after the vocabulary gave the words near to those asked for. */
function matchingQuery(parameters: QueryParameters): SQL {
  return sql`
    asked as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(parameters.words)}::jsonb) as t(
        ordinal int, term int, word text, low text, high text, typos int, prefix boolean, swaps text[],
        clean text, "cleanName" text)
    ),
    near as materialized (
      select ordinal, word from (
        select t.ordinal, w.word,
          row_number() over (partition by t.ordinal order by w.documents desc, w.word) as place
        from asked t
        join search_word w on w.generation = ${LIVE} and w.documents > 0 and w.word <> t.word
          and w.word >= t.low collate "C" and w.word < t.high collate "C"
        where t.typos > 0 and (
          levenshtein_less_equal(w.word, t.word, t.typos) <= t.typos
          or exists (select from unnest(t.swaps) as swap
            where levenshtein_less_equal(w.word, swap, t.typos - 1) <= t.typos - 1)
          or (t.prefix and length(t.word) >= ${TYPED_TYPO_LENGTH} and length(w.word) > length(t.word) and (
            levenshtein_less_equal(left(w.word, length(t.word)), t.word, t.typos) <= t.typos
            or left(w.word, length(t.word)) = any(t.swaps)))
        )
      ) n where place <= ${MOST_NEAR_WORDS}
    ),
    query as materialized (
      select string_agg('((' || own || ')' || s.synonyms || ')', ' & ')::tsquery as anyhow,
        string_agg('((' || own_name || ')' || s."synonymsName" || ')', ' & ')::tsquery as anyhow_name,
        ${parameters.clean}::tsquery as clean,
        ${parameters.wholeName}::tsquery as whole_name
      from (
        select term,
          string_agg('(' || clean || coalesce(words, '') || ')', ' & ') as own,
          string_agg('(' || "cleanName" || coalesce(words_name, '') || ')', ' & ') as own_name
        from asked left join lateral (
          select string_agg(' | ''' || near.word || '''', '') as words,
            string_agg(' | ''' || near.word || ''':A', '') as words_name
          from near where near.ordinal = asked.ordinal
        ) n on true
        group by term
      ) o
      join jsonb_to_recordset(${JSON.stringify(parameters.terms)}::jsonb)
        as s(term int, synonyms text, "synonymsName" text) using (term)
    )`
}

/** Without typos before with, in the name before elsewhere, the finished word before the begun one. */
function rank(sort: SearchSort): SQL {
  if (sort !== 'relevance') return sql`0 as tier, 0::real as weight`
  return sql`(d.words @@ query.clean)::int * 4 + (d.words @@ query.anyhow_name)::int * 2
      + (d.words @@ query.whole_name)::int as tier,
    ts_rank('{0.05, 0.1, 0.3, 1}', d.words, query.anyhow) as weight`
}

function order(sort: SearchSort, hasText: boolean): SQL {
  switch (sort) {
    case 'price-asc':
      return sql`price_minor asc nulls last, id`
    case 'price-desc':
      return sql`price_minor desc nulls last, id`
    case 'capacity-desc':
      return sql`free_capacity desc nulls last, id`
    case 'newest':
      return sql`updated_at desc, id`
    case 'relevance':
      return hasText ? sql`tier desc, weight desc, updated_at desc, id` : sql`updated_at desc, id`
  }
}

/** The condition of each facet that a filter uses. */
function facetConditions(filters: SearchFilters): Map<Facet, SQL> {
  const conditions = new Map<Facet, SQL>()
  const oneOf = (values: readonly string[]) => sql`any(${textArray(values)})`
  if (filters.fields?.length) conditions.set('field', sql`d.field = ${oneOf(filters.fields)}`)
  if (filters.regencies?.length) {
    conditions.set('regency', sql`d.regency_code = ${oneOf(filters.regencies)}`)
  }
  if (filters.certifications?.length) {
    const bits = paperBits(filters.certifications)
    // Every chosen paper has to be there, so its counts are under its own filter too.
    conditions.set(
      'certification',
      bits === 0 ? sql`false` : sql`d.papers & ${bits}::smallint = ${bits}::smallint`,
    )
  }
  const price: SQL[] = []
  if (filters.priceBuckets?.length) {
    price.push(sql`d.price_bucket::text = ${oneOf(filters.priceBuckets.map(String))}`)
  }
  if (filters.priceFrom !== undefined) price.push(sql`d.price_minor >= ${filters.priceFrom * 100}::bigint`)
  if (filters.priceTo !== undefined) price.push(sql`d.price_minor <= ${filters.priceTo * 100}::bigint`)
  if (price.length > 0) conditions.set('price', sql`(${sql.join(price, sql` and `)})`)
  if (filters.hasExported !== undefined) {
    conditions.set('exporting', sql`d.has_exported = ${filters.hasExported}::boolean`)
  }
  if (filters.readiness?.length) {
    conditions.set('readiness', sql`d.readiness = ${oneOf(filters.readiness)}`)
  }
  return conditions
}

function facet(value: SQL, from: SQL, condition: SQL): SQL {
  return sql`(select coalesce(json_agg(json_build_object('value', value::text, 'count', count)), '[]'::json)
    from (select ${value} as value, count(*) as count from ${from} ${condition} group by 1) f
    where value is not null)`
}

function textArray(values: readonly string[]): SQL {
  return sql`array(select jsonb_array_elements_text(${JSON.stringify(values)}::jsonb))`
}

const column = (facet: Facet) => sql.identifier(`in_${facet}`)
const list = (parts: SQL[]) => sql.join(parts, sql`, `)
const sum = (parts: SQL[]) => sql.join(parts, sql` + `)
const where = (facets: Facet[]) =>
  facets.length > 0
    ? sql`where ${sql.join(
        facets.map((name) => sql`${column(name)}`),
        sql` and `,
      )}`
    : sql``
