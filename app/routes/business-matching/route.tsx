import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { Icon } from '~/app/components/icon'
import { FairsChart, FairsTable } from '~/app/components/programme-fairs'
import { pageWords } from '~/app/i18n/page-words.server'
import { useLocalePath } from '~/app/i18n/use-words'
import { pageMeta } from '~/app/page-meta'
import { PROGRAMME_FAIRS } from '~/domain/edition/programme-history'
import './business-matching.css'

export function loader({ params }: LoaderFunctionArgs) {
  return { words: pageWords('matching', params.locale), history: pageWords('history', params.locale) }
}

export const meta: MetaFunction<typeof loader> = (args) => {
  if (!args.data) return []
  const { words } = args.data
  return pageMeta(args, {
    title: words.title,
    description: words.metaDescription,
    path: '/business-matching',
  })
}

/** What a temu bisnis is and was, and the ways in to one. */
export default function BusinessMatching() {
  const { words, history } = useLoaderData<typeof loader>()
  const to = useLocalePath()
  return (
    <main id="main" className="wrap meet">
      <div className="two">
        <div>
          <h1>{words.title}</h1>
          <p className="lead">{words.lead}</p>
          <section>
            <h2>{words.who}</h2>
            <ul className="who-comes">
              {[words.whoSellers, words.whoBuyers, words.whoAbroad, words.between].map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </section>
        </div>
        <section className="today">
          <h2>{words.today}</h2>
          <ol>
            <li>
              <Icon name="pencil" />
              <p>{words.todayNeed}</p>
              <Link className="btn pri" to={to('/needs/new')}>
                {words.todayNeedLink}
              </Link>
            </li>
            <li>
              <Icon name="users" />
              <p>{words.todayJoin}</p>
              <Link className="btn" to={to('/join')}>
                {words.todayJoinLink}
              </Link>
            </li>
            <li>
              <Icon name="search" />
              <p>{words.todaySearch}</p>
              <Link className="btn" to={to('/products')}>
                {words.todaySearchLink}
              </Link>
            </li>
            <li>
              <Icon name="store" />
              <p>{words.todayHall}</p>
              <Link className="btn" to={to('/hall')}>
                {words.todayHallLink}
              </Link>
            </li>
            <li>
              <Icon name="bookmark" />
              <p>{words.todayShelf}</p>
              <Link className="btn" to={to('/shortlist')}>
                {words.todayShelfLink}
              </Link>
            </li>
            <li>
              <Icon name="whatsapp" />
              <p>{words.todayChat}</p>
            </li>
          </ol>
        </section>
      </div>
      <section className="meet-years">
        <h2>{words.years}</h2>
        <FairsChart words={history} fairs={PROGRAMME_FAIRS} />
        <FairsTable words={history} fairs={PROGRAMME_FAIRS} />
      </section>
    </main>
  )
}
