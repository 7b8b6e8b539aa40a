import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { BUSINESS_FIELDS } from '~/domain/shared/enums'
import { slugOf } from '~/domain/shared/slug'

const row = z.object({
  name: z.string().min(1),
  regency_code: z.string().regex(/^32\.\d\d$/),
  field: z.union([z.literal(''), z.enum(BUSINESS_FIELDS)]),
  known_products: z.string(),
  known_capacity: z.string(),
  award: z.string().min(1),
  year: z.coerce.number().int().min(2019).max(2023),
  source: z.string().min(1),
})

/** A real participant: what was reported of it and nothing else. */
export interface ReportedParticipant {
  name: string
  slug: string
  regencyCode: string
  field: (typeof BUSINESS_FIELDS)[number] | null
  products: string | null
  capacity: string | null
  /** Null for those of whom only taking part was reported. */
  award: string | null
  year: number
  sources: string[]
}

/**
 * The participants that were named in the press, as collected in `data/opop-participants.csv`.
 * @throws ZodError or Error when a line doesn't have the columns' form.
 */
export async function readReportedParticipants(): Promise<ReportedParticipant[]> {
  const text = await readFile(new URL('./data/opop-participants.csv', import.meta.url), 'utf8')
  const [head = '', ...lines] = text.trim().split('\n')
  const columns = head.split(',')
  return lines.map((line) => {
    const cells = line.split(',')
    if (cells.length !== columns.length) throw new Error(`not ${columns.length} columns: ${line}`)
    const found = row.parse(Object.fromEntries(columns.map((column, at) => [column, cells[at]?.trim()])))
    return {
      name: found.name,
      slug: slugOf(found.name),
      regencyCode: found.regency_code.replace('.', ''),
      field: found.field || null,
      products: found.known_products.replaceAll(';', ',') || null,
      capacity: found.known_capacity || null,
      award: found.award === 'Peserta' ? null : found.award,
      year: found.year,
      sources: found.source.split(';').map((source) => source.trim()),
    }
  })
}
