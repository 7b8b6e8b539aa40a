import type { Certification } from '~/domain/shared/enums'
import type { Offer } from './offer'

type Papers = Pick<Offer, 'verifiedPapers' | 'declaredPapers'>

/** The paper itself, without who vouches for it. */
export function paperOf(certification: Certification): Certification {
  return certification === 'halal-verified' ? 'halal' : certification
}

/** Who vouches for a paper of the offer: the organiser, only the pesantren, or nobody. */
export function standingOf(paper: Certification, offer: Papers): 'verified' | 'declared' | 'none' {
  const { verifiedPapers: verified, declaredPapers: declared } = offer
  const plain = paperOf(paper)
  if (verified.has(plain) || (plain === 'halal' && verified.has('halal-verified'))) return 'verified'
  return declared.has(plain) ? 'declared' : 'none'
}

/** The required papers that the offer lacks. Whoever asks for the organiser's word isn't content with less. */
export function lackingPapers(required: readonly Certification[], offer: Papers): Certification[] {
  return required.filter((paper) => {
    const standing = standingOf(paper, offer)
    return paper === 'halal-verified' ? standing !== 'verified' : standing === 'none'
  })
}
