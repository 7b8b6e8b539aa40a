import { closeUp as ar } from '~/app/i18n/ar/close-up'
import { closeUp as en } from '~/app/i18n/en/close-up'
import { closeUp as id } from '~/app/i18n/id/close-up'

/** The words of the open hall, which come with the scene and not with the page. */
export const CLOSE_UP_WORDS = { id, en, ar }
