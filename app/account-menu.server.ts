import { actingOrganisation, type Viewer } from '~/domain/account/viewer'
import type { OrganisationKind } from '~/domain/shared/enums'
import type { Locale } from '~/domain/shared/locale'
import { type PageWords, pageWords } from './i18n/page-words.server'

/** What the header shows of somebody who is signed in, said in the language of the page: visitors load none of it. */
export interface AccountMenu {
  label: string
  /** For whom they act, or who they are. */
  name: string
  personName: string
  isSample: boolean
  /** Addresses without the language. */
  links: { path: string; label: string }[]
  /** Their other organisations. */
  others: { id: string; name: string }[]
  actFor: string
  signOut: string
}

export function accountMenu(viewer: Viewer, locale: Locale): AccountMenu {
  const words = pageWords('account', locale).menu
  const acting = actingOrganisation(viewer)
  const nameOf = ({ name, nameArabic }: Viewer['organisations'][number]) =>
    (locale === 'ar' && nameArabic) || name
  return {
    label: words.account,
    name: acting ? nameOf(acting) : viewer.personName,
    personName: viewer.personName,
    isSample: acting?.isSample ?? false,
    links: linksOf(acting?.kind, words),
    others: viewer.organisations
      .filter((organisation) => organisation !== acting)
      .map((organisation) => ({ id: organisation.id, name: nameOf(organisation) })),
    actFor: words.actFor,
    signOut: words.signOut,
  }
}

function linksOf(
  kind: OrganisationKind | undefined,
  words: PageWords['account']['menu'],
): AccountMenu['links'] {
  if (!kind) return []
  if (kind === 'pesantren') {
    return [
      { path: '/studio/meetings', label: words.meetings },
      { path: '/studio/open-times', label: words.openTimes },
      { path: '/studio/products', label: words.products },
    ]
  }
  return [
    { path: '/needs', label: words.needs },
    { path: '/meetings', label: words.meetings },
  ]
}
