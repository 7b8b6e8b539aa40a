import type { CertificateState } from '~/domain/shared/enums'
import type { Paper } from '~/domain/shared/shelf'
import { formatDay } from '../i18n/format'
import { useLocale, useWords } from '../i18n/use-words'
import { Icon } from './icon'
import './certificate-list.css'

const MARKS = {
  verified: { icon: 'badge-check', tone: 'ok-t', tag: 'tag ok' },
  declared: { icon: 'file-text', tone: 'mut', tag: 'tag' },
  applied: { icon: 'circle-dashed', tone: 'warn-t', tag: 'tag warn' },
} as const

/** Papers with who vouches for them, and what those words mean. */
export function CertificateList({ papers }: { papers: readonly Paper[] }) {
  const words = useWords()
  const states = (['verified', 'declared', 'applied'] as const).filter((state) =>
    papers.some((paper) => paper.state === state),
  )
  if (papers.length === 0) return <p className="mut cert none">{words.product.noCertificates}</p>
  return (
    <>
      <ul className="cert">
        {papers.map((paper) => (
          <PaperRow key={`${paper.kind} ${paper.number} ${paper.state}`} paper={paper} />
        ))}
      </ul>
      <p className="sm mut cert-note">
        {states.map((state) => (
          <span key={state}>
            <b>{words.common[state]}</b>
            {`: ${meaning(words.product, state)} `}
          </span>
        ))}
      </p>
    </>
  )
}

function meaning(
  words: { whatVerified: string; whatDeclared: string; whatApplied: string },
  state: CertificateState,
): string {
  return { verified: words.whatVerified, declared: words.whatDeclared, applied: words.whatApplied }[state]
}

function PaperRow({ paper }: { paper: Paper }) {
  const words = useWords()
  const locale = useLocale()
  const mark = MARKS[paper.state]
  const day = (iso: string) => formatDay(new Date(`${iso}T12:00:00Z`), locale)
  const details = [
    paper.number ? words.product.certificateNumber(paper.number) : null,
    paper.verifiedOn ? words.product.verifiedOn(day(paper.verifiedOn)) : null,
    paper.expiresOn ? words.product.validTo(day(paper.expiresOn)) : null,
  ].filter((detail) => detail !== null)
  return (
    <li>
      <span className={mark.tone}>
        <Icon name={mark.icon} />
      </span>
      <span>
        <b>{words.trade.papers[paper.kind]}</b>
        {details.map((detail) => (
          <span key={detail} className="sm mut detail">
            {detail}
          </span>
        ))}
      </span>
      <span className={mark.tag}>{words.common[paper.state]}</span>
    </li>
  )
}
