import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { EmptyShelf } from '~/app/components/empty-shelf'
import { ErrorPage } from '~/app/components/error-page'
import { FoundText } from '~/app/components/found-text'
import { Icon } from '~/app/components/icon'
import { Note } from '~/app/components/note'
import { PaperPages } from '~/app/components/paper-pages'
import { SampleTag } from '~/app/components/sample-tag'
import { StudioNav } from '~/app/components/studio-nav'
import { fill } from '~/app/i18n/fill'
import { formatDay } from '~/app/i18n/format'
import { type PageWords, pageWords } from '~/app/i18n/page-words.server'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { isolated } from '~/app/party-name'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { listOwnCertificates } from '~/domain/certificate/list-own-certificates.server'
import type { OwnCertificate } from '~/domain/certificate/own-certificate'
import '~/app/components/certificate-page.css'

const DONE = ['saved', 'savedFile', 'removed'] as const

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  const list = await run(() => listOwnCertificates(context.context, { locale }))
  const query = new URL(request.url).searchParams
  return {
    ...list,
    today: context.context.now.toISOString().slice(0, 10),
    done: DONE.find((known) => known === query.get('done')) ?? null,
    words: pageWords('certificates', locale),
    nav: pageWords('studioProducts', locale).nav,
  }
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data?.words.title ?? '',
    description: args.data?.words.metaDescription ?? '',
    path: '/studio/certificates',
    noIndex: true,
  })

export default function StudioCertificates() {
  const { papers, mayWrite, today, done, words, nav } = useLoaderData<typeof loader>()
  const to = useLocalePath()
  const add = mayWrite ? (
    <p>
      <Link className="btn pri" to={to('/studio/certificates/new')}>
        <Icon name="plus" />
        {words.add}
      </Link>
    </p>
  ) : null
  return (
    <>
      <StudioNav current="products" words={nav} />
      <main id="main" className="wrap certificate-page">
        <h1>{words.title}</h1>
        {done ? <Note tone="ok">{words[done]}</Note> : null}
        <p className="mut">{words.intro}</p>
        {papers.length === 0 ? (
          <EmptyShelf title={words.emptyTitle}>
            <p className="mut">{words.emptyText}</p>
            {add}
          </EmptyShelf>
        ) : (
          <>
            {add}
            <ul className="papers">
              {papers.map((paper) => (
                <PaperRow key={paper.id} paper={paper} today={today} mayWrite={mayWrite} words={words} />
              ))}
            </ul>
          </>
        )}
      </main>
    </>
  )
}

function PaperRow({
  paper,
  today,
  mayWrite,
  words,
}: {
  paper: OwnCertificate
  today: string
  mayWrite: boolean
  words: PageWords['certificates']
}) {
  const to = useLocalePath()
  const locale = useLocale()
  const day = (iso: string) => formatDay(new Date(`${iso}T05:00:00Z`), locale)
  const hasEnded = paper.expiresOn !== null && paper.expiresOn < today
  const tone = hasEnded ? 'bad' : paper.state === 'verified' ? 'ok' : ''
  const name = `${words.kinds[paper.kind]} ${paper.number ?? ''}`.trim()
  return (
    <li>
      <div>
        <h2>
          {words.kinds[paper.kind]} {paper.number ? <bdi dir="ltr">{paper.number}</bdi> : null}
        </h2>
        <p className="row wrapx tags">
          <span className={`tag ${tone}`}>{words.states[paper.state]}</span>
          {paper.isSample ? <SampleTag /> : null}
          {paper.expiresOn ? (
            <span className={hasEnded ? 'bad-t sm b' : 'mut sm'}>
              {fill(hasEnded ? words.ended : words.until, { day: isolated(day(paper.expiresOn), locale) })}
            </span>
          ) : null}
        </p>
        <p className="sm mut">
          {paper.productName ? <FoundText of={paper.productName} /> : words.whole}
          {paper.verifiedOn
            ? ` · ${fill(words.verifiedOn, { day: isolated(day(paper.verifiedOn), locale) })}`
            : null}
        </p>
        {paper.objection ? (
          <p className="objection">
            <Icon name="triangle-alert" />
            <span>
              <b>{fill(words.objection, { text: isolated(paper.objection, locale) })}</b> {words.fixObjection}
            </span>
          </p>
        ) : null}
        {paper.file === 'waiting' || paper.file === 'refused' ? (
          <p className={paper.file === 'refused' ? 'sm bad-t b' : 'sm mut'}>
            {words.files[paper.fileProblem === 'locked' && paper.file === 'refused' ? 'locked' : paper.file]}
          </p>
        ) : paper.file === 'none' && paper.state !== 'verified' ? (
          <p className="sm mut">{words.files.none}</p>
        ) : null}
      </div>
      <p className="row wrapx do">
        {paper.file === 'ready' ? <PaperPages paper={paper} words={words} /> : null}
        {mayWrite ? (
          <Link
            className="btn line"
            to={to(`/studio/certificates/${paper.id}`)}
            aria-label={fill(words.editNamed, { name })}
          >
            <Icon name="pencil" />
            {words.edit}
          </Link>
        ) : null}
      </p>
    </li>
  )
}

export function ErrorBoundary() {
  return <ErrorPage />
}
