import { closeUp as ar } from '~/app/i18n/ar/close-up'
import { closedBooth as closedAr } from '~/app/i18n/ar/closed-booth'
import { closeUp as en } from '~/app/i18n/en/close-up'
import { closedBooth as closedEn } from '~/app/i18n/en/closed-booth'
import { closeUp as id } from '~/app/i18n/id/close-up'
import { closedBooth as closedId } from '~/app/i18n/id/closed-booth'

/** The words of the open hall, which come with the scene and not with the page. */
export const CLOSE_UP_WORDS = {
  id: { ...id, shut: closedId },
  en: { ...en, shut: closedEn },
  ar: { ...ar, shut: closedAr },
}
