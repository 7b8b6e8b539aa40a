import type { LoaderFunctionArgs } from '@remix-run/node'
import { pageWords } from '~/app/i18n/page-words.server'
import { metaLocale } from '~/app/page-meta'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { run } from '~/app/run.server'
import { calendarFile, calendarFileName } from '~/domain/meeting/calendar-file'
import { readCalendarFile } from '~/domain/meeting/read-calendar-file.server'
import { calendarTexts } from './calendar-texts.server'

/** The meeting for the calendar of one of its parties: nobody else gets it, and nothing keeps it. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  const facts = await run(() => readCalendarFile(context.context, { meetingId: params.id ?? '' }))
  const texts = calendarTexts(facts, {
    words: pageWords('meeting', locale),
    match: pageWords('match', locale),
    locale,
    publicUrl: context.publicUrl,
    isGuest: facts.isGuest,
  })
  return new Response(calendarFile(facts, texts, context.context.now), {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `attachment; filename="${calendarFileName(facts)}"`,
      'Cache-Control': 'private, no-store',
      'X-Robots-Tag': 'noindex',
    },
  })
}
