import { Filled } from '~/app/components/filled'
import { fill, fillPlural } from '~/app/i18n/fill'
import { formatMoney } from '~/app/i18n/format'
import type { PageWords } from '~/app/i18n/page-words.server'
import { useLocale } from '~/app/i18n/use-words'
import { CLOSE } from '~/domain/account/deletion'
import type { DeletionView } from '~/domain/account/read-deletion.server'
import { money } from '~/domain/shared/money'
import { choiceName } from './choices'

interface PartingsProps {
  organisations: DeletionView['organisations']
  choices: Readonly<Record<string, string>>
  words: PageWords['me']['remove']
}

/** What becomes of each organisation of who leaves. */
export function Partings({ organisations, choices, words }: PartingsProps) {
  if (organisations.length === 0) return null
  return (
    <>
      <h2>{words.organisations}</h2>
      {organisations.map((organisation) => (
        <Parting
          key={organisation.id}
          organisation={organisation}
          chosen={choices[organisation.id]}
          words={words}
        />
      ))}
    </>
  )
}

function Parting({
  organisation,
  chosen,
  words,
}: {
  organisation: PartingsProps['organisations'][number]
  chosen: string | undefined
  words: PartingsProps['words']
}) {
  const locale = useLocale()
  const name = (locale === 'ar' && organisation.nameArabic) || organisation.name
  const said = (sentence: string) => <Filled sentence={sentence} values={{ name: <bdi>{name}</bdi> }} />
  const field = choiceName(organisation.id)
  if (organisation.parting === 'none') return <p>{said(words.goesOn)}</p>
  if (organisation.parting === 'stuck') return <p>{words.stuck}</p>
  const heirs = organisation.parting === 'choose' ? organisation.others : []
  return (
    <fieldset>
      <legend>{said(heirs.length > 0 ? words.lastOwner : words.alone)}</legend>
      {heirs.map((heir) => (
        <label key={heir.personId} className="choice">
          <input type="radio" name={field} value={heir.personId} defaultChecked={chosen === heir.personId} />
          <span>{fill(words.handOver, { name: heir.name || words.unnamed })}</span>
        </label>
      ))}
      <label className="choice">
        <input type="radio" name={field} value={CLOSE} defaultChecked={chosen === CLOSE} />
        <span>
          <b>{words.close}</b>
          <br />
          <span className="sm mut">
            {words.closeText}{' '}
            {organisation.openMeetings > 0
              ? fillPlural(words.closeMeetings, organisation.openMeetings, locale)
              : null}{' '}
            {organisation.unsentOrders.count > 0
              ? fillPlural(words.closeOrders, organisation.unsentOrders.count, locale, {
                  amount: formatMoney(money(organisation.unsentOrders.refundMinor), locale),
                })
              : null}
          </span>
        </span>
      </label>
    </fieldset>
  )
}
