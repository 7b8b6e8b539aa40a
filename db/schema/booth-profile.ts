import { sql } from 'drizzle-orm'
import { check, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { OpeningHours } from '~/domain/shared/opening-hours'
import { createdAt, instant, updatedAt } from './columns'
import { organisation } from './organisation'

/** What a pesantren says of its booth beyond what it is called: one row, made with the first save. */
export const boothProfile = pgTable(
  'booth_profile',
  {
    organisationId: uuid('organisation_id')
      .primaryKey()
      .references(() => organisation.id),
    /** Its name for who reads English; null: as in Latin script. */
    nameEnglish: text('name_english'),
    /** What the sign says where the name is too long for it; null: the name. */
    signLatin: text('sign_latin'),
    signArabic: text('sign_arabic'),
    /** Keys of domain/hall/motifs.ts, of its pavilion's family; null: as the pavilion. */
    motif: text('motif'),
    /** '#rrggbb'; null: as the pavilion. */
    colour: text('colour'),
    accent: text('accent'),
    /** Street and place below the district. */
    address: text('address'),
    openingHours: jsonb('opening_hours').$type<OpeningHours>(),
    /** https, of a host that domain/booth/video-link.ts knows. */
    videoUrl: text('video_url'),
    /** When a code proved the number that stands in organisation.whatsapp_e164. */
    whatsappProvenAt: instant('whatsapp_proven_at'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    check(
      'booth_profile_colour_form',
      sql`${t.colour} ~ '^#[0-9a-f]{6}$' and ${t.accent} ~ '^#[0-9a-f]{6}$'`,
    ),
    check('booth_profile_video_https', sql`${t.videoUrl} ~ '^https://'`),
  ],
)
