import { useEffect, useRef } from 'react'
import { Icon } from '~/app/components/icon'
import { fill } from '~/app/i18n/fill'
import type { PageWords } from '~/app/i18n/page-words.server'
import { useWords } from '~/app/i18n/use-words'
import { SPOKEN_LANGUAGES } from '~/domain/booth/booth-fields'
import type { PlaceChoice } from '~/domain/booth/own-booth'
import {
  type BoothFact,
  type BoothInput,
  OWN_COLOUR,
  openField,
  type TypedBooth,
} from '~/domain/booth/typed-booth'
import type { BusinessField } from '~/domain/shared/enums'
import { WEEKDAYS } from '~/domain/shared/opening-hours'
import type { BoothAnswer } from './booth-form-state'
import { boothFieldId } from './fields-props'

interface BoothNoticesProps {
  answer: BoothAnswer
  faults: { name: BoothInput; sentence: string }[]
  regencies: PlaceChoice[]
  words: PageWords['studioBooth']
  motifs: PageWords['organiserPavilions']['motifs']
}

/** What came of sending the form: takes the focus, and leads to each field that is to be mended. */
export function BoothNotices({ answer, faults, regencies, words, motifs }: BoothNoticesProps) {
  const box = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: anew with each answer
  useEffect(() => box.current?.focus(), [answer.at])
  const isBad = answer.kind === 'refused' || answer.kind === 'changed'
  return (
    <div className={`note ${isBad ? 'bad' : ''}`} role={isBad ? 'alert' : 'status'} tabIndex={-1} ref={box}>
      <Icon name={isBad ? 'triangle-alert' : 'info'} />
      <div className="stack">
        {answer.kind === 'shown' ? <p>{words.shown}</p> : null}
        {answer.kind === 'copied' ? <p>{words.copied}</p> : null}
        {answer.kind === 'districts' ? <p>{words.districtsHere}</p> : null}
        {answer.changed ? (
          <Differences
            changed={answer.changed}
            typed={answer.typed}
            regencies={regencies}
            words={words}
            motifs={motifs}
          />
        ) : null}
        {faults.length > 0 ? (
          <>
            <b>{words.fix}</b>
            <ul>
              {faults.map(({ name, sentence }) => (
                <li key={name}>
                  <a href={`#${boothFieldId(name)}`}>{sentence}</a>
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </div>
    </div>
  )
}

/** Somebody else saved meanwhile: fact by fact what one has typed and what is stored, which can be taken. */
function Differences({
  changed: { facts, stored },
  typed,
  regencies,
  words,
  motifs,
}: Omit<BoothNoticesProps, 'answer' | 'faults'> & {
  changed: NonNullable<BoothAnswer['changed']>
  typed: TypedBooth
}) {
  const said = useSaid({ words, motifs, regencies })
  return (
    <>
      <b>{words.changedTitle}</b>
      <p>{facts.length === 0 ? words.changedSame : words.changedText}</p>
      {facts.length === 0 ? null : (
        <>
          <dl className="stored">
            {facts.map((fact) => (
              <div key={fact}>
                <dt>{words.facts[fact]}</dt>
                <dd>
                  <span className="mut">{words.yours}: </span>
                  <bdi>{said(fact, typed)}</bdi>
                </dd>
                <dd>
                  <span className="mut">{words.theirs}: </span>
                  <bdi>{said(fact, stored)}</bdi>
                </dd>
                <dd>
                  <button
                    type="submit"
                    form="booth-form"
                    name="intent"
                    value={`take/${fact}`}
                    className="btn s line"
                    aria-label={fill(words.takeNamed, { label: words.facts[fact] })}
                  >
                    {words.take}
                  </button>
                </dd>
              </div>
            ))}
          </dl>
          <p>{words.changedHow}</p>
        </>
      )}
    </>
  )
}

function useSaid({ words, motifs, regencies }: Pick<BoothNoticesProps, 'words' | 'motifs' | 'regencies'>) {
  const { trade } = useWords()
  const colour = (typed: TypedBooth, name: 'colour' | 'accent') =>
    typed[name] === OWN_COLOUR ? typed[`${name}Own`] : typed[name] || words.asPavilion
  const span = (typed: TypedBooth, day: (typeof WEEKDAYS)[number], at: 0 | 1) => {
    const [from, to] = [typed[openField(day, at, 'from')], typed[openField(day, at, 'to')]]
    return from || to ? `${from}–${to}` : null
  }
  return (fact: BoothFact, typed: TypedBooth): string => {
    switch (fact) {
      case 'colour':
      case 'accent':
        return colour(typed, fact)
      case 'motif':
        return motifs[typed.motif as keyof typeof motifs]?.name ?? words.asPavilion
      case 'field':
        return trade.fields[typed.field as BusinessField] ?? words.empty
      case 'hasExported':
        return typed.hasExported === 'yes' ? words.yes : typed.hasExported === 'no' ? words.no : words.notSaid
      case 'regencyCode': {
        const found = regencies.find(({ code }) => code === typed.regencyCode)
        return found ? trade.regency(found.code, found.name) : words.empty
      }
      case 'languages':
        return (
          SPOKEN_LANGUAGES.filter((code) => typed[`speaks.${code}`] === 'on')
            .map((code) => trade.language(code))
            .join(', ') || words.empty
        )
      case 'openingHours':
        return (
          WEEKDAYS.flatMap((day) => {
            const spans = [span(typed, day, 0), span(typed, day, 1)].filter(Boolean)
            return spans.length > 0 ? [`${words.days[day]} ${spans.join(', ')}`] : []
          }).join('; ') || words.empty
        )
      default:
        return typed[fact] || words.empty
    }
  }
}
