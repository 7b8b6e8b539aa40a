import { and, asc, eq, ne } from 'drizzle-orm'
import { certificate } from '~/db/schema/certificate'
import { product } from '~/db/schema/product'
import { actingMembership, mayWrite } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { type Locale, localized } from '../shared/locale'
import { readCertificates } from './certificate-rows.server'
import type { OwnCertificate } from './own-certificate'

/** More goods than a list can be chosen from. */
const MOST_GOODS = 200

export interface OwnCertificates {
  papers: OwnCertificate[]
  /** What a paper can be of, besides the whole pesantren. */
  goods: { id: string; name: string }[]
  mayWrite: boolean
}

/**
 * All papers of the pesantren for which the actor acts. Two queries.
 * @throws AppError 'forbidden' for everybody who is not of a pesantren.
 */
export async function listOwnCertificates(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  { locale }: { locale: Locale },
): Promise<OwnCertificates> {
  const acting = actingMembership(actor)
  if (acting?.organisationKind !== 'pesantren') throw new AppError('forbidden')
  const { organisationId } = acting
  const [papers, goods] = await Promise.all([
    readCertificates(db, eq(certificate.organisationId, organisationId), locale),
    db
      .select({ id: product.id, name: product.name, slug: product.slug })
      .from(product)
      .where(and(eq(product.organisationId, organisationId), ne(product.state, 'archived')))
      .orderBy(asc(product.position), asc(product.id))
      .limit(MOST_GOODS),
  ])
  return {
    papers,
    goods: goods.map(({ id, name, slug }) => ({ id, name: localized(name, locale)?.text ?? slug })),
    mayWrite: mayWrite(acting),
  }
}
