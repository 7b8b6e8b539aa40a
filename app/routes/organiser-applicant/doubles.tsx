import { Link } from '@remix-run/react'
import { fill } from '~/app/i18n/fill'
import { useLocale, useLocalePath, useWords } from '~/app/i18n/use-words'
import { partyName } from '~/app/party-name'
import type { OrganisationFacts } from '~/domain/organisation/applicant-view'
import type { SimilarOrganisation } from '~/domain/shared/similar-organisations.server'
import type { ApplicantWords } from './applicant-words'

interface DoublesProps {
  facts: Pick<OrganisationFacts, 'id'>
  doubles: readonly SimilarOrganisation[]
  words: ApplicantWords
}

/** Whom it may be, and why: never a score without its reasons. */
export function Doubles({ facts, doubles, words }: DoublesProps) {
  const said = words.applicant
  const locale = useLocale()
  const to = useLocalePath()
  const { trade } = useWords()
  return (
    <section>
      <h2>{said.doubles}</h2>
      {doubles.length === 0 ? (
        <p className="mut">{said.noDoubles}</p>
      ) : (
        <ul className="doubles">
          {doubles.map((double) => (
            <li key={double.id}>
              <p>
                <Link to={to(`/organiser/verification/${double.id}`)}>
                  <b>
                    <bdi>{partyName(double, locale)}</bdi>
                  </b>
                </Link>{' '}
                <span className="mut sm">
                  <bdi>
                    {[
                      double.regencyCode && double.regencyName
                        ? trade.regency(double.regencyCode, double.regencyName)
                        : null,
                      double.districtName ? fill(said.district, { name: double.districtName }) : null,
                    ]
                      .filter(Boolean)
                      .join(locale === 'ar' ? '، ' : ', ')}
                  </bdi>
                </span>
              </p>
              <p className="row wrapx">
                {whyWords(double, said.why).map((why) => (
                  <span key={why} className="tag">
                    {why}
                  </span>
                ))}
              </p>
              <Link className="btn line s" to={to(`/organiser/duplicates/${facts.id}/${double.id}`)}>
                {said.compare}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function whyWords(
  { nameScore, sameDistrict, sameRegency, samePhone }: SimilarOrganisation,
  why: ApplicantWords['applicant']['why'],
): string[] {
  return [
    samePhone ? why.phone : null,
    fill(why.name, { percent: Math.round(nameScore * 100) }),
    sameDistrict ? why.district : sameRegency ? why.regency : null,
  ].filter((part) => part !== null)
}
