import { Link } from '@remix-run/react'
import { Fact, Ledger } from '~/app/components/ledger'
import { fill, fillPlural } from '~/app/i18n/fill'
import { formatDay } from '~/app/i18n/format'
import { useLocale, useLocalePath, useWords } from '~/app/i18n/use-words'
import type { Belongings, MergeSide } from '~/domain/organisation/read-merge.server'
import type { MergePageWords } from './merge-words'

interface MergeSidesProps {
  sides: readonly MergeSide[]
  keptId: string
  words: MergePageWords
}

/** The two beside each other, and which of them stays. */
export function MergeSides({ sides, keptId, words }: MergeSidesProps) {
  return (
    <fieldset className="sides">
      <legend>{words.merge.keep}</legend>
      {sides.map((side) => (
        <Side key={side.facts.id} side={side} isKept={side.facts.id === keptId} words={words} />
      ))}
    </fieldset>
  )
}

function Side({ side, isKept, words }: { side: MergeSide; isKept: boolean; words: MergePageWords }) {
  const { facts, members, belongings } = side
  const said = words.applicant
  const locale = useLocale()
  const to = useLocalePath()
  const { trade } = useWords()
  const has = (Object.keys(words.merge.counts) as (keyof Belongings)[])
    .filter((key) => belongings[key] > 0)
    .map((key) => fillPlural(words.merge.counts[key], belongings[key], locale))
  return (
    <div className={isKept ? 'kept' : undefined}>
      <h2>
        <Link to={to(`/organiser/verification/${facts.id}`)}>
          <bdi>{facts.name}</bdi>
        </Link>
      </h2>
      <label className="tick">
        <input key={String(isKept)} type="radio" name="keep" value={facts.id} defaultChecked={isKept} />
        {words.merge.keepThis}
        <span className="vh">
          {': '}
          <bdi>{facts.name}</bdi>
        </span>
      </label>
      <Ledger>
        <Fact label={words.applicant.nameArabic}>
          {facts.nameArabic ? <bdi lang="ar">{facts.nameArabic}</bdi> : null}
        </Fact>
        <Fact label={words.merge.state}>
          <span className={`tag ${facts.verification === 'verified' ? 'ok' : 'warn'}`}>
            {words.states[facts.verification]}
          </span>
        </Fact>
        <Fact
          label={said.place}
          note={facts.district ? fill(said.district, { name: facts.district.name }) : undefined}
        >
          {facts.regency ? trade.regency(facts.regency.code, facts.regency.name) : null}
        </Fact>
        <Fact label={said.whatsapp}>
          {facts.whatsappE164 ? <bdi dir="ltr">{facts.whatsappE164}</bdi> : null}
        </Fact>
        <Fact label={said.handedIn}>{formatDay(facts.createdAt, locale)}</Fact>
        <Fact
          label={said.people}
          note={members.length > 0 ? fillPlural(words.merge.members, members.length, locale) : undefined}
        >
          {members.length > 0
            ? members.map(({ personId, name, role, phoneE164, email }) => (
                <span key={personId} className="one">
                  <bdi>{name || said.nameless}</bdi> <span className="mut">({said.roles[role]})</span>{' '}
                  <bdi dir="ltr" className="mut sm">
                    {phoneE164 ?? email}
                  </bdi>
                </span>
              ))
            : null}
        </Fact>
        <Fact label={words.merge.belongings}>
          {has.length > 0 ? has.join(locale === 'ar' ? '، ' : ', ') : words.merge.nothing}
        </Fact>
      </Ledger>
    </div>
  )
}
