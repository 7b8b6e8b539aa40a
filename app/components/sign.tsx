import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useLocale, useLocalePath } from '../i18n/use-words'

interface SignProps {
  name: string
  nameArabic: string | null
}

/** A booth's name as it hangs in the hall: the reader's script at the start, the other at the end. */
export function Sign({ name, nameArabic, children }: SignProps & { children: ReactNode }) {
  const arabicFirst = useLocale() === 'ar' && nameArabic !== null
  const latin = (
    <bdi lang="id" dir="ltr">
      {name}
    </bdi>
  )
  return (
    <div className="sign">
      <div>
        <h1>{arabicFirst ? <bdi lang="ar">{nameArabic}</bdi> : latin}</h1>
        {children}
      </div>
      {arabicFirst ? (
        <div className="other latin">{latin}</div>
      ) : nameArabic === null ? null : (
        <div className="other ar" lang="ar" dir="rtl">
          {nameArabic}
        </div>
      )}
    </div>
  )
}

/** A small sign that leads to its booth. */
export function MiniSign({ slug, name, nameArabic, region }: SignProps & { slug: string; region?: string }) {
  const to = useLocalePath()
  const arabic =
    nameArabic === null ? null : (
      <span lang="ar" dir="rtl">
        {nameArabic}
      </span>
    )
  const latin = (
    <bdi lang="id" dir="ltr">
      {name}
    </bdi>
  )
  const arabicFirst = useLocale() === 'ar'
  return (
    <Link className="mini" to={to(`/booths/${slug}`)}>
      {arabicFirst ? arabic : latin}
      {arabicFirst ? latin : arabic}
      {region ? <small>{region}</small> : null}
    </Link>
  )
}
