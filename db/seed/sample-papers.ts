import type { CertificateKind } from '~/domain/shared/enums'
import type { certificate } from '../schema/certificate'
import type { Paper } from './catalogue/archetype'
import { type Chance, SAMPLE_INSTANT, sampleId } from './chance'

export type CertificateRow = typeof certificate.$inferInsert

const DAY = 86_400_000
const YEAR = 365 * DAY

const KINDS: Record<Paper, CertificateKind> = {
  halal: 'halal',
  pirt: 'pirt',
  bpom: 'bpom',
  cosmetic: 'bpom',
  'sni-3553': 'sni',
}

/** How likely goods of a sort have the paper at all. */
const SHARES: Record<Paper, number> = { halal: 0.88, pirt: 0.82, bpom: 0.6, cosmetic: 0.55, 'sni-3553': 0.7 }

/**
 * A number in the form of the real ones. The leading zeros keep it apart from them: no office has
 * given out such a number.
 */
function numberOf(paper: Paper, expiryYear: number, chance: Chance): string {
  if (paper === 'halal') return `ID0000${chance.digits(13)}`
  if (paper === 'pirt') return `000${chance.digits(10)}-${String(expiryYear).slice(2)}`
  if (paper === 'bpom') return `MD000${chance.digits(9)}`
  if (paper === 'cosmetic') return `NA000${chance.digits(8)}`
  return 'SNI 3553:2015'
}

/** Verified, declared or applied for: a verified paper is the exception's opposite only among exporters. */
function stateOf(chance: Chance, hasExported: boolean) {
  const share = chance.next()
  const verified = hasExported ? 0.75 : 0.5
  return share < verified ? 'verified' : share < verified + 0.35 * (1 - verified) * 2 ? 'declared' : 'applied'
}

export interface PaperOwner {
  organisationId: string
  productId: string | null
  hasExported: boolean
}

function certificateRow(
  name: string,
  owner: PaperOwner,
  paper: { kind: CertificateKind; number: string; expiresAt: Date | null },
  chance: Chance,
): CertificateRow {
  const state = stateOf(chance, owner.hasExported)
  const { expiresAt } = paper
  return {
    id: sampleId(`certificate:${name}`),
    organisationId: owner.organisationId,
    productId: owner.productId,
    kind: paper.kind,
    state,
    number: state === 'applied' ? null : paper.number,
    expiresOn: state === 'applied' || !expiresAt ? null : expiresAt.toISOString().slice(0, 10),
    verifiedAt:
      state === 'verified' ? new Date(SAMPLE_INSTANT.getTime() - chance.between(5, 300) * DAY) : null,
    isSample: true,
    createdAt: SAMPLE_INSTANT,
    updatedAt: SAMPLE_INSTANT,
  }
}

/** The papers of one product: those that its sort needs, in a plausible mix of states. */
export function productPapers(
  productId: string,
  papers: readonly Paper[],
  owner: PaperOwner,
  chance: Chance,
): CertificateRow[] {
  return papers
    .filter((paper) => chance.is(SHARES[paper]))
    .map((paper) => {
      const end = new Date(SAMPLE_INSTANT.getTime() + Math.round((0.7 + chance.next() * 3.2) * YEAR))
      // Newer halal certificates have no end; a standard's number has none either.
      const endless = paper === 'sni-3553' || (paper === 'halal' && chance.is(0.6))
      const paperNumber = numberOf(paper, end.getUTCFullYear(), chance)
      return certificateRow(
        `${productId}:${paper}`,
        owner,
        { kind: KINDS[paper], number: paperNumber, expiresAt: endless ? null : end },
        chance,
      )
    })
}

/** The business number (NIB, 13 digits) that most organisations have. */
export function organisationPapers(owner: PaperOwner, chance: Chance): CertificateRow[] {
  if (!chance.is(0.85)) return []
  const paperNumber = `0000${chance.digits(9)}`
  return [
    certificateRow(
      `${owner.organisationId}:nib`,
      owner,
      { kind: 'nib', number: paperNumber, expiresAt: null },
      chance,
    ),
  ]
}
