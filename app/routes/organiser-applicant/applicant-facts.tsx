import { FoundText } from '~/app/components/found-text'
import { Fact, Ledger } from '~/app/components/ledger'
import { fill, fillPlural } from '~/app/i18n/fill'
import { formatDay } from '~/app/i18n/format'
import { useLocale, useWords } from '~/app/i18n/use-words'
import type { OrganisationFacts } from '~/domain/organisation/applicant-view'
import { localized } from '~/domain/shared/locale'
import type { ApplicantWords } from './applicant-words'

interface ApplicantFactsProps {
  applicant: { facts: OrganisationFacts; country: string | null; drafts: number; needs: number }
  words: ApplicantWords
}

/** All that was handed in, and what was got ready since. */
export function ApplicantFacts({ applicant: { facts, country, drafts, needs }, words }: ApplicantFactsProps) {
  const said = words.applicant
  const locale = useLocale()
  const { trade } = useWords()
  const story = localized(facts.story, locale)
  const isPesantren = facts.kind === 'pesantren'
  const ready = [
    drafts > 0 ? fillPlural(said.drafts, drafts, locale) : null,
    needs > 0 ? fillPlural(said.needs, needs, locale) : null,
  ].filter((part) => part !== null)
  return (
    <section>
      <h2>{said.facts}</h2>
      <Ledger>
        <Fact label={said.name}>
          <bdi>{facts.name}</bdi>
        </Fact>
        <Fact label={said.nameArabic}>
          {facts.nameArabic ? <bdi lang="ar">{facts.nameArabic}</bdi> : null}
        </Fact>
        {isPesantren ? (
          <Fact
            label={said.place}
            note={facts.district ? fill(said.district, { name: facts.district.name }) : undefined}
          >
            {facts.regency ? trade.regency(facts.regency.code, facts.regency.name) : null}
          </Fact>
        ) : (
          <Fact label={said.country}>{country}</Fact>
        )}
        {isPesantren ? (
          <>
            <Fact label={said.field}>{facts.field ? trade.fields[facts.field] : null}</Fact>
            <Fact label={said.whatsapp}>
              {facts.whatsappE164 ? <bdi dir="ltr">{facts.whatsappE164}</bdi> : null}
            </Fact>
          </>
        ) : null}
        <Fact label={said.story}>{story ? <FoundText of={story} /> : null}</Fact>
        <Fact label={said.handedIn}>{formatDay(facts.createdAt, locale)}</Fact>
        <Fact label={said.ready}>
          {ready.length > 0 ? ready.join(locale === 'ar' ? '، ' : ', ') : said.nothingYet}
        </Fact>
      </Ledger>
    </section>
  )
}
