import { isLocale, type Locale } from '~/domain/shared/locale'
import { about as aboutAr } from './ar/about'
import { account as accountAr } from './ar/account'
import { boothMore as boothMoreAr } from './ar/booth-more'
import { boothStanding as boothStandingAr } from './ar/booth-standing'
import { certificates as certificatesAr } from './ar/certificates'
import { closedBooth as closedBoothAr } from './ar/closed-booth'
import { entering as enteringAr } from './ar/entering'
import { history as historyAr } from './ar/history'
import { home as homeAr } from './ar/home'
import { inquiries as inquiriesAr } from './ar/inquiries'
import { join as joinAr } from './ar/join'
import { match as matchAr } from './ar/match'
import { matching as matchingAr } from './ar/matching'
import { me as meAr } from './ar/me'
import { meeting as meetingAr } from './ar/meeting'
import { meetings as meetingsAr } from './ar/meetings'
import { myOrders as myOrdersAr } from './ar/my-orders'
import { need as needAr } from './ar/need'
import { openTimes as openTimesAr } from './ar/open-times'
import { organiser as organiserAr } from './ar/organiser'
import { organiserMessages as organiserMessagesAr } from './ar/organiser-messages'
import { organiserMoney as organiserMoneyAr } from './ar/organiser-money'
import { organiserOrders as organiserOrdersAr } from './ar/organiser-orders'
import { organiserPavilions as organiserPavilionsAr } from './ar/organiser-pavilions'
import { photos as photosAr } from './ar/photos'
import { privacy as privacyAr } from './ar/privacy'
import { samples as samplesAr } from './ar/samples'
import { searchMore as searchMoreAr } from './ar/search-more'
import { studioBooth as studioBoothAr } from './ar/studio-booth'
import { studioCsv as studioCsvAr } from './ar/studio-csv'
import { studioFigures as studioFiguresAr } from './ar/studio-figures'
import { studioHistory as studioHistoryAr } from './ar/studio-history'
import { studioHome as studioHomeAr } from './ar/studio-home'
import { studioOrders as studioOrdersAr } from './ar/studio-orders'
import { studioProducts as studioProductsAr } from './ar/studio-products'
import { studioSamples as studioSamplesAr } from './ar/studio-samples'
import { studioShelf as studioShelfAr } from './ar/studio-shelf'
import { team as teamAr } from './ar/team'
import { timetable as timetableAr } from './ar/timetable'
import { tours as toursAr } from './ar/tours'
import { verification as verificationAr } from './ar/verification'
import { about as aboutEn } from './en/about'
import { account as accountEn } from './en/account'
import { boothMore as boothMoreEn } from './en/booth-more'
import { boothStanding as boothStandingEn } from './en/booth-standing'
import { certificates as certificatesEn } from './en/certificates'
import { closedBooth as closedBoothEn } from './en/closed-booth'
import { entering as enteringEn } from './en/entering'
import { history as historyEn } from './en/history'
import { home as homeEn } from './en/home'
import { inquiries as inquiriesEn } from './en/inquiries'
import { join as joinEn } from './en/join'
import { match as matchEn } from './en/match'
import { matching as matchingEn } from './en/matching'
import { me as meEn } from './en/me'
import { meeting as meetingEn } from './en/meeting'
import { meetings as meetingsEn } from './en/meetings'
import { myOrders as myOrdersEn } from './en/my-orders'
import { need as needEn } from './en/need'
import { openTimes as openTimesEn } from './en/open-times'
import { organiser as organiserEn } from './en/organiser'
import { organiserMessages as organiserMessagesEn } from './en/organiser-messages'
import { organiserMoney as organiserMoneyEn } from './en/organiser-money'
import { organiserOrders as organiserOrdersEn } from './en/organiser-orders'
import { organiserPavilions as organiserPavilionsEn } from './en/organiser-pavilions'
import { photos as photosEn } from './en/photos'
import { privacy as privacyEn } from './en/privacy'
import { samples as samplesEn } from './en/samples'
import { searchMore as searchMoreEn } from './en/search-more'
import { studioBooth as studioBoothEn } from './en/studio-booth'
import { studioCsv as studioCsvEn } from './en/studio-csv'
import { studioFigures as studioFiguresEn } from './en/studio-figures'
import { studioHistory as studioHistoryEn } from './en/studio-history'
import { studioHome as studioHomeEn } from './en/studio-home'
import { studioOrders as studioOrdersEn } from './en/studio-orders'
import { studioProducts as studioProductsEn } from './en/studio-products'
import { studioSamples as studioSamplesEn } from './en/studio-samples'
import { studioShelf as studioShelfEn } from './en/studio-shelf'
import { team as teamEn } from './en/team'
import { timetable as timetableEn } from './en/timetable'
import { tours as toursEn } from './en/tours'
import { verification as verificationEn } from './en/verification'
import { about as aboutId } from './id/about'
import { account as accountId } from './id/account'
import { boothMore as boothMoreId } from './id/booth-more'
import { boothStanding as boothStandingId } from './id/booth-standing'
import { certificates as certificatesId } from './id/certificates'
import { closedBooth as closedBoothId } from './id/closed-booth'
import { entering as enteringId } from './id/entering'
import { history as historyId } from './id/history'
import { home as homeId } from './id/home'
import { inquiries as inquiriesId } from './id/inquiries'
import { join as joinId } from './id/join'
import { match as matchId } from './id/match'
import { matching as matchingId } from './id/matching'
import { me as meId } from './id/me'
import { meeting as meetingId } from './id/meeting'
import { meetings as meetingsId } from './id/meetings'
import { myOrders as myOrdersId } from './id/my-orders'
import { need as needId } from './id/need'
import { openTimes as openTimesId } from './id/open-times'
import { organiser as organiserId } from './id/organiser'
import { organiserMessages as organiserMessagesId } from './id/organiser-messages'
import { organiserMoney as organiserMoneyId } from './id/organiser-money'
import { organiserOrders as organiserOrdersId } from './id/organiser-orders'
import { organiserPavilions as organiserPavilionsId } from './id/organiser-pavilions'
import { photos as photosId } from './id/photos'
import { privacy as privacyId } from './id/privacy'
import { samples as samplesId } from './id/samples'
import { searchMore as searchMoreId } from './id/search-more'
import { studioBooth as studioBoothId } from './id/studio-booth'
import { studioCsv as studioCsvId } from './id/studio-csv'
import { studioFigures as studioFiguresId } from './id/studio-figures'
import { studioHistory as studioHistoryId } from './id/studio-history'
import { studioHome as studioHomeId } from './id/studio-home'
import { studioOrders as studioOrdersId } from './id/studio-orders'
import { studioProducts as studioProductsId } from './id/studio-products'
import { studioSamples as studioSamplesId } from './id/studio-samples'
import { studioShelf as studioShelfId } from './id/studio-shelf'
import { team as teamId } from './id/team'
import { timetable as timetableId } from './id/timetable'
import { tours as toursId } from './id/tours'
import { verification as verificationId } from './id/verification'
import type { Shape } from './words'

const id = {
  about: aboutId,
  matching: matchingId,
  account: accountId,
  boothStanding: boothStandingId,
  closedBooth: closedBoothId,
  history: historyId,
  home: homeId,
  need: needId,
  match: matchId,
  meeting: meetingId,
  meetings: meetingsId,
  myOrders: myOrdersId,
  openTimes: openTimesId,
  boothMore: boothMoreId,
  searchMore: searchMoreId,
  studioBooth: studioBoothId,
  studioOrders: studioOrdersId,
  studioProducts: studioProductsId,
  studioSamples: studioSamplesId,
  studioShelf: studioShelfId,
  certificates: certificatesId,
  studioHistory: studioHistoryId,
  studioFigures: studioFiguresId,
  studioHome: studioHomeId,
  studioCsv: studioCsvId,
  entering: enteringId,
  join: joinId,
  team: teamId,
  me: meId,
  photos: photosId,
  privacy: privacyId,
  samples: samplesId,
  verification: verificationId,
  organiser: organiserId,
  organiserMessages: organiserMessagesId,
  organiserMoney: organiserMoneyId,
  organiserOrders: organiserOrdersId,
  organiserPavilions: organiserPavilionsId,
  inquiries: inquiriesId,
  timetable: timetableId,
  tours: toursId,
}

/**
 * Sentences that are sent with their page alone, so that no other page carries them: strings with
 * `{placeholders}` and plural forms for `fill` and `fillPlural`, because they travel as data.
 */
export type PageWords = Shape<typeof id>

export const PAGE_WORDS: Record<Locale, PageWords> = {
  id,
  en: {
    about: aboutEn,
    matching: matchingEn,
    account: accountEn,
    boothStanding: boothStandingEn,
    closedBooth: closedBoothEn,
    history: historyEn,
    home: homeEn,
    need: needEn,
    match: matchEn,
    meeting: meetingEn,
    meetings: meetingsEn,
    myOrders: myOrdersEn,
    openTimes: openTimesEn,
    boothMore: boothMoreEn,
    searchMore: searchMoreEn,
    studioBooth: studioBoothEn,
    studioOrders: studioOrdersEn,
    studioProducts: studioProductsEn,
    studioSamples: studioSamplesEn,
    studioShelf: studioShelfEn,
    certificates: certificatesEn,
    studioHistory: studioHistoryEn,
    studioFigures: studioFiguresEn,
    studioHome: studioHomeEn,
    studioCsv: studioCsvEn,
    entering: enteringEn,
    join: joinEn,
    team: teamEn,
    me: meEn,
    photos: photosEn,
    privacy: privacyEn,
    samples: samplesEn,
    verification: verificationEn,
    organiser: organiserEn,
    organiserMessages: organiserMessagesEn,
    organiserMoney: organiserMoneyEn,
    organiserOrders: organiserOrdersEn,
    organiserPavilions: organiserPavilionsEn,
    inquiries: inquiriesEn,
    timetable: timetableEn,
    tours: toursEn,
  },
  ar: {
    about: aboutAr,
    matching: matchingAr,
    account: accountAr,
    boothStanding: boothStandingAr,
    closedBooth: closedBoothAr,
    history: historyAr,
    home: homeAr,
    need: needAr,
    match: matchAr,
    meeting: meetingAr,
    meetings: meetingsAr,
    myOrders: myOrdersAr,
    openTimes: openTimesAr,
    boothMore: boothMoreAr,
    searchMore: searchMoreAr,
    studioBooth: studioBoothAr,
    studioOrders: studioOrdersAr,
    studioProducts: studioProductsAr,
    studioSamples: studioSamplesAr,
    studioShelf: studioShelfAr,
    certificates: certificatesAr,
    studioHistory: studioHistoryAr,
    studioFigures: studioFiguresAr,
    studioHome: studioHomeAr,
    studioCsv: studioCsvAr,
    entering: enteringAr,
    join: joinAr,
    team: teamAr,
    me: meAr,
    photos: photosAr,
    privacy: privacyAr,
    samples: samplesAr,
    verification: verificationAr,
    organiser: organiserAr,
    organiserMessages: organiserMessagesAr,
    organiserMoney: organiserMoneyAr,
    organiserOrders: organiserOrdersAr,
    organiserPavilions: organiserPavilionsAr,
    inquiries: inquiriesAr,
    timetable: timetableAr,
    tours: toursAr,
  },
}

/** A page's own words in the language of its address. */
export function pageWords<K extends keyof PageWords>(page: K, locale: string | undefined): PageWords[K] {
  return PAGE_WORDS[isLocale(locale) ? locale : 'id'][page]
}
