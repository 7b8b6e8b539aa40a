import { Link } from '@remix-run/react'
import { EmptyShelf } from '~/app/components/empty-shelf'
import { Filled } from '~/app/components/filled'
import { Icon } from '~/app/components/icon'
import { fillPlural } from '~/app/i18n/fill'
import { formatNumber } from '~/app/i18n/format'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import { listed, type MatchWords } from '~/app/match-sentences'
import type { MatchesView, NeedView } from '~/domain/need/need-view'

type Left = MatchesView['left']

/** How many are left out by which rule, and examples of each. */
export function LeftOut({ left, words }: { left: Left; words: MatchWords }) {
  const locale = useLocale()
  if (left.length === 0) return null
  return (
    <details className="left-out sm">
      <summary>
        <LeftSentence left={left} words={words} /> <span className="as-link">{words.leftWhy}</span>
      </summary>
      <ul>
        {left.map(({ because, count, examples }) => (
          <li key={because}>
            <b>{fillPlural(words.left[because], count, locale, { count: formatNumber(count, locale) })}.</b>{' '}
            {examples.length > 0 ? <Examples examples={examples} words={words} /> : null}
          </li>
        ))}
      </ul>
    </details>
  )
}

function LeftSentence({ left, words }: { left: Left; words: MatchWords }) {
  const locale = useLocale()
  const counted = (forms: Parameters<typeof fillPlural>[0], count: number) =>
    fillPlural(forms, count, locale, { count: formatNumber(count, locale) })
  const total = left.reduce((sum, { count }) => sum + count, 0)
  return (
    <>
      <b>{counted(words.leftOut, total)}</b>{' '}
      {listed(
        left.map(({ because, count }) => counted(words.left[because], count)),
        locale,
      )}
      .
    </>
  )
}

function Examples({ examples, words }: { examples: Left[number]['examples']; words: MatchWords }) {
  const to = useLocalePath()
  const locale = useLocale()
  const names = examples.map(({ slug, name }, index) => (
    <span key={slug}>
      {index > 0 ? (locale === 'ar' ? '، ' : ', ') : null}
      <Link to={to(`/booths/${slug}`)}>
        <bdi lang="id">{name}</bdi>
      </Link>
    </span>
  ))
  return <Filled sentence={words.leftExamples} values={{ names }} />
}

/** No match: why, and which change finds some. */
export function NoMatch({ need, left, words }: { need: NeedView; left: Left; words: MatchWords }) {
  const to = useLocalePath()
  // Those who make the goods are nearer than those who make others.
  const nearest = left.find(({ because }) => because !== 'other-goods') ?? left[0]
  return (
    <EmptyShelf title={nearest ? words.noneTitle : words.nothing}>
      {left.length > 0 ? (
        <p className="sm">
          <LeftSentence left={left} words={words} />
        </p>
      ) : null}
      <p>{words.loosen[nearest?.because ?? 'other-goods']}</p>
      {nearest && nearest.examples.length > 0 ? (
        <p className="sm mut">
          <Examples examples={nearest.examples} words={words} />
        </p>
      ) : null}
      {need.isMine ? (
        <Link className="btn pri" to={to(`/needs/${need.id}/edit`)}>
          <Icon name="sliders-horizontal" />
          {need.state === 'closed' ? words.reopen : words.edit}
        </Link>
      ) : null}
    </EmptyShelf>
  )
}
