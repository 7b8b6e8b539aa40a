import { sql } from 'drizzle-orm'
import { firstPhoto, ofProduct } from '~/db/ready-photos.server'
import type { Context } from '~/domain/shared/context'
import type { TradeUnit } from '~/domain/shared/enums'
import type { LocalizedText } from '~/domain/shared/locale'
import type { ShelfPhoto } from '~/domain/shared/shelf'
import { shelfStarts, weekNumber } from './week'

export interface HomePavilion {
  number: number
  regencyCode: string
  regencyName: string
  booths: number
}

export interface ShelfProduct {
  slug: string
  name: LocalizedText
  drawing: string
  /** Its first photograph; left out: it has none. */
  photo?: ShelfPhoto
  unit: TradeUnit
  /** Lowest tier's unit price; null: not stated. */
  priceMinor: number | null
  minimumOrder: number | null
  regencyCode: string | null
  regencyName: string | null
  isSample: boolean
}

export interface Home {
  /** Of the edition that the hall shows, by number; empty when no edition is open. */
  pavilions: HomePavilion[]
  booths: number
  /** Six goods of booths that aren't closed, or fewer when there aren't six; others each week. */
  shelf: ShelfProduct[]
}

const SHELF_LENGTH = 6

/** What the home page shows. Two queries, whatever the number of booths. */
export async function openHome({ db, now }: Pick<Context, 'db' | 'now'>): Promise<Home> {
  const starts = shelfStarts(weekNumber(now), SHELF_LENGTH * 4)
  const [pavilions, candidates] = await Promise.all([
    db.execute<{ number: number; regency_code: string; regency_name: string; booths: number }>(sql`
      select p.number, p.regency_code, r.name as regency_name, count(b.id)::int as booths
      from edition e
      join pavilion p on p.edition_id = e.id
      join regency r on r.code = p.regency_code
      left join participation b
        on b.edition_id = p.edition_id and b.pavilion_number = p.number and b.closed_at is null
      where e.id = (select id from edition where is_open order by starts_on desc, slug limit 1)
      group by p.number, p.regency_code, r.name
      order by p.number`),
    db.execute<{
      slug: string
      name: LocalizedText
      drawing: string
      photo: ShelfPhoto | null
      kind: string
      unit: TradeUnit
      price_minor: string | null
      minimum_order: number | null
      regency_code: string | null
      regency_name: string | null
      is_sample: boolean
    }>(sql`
      select g.*, t.price_minor, ${firstPhoto(ofProduct(sql`g.id`))} as photo
      from unnest(${sql.param(starts)}::text[]) with ordinality as s(start, turn)
      cross join lateral (
        select p.id, p.slug, p.name, p.drawing, p.kind, p.unit, p.minimum_order, p.is_sample,
               o.regency_code, r.name as regency_name
        from product p
        join organisation o on o.id = p.organisation_id
        left join regency r on r.code = o.regency_code
        where p.slug >= s.start and p.state = 'published'
          and not exists (
            select from participation closed
            join edition e on e.id = closed.edition_id and e.is_open
            where closed.organisation_id = p.organisation_id and closed.closed_at is not null
          )
        order by p.slug
        limit 1
      ) g
      left join lateral (
        select min(unit_price_minor) as price_minor from price_tier where product_id = g.id
      ) t on true
      order by s.turn`),
  ])
  return {
    pavilions: pavilions.map((row) => ({
      number: row.number,
      regencyCode: row.regency_code,
      regencyName: row.regency_name,
      booths: row.booths,
    })),
    booths: pavilions.reduce((sum, row) => sum + row.booths, 0),
    shelf: differentKinds([...candidates]).map((row) => ({
      slug: row.slug,
      name: row.name,
      drawing: row.drawing,
      ...(row.photo && { photo: row.photo }),
      unit: row.unit,
      priceMinor: row.price_minor === null ? null : Number(row.price_minor),
      minimumOrder: row.minimum_order,
      regencyCode: row.regency_code,
      regencyName: row.regency_name,
      isSample: row.is_sample,
    })),
  }
}

/** The first few that differ by kind; then others, if the catalogue has too few kinds. */
function differentKinds<T extends { slug: string; kind: string }>(candidates: T[]): T[] {
  const chosen = new Map<string, T>()
  const kinds = new Set<string>()
  for (const one of candidates) {
    if (chosen.size === SHELF_LENGTH || kinds.has(one.kind)) continue
    kinds.add(one.kind)
    chosen.set(one.slug, one)
  }
  for (const one of candidates) {
    if (chosen.size === SHELF_LENGTH) break
    chosen.set(one.slug, one)
  }
  return [...chosen.values()]
}
