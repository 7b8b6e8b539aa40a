import { isRouteErrorResponse, Link, useLocation, useRouteError } from '@remix-run/react'
import type { ReactNode } from 'react'
import { ACTING_AGAIN } from '../acting-field-name'
import type { ActingRefusal } from '../acting-form.server'
import { useLocale } from '../i18n/use-words'
import { isWritten } from '../written-field'
import { Filled } from './filled'
import { KeptOrError } from './kept-form'
import { WrittenList } from './written-list'
import './refused-form.css'

/** The error page of routes whose forms name their organisation: one that was for another keeps what was typed. */
export function ActingErrorPage({ otherwise = <KeptOrError /> }: { otherwise?: ReactNode }) {
  const refusal = refusalOf(useRouteError())
  const locale = useLocale()
  const { pathname, search } = useLocation()
  if (!refusal) return otherwise
  const { words, was, now, fields } = refusal
  const shown = (one: ActingRefusal['was']) => <bdi>{(locale === 'ar' && one?.nameArabic) || one?.name}</bdi>
  const here = `${pathname}${search}`
  return (
    <main id="main" className="wrap refused-form">
      <title>{`${words.title} · OPOP Expo`}</title>
      <h1>{words.title}</h1>
      <p>
        <Filled sentence={was ? words.text : words.gone} values={{ was: shown(was), now: shown(now) }} />
      </p>
      {fields.some(isWritten) ? (
        <section>
          <h2>{words.written}</h2>
          <WrittenList fields={fields} />
        </section>
      ) : null}
      {was ? (
        // A new page, not only its data: the header says for whom one acts.
        <form method="post" action={here}>
          {fields.map(([name, value], at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: they never change, and names repeat
            <input key={at} type="hidden" name={name} value={value} />
          ))}
          <button type="submit" className="btn pri" name={ACTING_AGAIN} value="yes">
            <span>
              <Filled sentence={words.again} values={{ was: shown(was) }} />
            </span>
          </button>
        </form>
      ) : null}
      {now ? (
        <p>
          <Link className="btn" to={here} reloadDocument>
            <span>
              <Filled sentence={words.goOn} values={{ now: shown(now) }} />
            </span>
          </Link>
        </p>
      ) : null}
    </main>
  )
}

function refusalOf(error: unknown): ActingRefusal | null {
  if (!isRouteErrorResponse(error)) return null
  const said = error.data as ActingRefusal | null
  return said?.code === 'other-organisation' ? said : null
}
