import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { Icon } from '~/app/components/icon'
import { pageWords } from '~/app/i18n/page-words.server'
import { useLocalePath, useWords } from '~/app/i18n/use-words'
import { pageMeta } from '~/app/page-meta'
import { run } from '~/app/run.server'
import { openHome } from '~/domain/edition/open-home.server'
import { Directory } from './directory'
import { Figures } from './figures'
import { HallView } from './hall-view'
import './home.css'
import { Matching } from './matching'
import { Shelf } from './shelf'

export async function loader({ params, context }: LoaderFunctionArgs) {
  return {
    ...(await run(() => openHome(context.context))),
    words: pageWords('home', params.locale),
    history: pageWords('history', params.locale),
  }
}

export const meta: MetaFunction<typeof loader> = (args) => {
  if (!args.data) return []
  const { words } = args.data
  return pageMeta(args, { title: words.metaTitle, description: words.metaDescription, path: '/' })
}

export default function Home() {
  const { pavilions, booths, shelf, words, history } = useLoaderData<typeof loader>()
  const { search } = useWords()
  const to = useLocalePath()
  return (
    <main id="main">
      <section className="hero">
        <div className="txt">
          <h1>{words.title}</h1>
          <p className="lead">{words.lead}</p>
          {shelf.length > 0 || booths > 0 ? (
            <Form className="find" role="search" action={to('/products')}>
              <Icon name="search" />
              <input
                type="search"
                name="q"
                aria-label={search.label}
                placeholder={search.placeholder}
                maxLength={200}
                autoComplete="off"
                autoCapitalize="none"
                enterKeyHint="search"
              />
              <button className="btn pri" type="submit">
                {search.submit}
              </button>
            </Form>
          ) : null}
          {shelf.length > 0 ? (
            <nav className="row wrapx examples" aria-label={words.examples}>
              {Object.values(search.example).map((example) => (
                <Link
                  key={example}
                  className="chip"
                  to={`${to('/products')}?q=${encodeURIComponent(example)}`}
                >
                  {example}
                </Link>
              ))}
            </nav>
          ) : null}
          <p className="sm mut">{words.forWhom}</p>
        </div>
        <HallView words={words} booths={booths} pavilions={pavilions.length} />
      </section>
      <Figures words={history} />
      {shelf.length > 0 ? <Shelf words={words} products={shelf} /> : null}
      <Matching words={words} history={history} goods={shelf.length > 0} />
      {pavilions.length > 0 ? <Directory words={words} pavilions={pavilions} /> : null}
    </main>
  )
}
