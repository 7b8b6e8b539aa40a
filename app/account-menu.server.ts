import { actingOrganisation, type Viewer, type ViewerOrganisation } from '~/domain/account/viewer'
import type { OrganisationKind } from '~/domain/shared/enums'
import type { Locale } from '~/domain/shared/locale'
import { type PageWords, pageWords } from './i18n/page-words.server'

/** What the header shows of somebody who is signed in, said in the language of the page: visitors load none of it. */
export interface AccountMenu {
  label: string
  /** For whom they act, or who they are. */
  name: string
  /** The sign of whom they act for, in both scripts. */
  sign: { name: string; nameArabic: string | null } | null
  personName: string
  isSample: boolean
  /** Addresses without the language. */
  links: { path: string; label: string }[]
  /** Their other organisations. */
  others: { id: string; name: string }[]
  /** While visitors don't see its booth: where that stands. */
  standing: string | null
  actFor: string
  signOut: string
}

/** What the header shows beside what everybody's has; nothing for visitors with an empty cart. */
export interface HeaderData {
  account: AccountMenu | null
  /** 'Cart (2)' */
  cart: string | null
}

export function accountMenu(viewer: Viewer, locale: Locale): AccountMenu {
  const words = pageWords('account', locale).menu
  const acting = actingOrganisation(viewer)
  const nameOf = ({ name, nameArabic }: Viewer['organisations'][number]) =>
    (locale === 'ar' && nameArabic) || name
  return {
    label: words.account,
    name: acting ? nameOf(acting) : viewer.personName || words.account,
    sign: acting && { name: acting.name, nameArabic: acting.nameArabic },
    personName: viewer.personName,
    isSample: acting?.isSample ?? false,
    links: linksOf(acting, words),
    others: viewer.organisations
      .filter((organisation) => organisation !== acting)
      .map((organisation) => ({ id: organisation.id, name: nameOf(organisation) })),
    standing:
      acting?.kind === 'pesantren' && acting.boothState !== 'published'
        ? pageWords('boothStanding', locale).bar[acting.boothState]
        : null,
    actFor: words.actFor,
    signOut: words.signOut,
  }
}

function linksOf(
  acting: ViewerOrganisation | null,
  words: PageWords['account']['menu'],
): AccountMenu['links'] {
  const me = { path: '/account', label: words.me }
  if (!acting)
    return [{ path: '/orders', label: words.sampleOrders }, { path: '/join', label: words.join }, me]
  const own = [{ path: '/team', label: words.team }, me]
  if (acting.verification !== 'verified') own.unshift({ path: '/verification', label: words.verification })
  return [...LINKS[acting.kind].map(([path, word]) => ({ path, label: words[word] })), ...own]
}

type MenuWord = Exclude<keyof PageWords['account']['menu'], 'account' | 'actFor' | 'signOut'>
type MenuLinks = readonly (readonly [path: string, word: MenuWord])[]

const COMPANY: MenuLinks = [
  ['/needs', 'needs'],
  ['/meetings', 'meetings'],
  ['/orders', 'sampleOrders'],
]
const LINKS: Readonly<Record<OrganisationKind, MenuLinks>> = {
  pesantren: [
    ['/studio', 'studio'],
    ['/studio/meetings', 'meetings'],
    ['/studio/open-times', 'openTimes'],
    ['/studio/products', 'products'],
    ['/studio/inquiries', 'inquiries'],
  ],
  offtaker: COMPANY,
  buyer: COMPANY,
  organiser: [
    ['/organiser/verification', 'applicants'],
    ['/organiser/booths', 'newBooths'],
    ['/organiser/duplicates', 'duplicates'],
    ['/organiser/messages', 'messages'],
    ['/organiser/pavilions', 'pavilions'],
    ['/needs', 'needs'],
    ['/meetings', 'meetings'],
  ],
}
