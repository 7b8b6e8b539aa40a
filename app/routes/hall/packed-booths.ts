import type { GatheredBooth } from '~/domain/hall/gather-booths.server'
import type { BusinessField } from '~/domain/shared/enums'
import type { Locale } from '~/domain/shared/locale'

/**
 * The booths of a list as lines of columns. Beside the list's own markup a text like this packs to half of what the
 * same booths cost as objects, whose every value is a number there that no packing recognises.
 */
export function packBooths(booths: readonly GatheredBooth[]): string {
  return booths.map((booth) => columnsOf(booth).map(plain).join('\t')).join('\n')
}

export function unpackBooths(packed: string): GatheredBooth[] {
  return packed === '' ? [] : packed.split('\n').map(boothOf)
}

/** Nobody's name holds what parts the columns; if one did, it would be a space. */
const plain = (value: string | number | null) => String(value ?? '').replace(/[\t\n]/g, ' ')

function columnsOf(booth: GatheredBooth): (string | number | null)[] {
  const [lang, product] = Object.entries(booth.product ?? {})[0] ?? []
  const { hash, width, height } = booth.photo ?? {}
  return [
    booth.slug,
    booth.name,
    booth.pavilion,
    booth.slot,
    booth.nameArabic,
    booth.field,
    lang ?? null,
    product ?? null,
    booth.drawings[0] ?? null,
    booth.district,
    `${booth.award ? 'a' : ''}${booth.sample ? 's' : ''}`,
    ...(hash ? [hash, width ?? null, height ?? null] : []),
  ]
}

function boothOf(line: string): GatheredBooth {
  const [
    slug = '',
    name = '',
    pavilion,
    slot,
    arabic,
    field,
    lang,
    product,
    drawing,
    district,
    marks,
    ...photo
  ] = line.split('\t')
  const [hash, width, height] = photo
  return {
    slug,
    name,
    pavilion: Number(pavilion),
    slot: Number(slot),
    nameArabic: arabic || null,
    field: (field || null) as BusinessField | null,
    product: lang ? { [lang as Locale]: product ?? '' } : null,
    drawings: drawing ? [drawing] : [],
    district: district || null,
    award: marks?.includes('a') ?? false,
    sample: marks?.includes('s') ?? false,
    ...(hash && { photo: { hash, width: Number(width), height: Number(height) } }),
    sheet: null,
  }
}
