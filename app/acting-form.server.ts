import { actFor } from '~/domain/account/act-for.server'
import type { Viewer } from '~/domain/account/viewer'
import type { Locale } from '~/domain/shared/locale'
import { ACTING_AGAIN, ACTING_FIELD } from './acting-field-name'
import { pageWords } from './i18n/page-words.server'
import { readForm } from './read-form.server'
import { run } from './run.server'
import type { WebContext } from './web-context'

/** What the page of the refusal shows: see app/components/acting-error-page.tsx. */
export interface ActingRefusal {
  code: 'other-organisation'
  words: ReturnType<typeof pageWords<'team'>>['otherTab']
  /** For whom the form was; null: somebody who isn't in its team any more. */
  was: { name: string; nameArabic: string | null } | null
  now: { name: string; nameArabic: string | null } | null
  /** Everything that was typed, to be sent again. */
  fields: [name: string, value: string][]
}

/**
 * What a form sent that writes for one's organisation, and the context to write with. One that was made for
 * another than the session acts for now, in a tab that was left open, writes nothing: a page says so, keeps what
 * was typed, and leads back to that organisation if asked.
 * @throws a 409 for it.
 */
export async function readActingForm<C extends WebContext>(
  request: Request,
  context: C,
  locale: Locale,
): Promise<{ form: FormData; context: C }> {
  const form = await readForm(request)
  const named = form.get(ACTING_FIELD)
  const { viewer, sessionId } = context
  // Whose session can't be read now is answered as any.
  if (!viewer || typeof named !== 'string' || named === viewer.organisationId) return { form, context }
  const was = viewer.organisations.find(({ id }) => id === named) ?? null
  if (was && form.has(ACTING_AGAIN)) {
    await run(() => actFor(context.context, { sessionId, organisationId: was.id }))
    actAs(context, viewer, was.id)
    return { form, context }
  }
  const now = viewer.organisations.find(({ id }) => id === viewer.organisationId) ?? null
  const refusal: ActingRefusal = {
    code: 'other-organisation',
    words: pageWords('team', locale).otherTab,
    was: was && { name: was.name, nameArabic: was.nameArabic },
    now: now && { name: now.name, nameArabic: now.nameArabic },
    fields: [...form].flatMap(([name, value]) =>
      typeof value === 'string' && name !== ACTING_AGAIN ? [[name, value] as [string, string]] : [],
    ),
  }
  throw Response.json(refusal, { status: 409, headers: { 'Cache-Control': 'no-store' } })
}

/** In the request's own context: the loaders of the page that answers the form read it after the action. */
function actAs(context: WebContext, viewer: Viewer, organisationId: string): void {
  const { actor } = context.context
  if (actor.kind !== 'person') return
  context.viewer = { ...viewer, organisationId }
  context.context = { ...context.context, actor: { ...actor, organisationId } }
}
