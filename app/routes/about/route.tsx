import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FairsTable, SourceLine } from '~/app/components/programme-fairs'
import { fill } from '~/app/i18n/fill'
import { formatNumber } from '~/app/i18n/format'
import { type PageWords, pageWords } from '~/app/i18n/page-words.server'
import { useLocale } from '~/app/i18n/use-words'
import { pageMeta } from '~/app/page-meta'
import {
  OFFTAKERS_2019,
  OFFTAKERS_2019_SOURCES,
  PROGRAMME_FAIRS,
  PROGRAMME_FUNNELS,
  PROGRAMME_JOURNEYS,
  PROGRAMME_PARTICIPANTS,
} from '~/domain/edition/programme-history'
import './about.css'

export function loader({ params }: LoaderFunctionArgs) {
  return { words: pageWords('about', params.locale), history: pageWords('history', params.locale) }
}

export const meta: MetaFunction<typeof loader> = (args) => {
  if (!args.data) return []
  const { words } = args.data
  return pageMeta(args, { title: words.metaTitle, description: words.metaDescription, path: '/about' })
}

export default function About() {
  const { words, history } = useLoaderData<typeof loader>()
  const locale = useLocale()
  const { fact } = words
  const facts = [
    [fact.started, fact.startedValue],
    [fact.basis, fact.basisValue],
    [fact.runBy, fact.runByValue],
    [fact.where, fact.whereValue],
    [
      fact.participants,
      `${fill(history.participants, { count: formatNumber(PROGRAMME_PARTICIPANTS.total, locale) })} (${fact.target} ${formatNumber(PROGRAMME_PARTICIPANTS.target, locale)})`,
    ],
    [fact.words, fact.wordsValue],
  ]
  return (
    <main id="main" className="wrap about">
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <div className="two">
        <section>
          <h2>{words.facts}</h2>
          <dl className="ledger">
            {facts.map(([term, value]) => (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <SourceLine words={history} sources={PROGRAMME_PARTICIPANTS.sources} />
        </section>
        <section>
          <h2>{words.year}</h2>
          <ol className="steps">
            {Object.entries(words.steps).map(([key, step]) => (
              <li key={key}>{step}</li>
            ))}
          </ol>
          <p className="sm mut">{words.stepsNote}</p>
          <h3>{words.tracks}</h3>
          <ul className="sm">
            <li>{words.trackStartUp}</li>
            <li>{words.trackScaleUp}</li>
            <li>{words.prizes}</li>
          </ul>
        </section>
      </div>
      <section>
        <h2>{words.funnels}</h2>
        <Funnels words={words.funnel} history={history} />
        <SourceLine words={history} sources={PROGRAMME_FUNNELS.flatMap((funnel) => funnel.sources)} />
      </section>
      <section>
        <h2>{words.exhibitions}</h2>
        <FairsTable words={history} fairs={PROGRAMME_FAIRS} />
      </section>
      <div className="two">
        <section>
          <h2>{words.overseas}</h2>
          <Journeys words={history} />
        </section>
        <section>
          <h2>{words.offtakers}</h2>
          <p className="sm" dir="ltr">
            {OFFTAKERS_2019.join(', ')}.
          </p>
          <p className="sm mut">{words.offtakersNote}</p>
          <SourceLine words={history} sources={OFFTAKERS_2019_SOURCES} />
        </section>
      </div>
      <section className="data-note">
        <h2>{words.data}</h2>
        <p>{words.dataReal}</p>
        <p>{words.dataSample}</p>
      </section>
    </main>
  )
}

function Funnels({ words, history }: { words: PageWords['about']['funnel']; history: PageWords['history'] }) {
  const locale = useLocale()
  const n = (value: number) => formatNumber(value, locale)
  const columns = ['registered', 'passedAdministration', 'attendedStage1', 'passedStage1'] as const
  return (
    <table className="tbl years">
      <thead>
        <tr>
          <th scope="col">{words.edition}</th>
          {[...columns, 'stage2' as const, 'province' as const].map((column) => (
            <th key={column} scope="col" className="num">
              {words[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {PROGRAMME_FUNNELS.map((funnel) => (
          <tr key={funnel.year}>
            <th scope="row">
              <bdi>{funnel.year}</bdi>
            </th>
            {columns.map((column) => (
              <td key={column} className="num" data-label={words[column]}>
                {n(funnel[column])}
              </td>
            ))}
            <td className="num" data-label={words.stage2}>
              {n(funnel.stage2)}
              {funnel.judgedStage2 === null ? null : (
                <small>{fill(history.judged, { count: n(funnel.judgedStage2) })}</small>
              )}
            </td>
            <td className="num" data-label={words.province}>
              <bdi dir={locale === 'ar' ? 'rtl' : 'ltr'}>
                {funnel.province.map(n).join(locale === 'ar' ? ' ← ' : ' → ')}
              </bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Journeys({ words }: { words: PageWords['history'] }) {
  const locale = useLocale()
  return (
    <>
      <dl className="ledger">
        {PROGRAMME_JOURNEYS.map((journey) => (
          <div key={`${journey.year} ${journey.place}`}>
            <dt>
              <bdi>{journey.year}</bdi>
            </dt>
            <dd>
              {words.places[journey.place]}
              {journey.shown !== null && journey.curated !== null ? (
                <small>
                  {fill(words.shown, {
                    shown: formatNumber(journey.shown, locale),
                    curated: formatNumber(journey.curated, locale),
                  })}
                </small>
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
      <SourceLine words={words} sources={PROGRAMME_JOURNEYS.flatMap((journey) => journey.sources)} />
    </>
  )
}
