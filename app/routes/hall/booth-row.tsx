import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { BoothName } from '~/app/components/booth-name'
import { Icon } from '~/app/components/icon'
import { Picture } from '~/app/components/picture'
import { SampleTag } from '~/app/components/sample-tag'
import { useLocale, useLocalePath, useWords } from '~/app/i18n/use-words'
import type { BusinessField } from '~/domain/shared/enums'
import type { Locale } from '~/domain/shared/locale'
import type { ShelfPhoto } from '~/domain/shared/shelf'

export interface BoothRowProps {
  slug: string
  name: string
  nameArabic: string | null
  product: { text: string; lang: Locale } | null
  field: BusinessField | null
  drawing: string | null
  /** In place of the drawing. */
  photo?: ShelfPhoto
  district?: string | null
  award: boolean
  sample: boolean
  /** Lit: the booth that was chosen or asked for. */
  on: boolean
  /** Its picture is above the fold. */
  eager?: boolean
  onFocus?: () => void
  /** Where the row leads; the booth's page if left out. */
  href?: string
  /** At the end of the row. */
  children?: ReactNode
  /** Another link beside the row's own. */
  beside?: ReactNode
}

/** A booth in the list: one link with its picture, its name in both scripts and what it makes. */
export function BoothRow(booth: BoothRowProps) {
  const { hall: words, common, trade } = useWords()
  const locale = useLocale()
  const to = useLocalePath()
  const { product, district = null } = booth
  return (
    <li className={booth.on ? 'on' : undefined}>
      <Link
        to={to(booth.href ?? `/booths/${booth.slug}`)}
        preventScrollReset={booth.href !== undefined}
        aria-current={booth.on ? 'true' : undefined}
        onFocus={booth.onFocus}
      >
        <span className="thumb">
          {booth.drawing ? (
            <Picture spec={booth.drawing} photo={booth.photo} eager={booth.eager} />
          ) : (
            <Icon name="store" />
          )}
        </span>
        <span>
          <BoothName name={booth.name} nameArabic={booth.nameArabic} />
          <span className="what sm mut">
            <span>
              {product ? (
                <span lang={product.lang === locale ? undefined : product.lang}>{product.text}</span>
              ) : booth.field ? (
                trade.fields[booth.field]
              ) : (
                common.notStated
              )}
              {district ? `\u00a0· ${district}` : null}
            </span>
            {booth.award ? (
              <span className="tag warn">
                <Icon name="trophy" />
                {words.award}
              </span>
            ) : null}
            {booth.sample ? <SampleTag /> : null}
          </span>
        </span>
        {booth.children}
      </Link>
      {booth.beside}
    </li>
  )
}
