import { ARABIC_FONT, SIGN_FONT } from './draw-sign'

/** So long signs wait for their letters, in milliseconds; then they are drawn with what there is. */
const PATIENCE_MS = 2_500

/** Loads the signs' letters from a set of fonts: the page's or the worker's. Never fails. */
export async function loadLetters(fonts: FontFaceSet): Promise<void> {
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))
  const letters = Promise.all([
    fonts.load(`700 40px ${SIGN_FONT}`, 'Pesantren'),
    fonts.load(`500 40px ${SIGN_FONT}`, 'Pesantren'),
    fonts.load(`600 40px ${ARABIC_FONT}`, 'معهد'),
  ])
  await Promise.race([patience, letters]).catch(() => undefined)
}
