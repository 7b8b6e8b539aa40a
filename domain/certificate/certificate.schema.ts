import { z } from 'zod'
import { CERTIFICATE_KINDS, type CertificateKind } from '../shared/enums'
import { isIsoDay } from '../shared/iso-day'
import { typedLine } from '../shared/typed-text'

export const CERTIFICATE_PROBLEMS = [
  'choose-one',
  'number-missing',
  'too-long',
  'not-a-day',
  'file-too-large',
  'file-not-a-photo',
  'file-heic',
] as const
export type CertificateProblem = (typeof CERTIFICATE_PROBLEMS)[number]
export type CertificateField = 'kind' | 'number' | 'expiresOn' | 'productId' | 'file'
export type CertificateProblems = Partial<Record<CertificateField, CertificateProblem>>

export const TYPED_CERTIFICATE = ['kind', 'number', 'expiresOn', 'productId', 'state'] as const
/** The form as typed. */
export type TypedCertificate = Record<(typeof TYPED_CERTIFICATE)[number], string>

export interface CertificateFields {
  kind: CertificateKind
  number: string | null
  /** ISO day; null: it says no end. */
  expiresOn: string | null
  /** null: of the whole pesantren. */
  productId: string | null
  /** Applied for and not there yet, or held. */
  state: 'applied' | 'declared'
}

const LONGEST_NUMBER = 60

export function readTypedCertificate(form: Pick<FormData, 'get'>): TypedCertificate {
  const entries = TYPED_CERTIFICATE.map((name) => [name, typedLine(form.get(name)).slice(0, 500)] as const)
  return Object.fromEntries(entries) as TypedCertificate
}

const text = z.string()

/** A paper as typed. Its number may look odd (see certificate-format.ts): that is told, not refused. */
export const certificateSchema = z
  .object({ kind: text, number: text, expiresOn: text, productId: text, state: text })
  .transform((typed, context): CertificateFields => {
    const issue = (field: CertificateField, message: CertificateProblem) =>
      context.addIssue({ code: 'custom', path: [field], message })
    const kind = CERTIFICATE_KINDS.find((known) => known === typed.kind)
    if (!kind) issue('kind', 'choose-one')
    const state = typed.state === 'applied' ? 'applied' : 'declared'
    if (!typed.number && state === 'declared' && kind !== 'lab') issue('number', 'number-missing')
    if (typed.number.length > LONGEST_NUMBER) issue('number', 'too-long')
    if (typed.expiresOn && !isIsoDay(typed.expiresOn)) issue('expiresOn', 'not-a-day')
    return {
      // The issue above keeps what stands in from being used.
      kind: kind ?? 'lab',
      number: typed.number || null,
      expiresOn: typed.expiresOn || null,
      productId: typed.productId || null,
      state,
    }
  })

export function certificateProblems(error: z.ZodError): CertificateProblems {
  const found: CertificateProblems = {}
  for (const issue of error.issues) {
    const code = CERTIFICATE_PROBLEMS.find((known) => known === issue.message)
    if (code) found[String(issue.path[0]) as CertificateField] ??= code
  }
  return found
}
