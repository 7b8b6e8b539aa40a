import { Link } from '@remix-run/react'
import { Icon } from '~/app/components/icon'
import { Picture } from '~/app/components/picture'
import { SampleTag } from '~/app/components/sample-tag'
import { useHallStage, useStageState } from '~/app/hall-stage/use-hall-stage'
import { useLocale, useLocalePath, useWords } from '~/app/i18n/use-words'
import { localized } from '~/domain/shared/locale'
import type { HallPavilion } from './hall-pavilion'

/** What stands behind the booth that was pointed at in the hall. */
export function BoothCard({ pavilions }: { pavilions: HallPavilion[] }) {
  const { hall: words, common, trade } = useWords()
  const locale = useLocale()
  const to = useLocalePath()
  const stage = useHallStage()
  const { chosen } = useStageState()
  if (!chosen) return null
  const { booth } = chosen
  const product = localized(booth.product, locale)
  const what = product?.text ?? (booth.field ? trade.fields[booth.field] : common.notStated)
  const arabic = booth.nameArabic ? (
    <div className="ar" lang="ar" dir="rtl">
      {booth.nameArabic}
    </div>
  ) : null
  const pavilion = pavilions.find(({ number }) => number === chosen.pavilion)
  const close = () => {
    stage.unchoose()
    stage.canvasElement()?.focus()
  }
  return (
    <article className="bcard" aria-label={words.chosen}>
      <div className="sign">
        {locale === 'ar' ? arabic : null}
        <div>
          <b>
            <bdi dir="ltr">{booth.name}</bdi>
          </b>
          <span lang={product && product.lang !== locale ? product.lang : undefined}>{what}</span>
        </div>
        {locale === 'ar' ? null : arabic}
      </div>
      <div className="bd">
        {booth.drawings.length > 0 ? (
          <div className="goods">
            {booth.drawings.map((drawing) => (
              <div className="pic" key={drawing}>
                <Picture spec={drawing} eager />
              </div>
            ))}
          </div>
        ) : null}
        <div className="row sm wrapx facts">
          {booth.sample ? <SampleTag /> : null}
          {booth.award ? (
            <span className="tag warn">
              <Icon name="trophy" />
              {words.award}
            </span>
          ) : null}
          <span className="mut">{pavilion?.name}</span>
        </div>
        <div className="row">
          {booth.closed ? (
            <p className="sm">{words.closedBooth}</p>
          ) : (
            <Link className="btn pri" to={to(`/booths/${booth.slug}`)}>
              {words.openBooth}
            </Link>
          )}
          <button className="btn sq sp" type="button" aria-label={words.closeCard} onClick={close}>
            <Icon name="x" />
          </button>
        </div>
      </div>
    </article>
  )
}
