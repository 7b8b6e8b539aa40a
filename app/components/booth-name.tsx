import { useLocale } from '../i18n/use-words'

/** A booth's name in a list, as on its sign: the reader's script first, the other at the end. */
export function BoothName({ name, nameArabic }: { name: string; nameArabic: string | null }) {
  const arabicFirst = useLocale() === 'ar'
  const latin = <bdi dir="ltr">{name}</bdi>
  const arabic = nameArabic ? (
    <bdi dir="rtl" lang="ar">
      {nameArabic}
    </bdi>
  ) : null
  return (
    <span className="booth-name">
      <b>{arabicFirst && arabic ? arabic : latin}</b>
      {arabicFirst && arabic ? <span>{latin}</span> : arabic && <span>{arabic}</span>}
    </span>
  )
}
