import type { PavilionPlan } from '~/domain/hall/layout'
import type { ShardBooth } from '~/domain/hall/shard'
import { buildWorld, type HallWorld, settleShard } from '~/scenes/hall/world/hall-world'

const BOOTH: Omit<ShardBooth, 'slot' | 'slug'> = {
  name: 'Al-Ittihad',
  nameArabic: null,
  field: 'minuman',
  product: null,
  drawings: [],
  sheet: null,
  award: false,
  sample: true,
  closed: false,
}

/** A hall as the scene knows it. `booth` says what stands in a slot; null: nothing. */
export function filledWorld(
  plans: readonly PavilionPlan[],
  booth: (pavilion: number, slot: number) => Partial<ShardBooth> | null,
): HallWorld {
  const pavilions = plans.map((plan) => ({
    ...plan,
    regencyCode: '3205',
    regencyName: 'Garut',
    regencyKind: 'kabupaten' as const,
    boothCount: plan.slotCount,
    motif: 'megamendung',
    roof: 'awning',
    colour: '#35234d',
    accent: '#e3ae55',
    version: 'v',
  }))
  const world = buildWorld({ edition: 'all-year', pavilions })
  for (const { number, slotCount } of plans) {
    const booths: ShardBooth[] = []
    for (let slot = 0; slot < slotCount; slot++) {
      const what = booth(number, slot)
      if (what) booths.push({ slot, slug: `booth-${number}-${slot}`, ...BOOTH, ...what })
    }
    settleShard(world, { pavilion: number, version: 'v', booths })
  }
  return world
}
