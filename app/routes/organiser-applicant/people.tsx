import type { Contact, Member } from '~/domain/organisation/applicant-view'
import type { ApplicantWords } from './applicant-words'

/** Who acts for it, with what the organiser can reach them by. */
export function People({ members, words }: { members: readonly Member[]; words: ApplicantWords }) {
  const said = words.applicant
  return (
    <section>
      <h2>{said.people}</h2>
      {members.length === 0 ? (
        <p className="mut">{said.nobody}</p>
      ) : (
        <ul className="people">
          {members.map((member) => (
            <li key={member.personId}>
              <Reachable contact={member} words={words} role={said.roles[member.role]} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

export function Reachable({
  contact,
  role,
  words,
}: {
  contact: Contact
  role?: string
  words: ApplicantWords
}) {
  const said = words.applicant
  const mark = (isProven: boolean) => (
    <span className={`tag ${isProven ? 'ok' : 'warn'}`}>{isProven ? said.proven : said.unproven}</span>
  )
  return (
    <>
      <p>
        <b>
          <bdi>{contact.name || said.nameless}</bdi>
        </b>
        {role ? <span className="mut">, {role}</span> : null}
      </p>
      {contact.phoneE164 ? (
        <p className="row wrapx">
          <a href={`tel:${contact.phoneE164}`}>
            <bdi dir="ltr">{contact.phoneE164}</bdi>
          </a>
          {mark(contact.phoneVerified)}
        </p>
      ) : null}
      {contact.email ? (
        <p className="row wrapx">
          <a href={`mailto:${contact.email}`}>
            <bdi dir="ltr">{contact.email}</bdi>
          </a>
          {mark(contact.emailVerified)}
        </p>
      ) : null}
    </>
  )
}
