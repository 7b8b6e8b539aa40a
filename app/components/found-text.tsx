import { direction, type FoundText as Found } from '~/domain/shared/locale'
import { useLocale } from '../i18n/use-words'

/** Words in the reader's language, else marked with the language that they are in. */
export function FoundText({ of }: { of: Found }) {
  if (of.lang === useLocale()) return of.text
  return (
    <bdi lang={of.lang} dir={direction(of.lang)}>
      {of.text}
    </bdi>
  )
}
