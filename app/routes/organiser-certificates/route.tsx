import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { EmptyShelf } from '~/app/components/empty-shelf'
import { Field } from '~/app/components/field'
import { FoundText } from '~/app/components/found-text'
import { KeptForm, KeptOrError } from '~/app/components/kept-form'
import { Note } from '~/app/components/note'
import { OrganiserNav } from '~/app/components/organiser-nav'
import { Pagination } from '~/app/components/pagination'
import { SampleTag } from '~/app/components/sample-tag'
import { fill } from '~/app/i18n/fill'
import { formatDay, formatNumber } from '~/app/i18n/format'
import { type PageWords, pageWords } from '~/app/i18n/page-words.server'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import { keepTyped } from '~/app/keep-typed.server'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { isolated, partyName } from '~/app/party-name'
import { readForm } from '~/app/read-form.server'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { decidePaper } from '~/domain/certificate/decide-paper.server'
import { listShownPapers } from '~/domain/certificate/list-shown-papers.server'
import { PAPER_DECISIONS, PAPER_TABS, type ShownPaper } from '~/domain/certificate/shown-paper'
import '~/app/components/certificate-page.css'
import '~/app/components/list-tabs.css'

const tabOf = (value: unknown) => PAPER_TABS.find((tab) => tab === value) ?? 'waiting'
const decisionOf = (value: unknown) => PAPER_DECISIONS.find((one) => one === value) ?? null

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  const query = new URL(request.url).searchParams
  const tab = tabOf(query.get('tab'))
  const page = Math.min(Number(query.get('page')) || 1, 10_000)
  const list = await run(() => listShownPapers(context.context, { tab, page, locale }))
  return {
    ...list,
    tab,
    done: decisionOf(query.get('done')),
    words: pageWords('certificates', locale),
    nav: pageWords('organiser', locale).nav,
  }
}

/** Verifies a paper, sends it back with a reason, or takes the organiser's word back. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const locale = metaLocale({ params })
  const form = await readForm(request)
  return keepTyped({ form, locale, context }, async () => {
    requireSignedIn(request, context, form)
    const decision = decisionOf(form.get('decision'))
    if (!decision) throw Response.json({ code: 'bad-request' }, { status: 400 })
    const id = String(form.get('id') ?? '')
    const reason = String(form.get('reason') ?? '')
    const outcome = await run(() =>
      decidePaper(context.context, { id, seen: Number(form.get('seen')) || 0, decision, reason }),
    )
    if (outcome.kind !== 'decided')
      return data({ id, reason, refused: outcome.kind }, { status: outcome.kind === 'changed' ? 409 : 400 })
    const query = new URLSearchParams({ tab: tabOf(form.get('tab')), done: decision })
    return redirect(`/${locale}/organiser/certificates?${query}`, 303)
  })
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data?.words.organiser.title ?? '',
    description: args.data?.words.organiser.metaDescription ?? '',
    path: '/organiser/certificates',
    noIndex: true,
  })

type Refused = { id: string; reason: string; refused: 'changed' | 'reason-missing' }

export default function OrganiserCertificates() {
  const { rows, counts, page, pages, tab, done, words, nav } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() ?? null
  const to = useLocalePath()
  const locale = useLocale()
  if (answer && 'kept' in answer) return <KeptForm kept={answer.kept} />
  const said = words.organiser
  return (
    <>
      <OrganiserNav current="certificates" words={nav} />
      <main id="main" className="wrap certificate-page">
        <h1>{said.title}</h1>
        {answer ? (
          <Note tone="bad">{answer.refused === 'changed' ? said.changed : said.reasonMissing}</Note>
        ) : done ? (
          <Note tone="ok">{said.done[done]}</Note>
        ) : null}
        <p className="mut">{said.intro}</p>
        <nav className="list-tabs" aria-label={said.tabsLabel}>
          {PAPER_TABS.map((one) => (
            <Link
              key={one}
              to={to(`/organiser/certificates?tab=${one}`)}
              aria-current={one === tab ? 'page' : undefined}
            >
              {said.tabs[one]} <span className="count">{formatNumber(counts[one], locale)}</span>
            </Link>
          ))}
        </nav>
        {rows.length === 0 ? (
          <EmptyShelf title={said.empty[tab]}>
            <p className="mut">{said.emptyText}</p>
          </EmptyShelf>
        ) : (
          <ul className="shown-papers">
            {rows.map((paper) => (
              <Shown
                key={`${paper.id} ${paper.seen}`}
                paper={paper}
                tab={tab}
                words={words}
                refused={answer?.id === paper.id ? answer : null}
              />
            ))}
          </ul>
        )}
        <Pagination
          page={page}
          pages={pages}
          href={(n) => to(`/organiser/certificates?tab=${tab}&page=${n}`)}
        />
      </main>
    </>
  )
}

function Shown({
  paper,
  tab,
  words,
  refused,
}: {
  paper: ShownPaper
  tab: string
  words: PageWords['certificates']
  refused: Refused | null
}) {
  const to = useLocalePath()
  const locale = useLocale()
  const said = words.organiser
  const day = (iso: string) => isolated(formatDay(new Date(`${iso}T05:00:00Z`), locale), locale)
  const kind = words.kinds[paper.kind]
  return (
    <li>
      <div className="pages">
        {Array.from({ length: paper.pages }, (_, at) => to(`/papers/${paper.id}?page=${at + 1}`)).map(
          (address, at) => (
            <a key={address} href={address} target="_blank" rel="noopener">
              <img
                src={address}
                alt={[
                  fill(words.fileAlt, { kind, number: paper.number ?? '' }),
                  ...(paper.pages > 1 ? [fill(words.filePage, { page: at + 1 })] : []),
                ].join(', ')}
                width={600}
                height={800}
                loading="lazy"
              />
            </a>
          ),
        )}
      </div>
      <div>
        <h2>
          {kind} <bdi dir="ltr">{paper.number ?? said.noNumber}</bdi>
        </h2>
        <p>
          <bdi>{partyName(paper.organisation, locale)}</bdi>
          {' · '}
          {paper.productName ? <FoundText of={paper.productName} /> : words.whole}
        </p>
        <p className="row wrapx sm mut">
          {paper.isSample ? <SampleTag /> : null}
          {paper.expiresOn ? fill(words.until, { day: day(paper.expiresOn) }) : null}
          {paper.verifiedOn ? fill(words.verifiedOn, { day: day(paper.verifiedOn) }) : null}
        </p>
        {paper.objection ? <p>{fill(words.objection, { text: isolated(paper.objection, locale) })}</p> : null}
        <Form method="post" className="decide" replace>
          <input type="hidden" name="id" value={paper.id} />
          <input type="hidden" name="seen" value={paper.seen} />
          <input type="hidden" name="tab" value={tab} />
          {paper.state === 'verified' ? (
            <p>
              <button type="submit" name="decision" value="take-back" className="btn line">
                {said.takeBack}
              </button>
            </p>
          ) : (
            <>
              <p>
                <button type="submit" name="decision" value="verify" className="btn">
                  {said.verify}
                </button>
              </p>
              <Field
                id={`reason-${paper.id}`}
                name="reason"
                label={said.reason}
                hint={said.reasonHint}
                value={refused?.reason ?? ''}
                problem={refused?.refused === 'reason-missing' ? said.reasonMissing : undefined}
                rows={2}
                maxLength={500}
              />
              <p>
                <button type="submit" name="decision" value="object" className="btn line">
                  {said.object}
                </button>
              </p>
            </>
          )}
        </Form>
      </div>
    </li>
  )
}

export function ErrorBoundary() {
  return <KeptOrError />
}
