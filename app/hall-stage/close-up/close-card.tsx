import { Link } from '@remix-run/react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { Icon } from '~/app/components/icon'
import { Picture } from '~/app/components/picture'
import { SampleTag } from '~/app/components/sample-tag'
import { useLocale, useLocalePath, useWords } from '~/app/i18n/use-words'
import type { BoothGoods } from '~/domain/hall/read-booth-goods.server'
import { localized } from '~/domain/shared/locale'
import type { CloseUp } from '~/scenes/hall/hall-api'
import type { ChosenBooth, OverHallProps } from '../stage-state'
import { useHallStage, useStageState } from '../use-hall-stage'
import { CLOSE_UP_WORDS } from './close-up-words'
import { GoodFacts } from './good-facts'
import { type Goods, useGoods } from './use-goods'
import { usePickSaid } from './use-pick-said'
import { usePlace } from './use-place'
import './close-card.css'

/** What stands behind the booth that is seen from close by, and behind the picked one of its goods. */
export function CloseCard({ pavilions }: Pick<OverHallProps, 'pavilions'>) {
  const { chosen, closeUp } = useStageState()
  if (!chosen || !closeUp) return null
  const pavilion = pavilions.find(({ number }) => number === chosen.pavilion)
  return <OpenCard key={chosen.booth.slug} chosen={chosen} closeUp={closeUp} pavilion={pavilion?.name} />
}

interface OpenCardProps {
  chosen: ChosenBooth
  closeUp: CloseUp
  pavilion: string | undefined
}

function OpenCard({ chosen: { booth }, closeUp, pavilion }: OpenCardProps) {
  const { hall: words } = useWords()
  const locale = useLocale()
  const own = CLOSE_UP_WORDS[locale]
  const to = useLocalePath()
  const stage = useHallStage()
  const card = useRef<HTMLElement>(null)
  const goods = useGoods(booth.slug, locale)
  const { sheet, at } = usePlace(card, closeUp)
  const { shelf } = goods
  useEffect(() => {
    if (shelf) stage.setGoods(shelf.goods.map(({ slug }) => slug))
  }, [stage, shelf])

  const leave = () => {
    stage.canvasElement()?.focus({ preventScroll: true })
    stage.scene()?.leaveCloseUp()
  }
  const keyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    leave()
  }
  const good = closeUp.picked === null ? undefined : shelf?.goods[closeUp.picked]
  usePickSaid(good, booth.name)
  return (
    <article
      ref={card}
      className={sheet ? 'close-up sheet' : 'close-up'}
      // Physical sides: the place was measured on the canvas.
      style={at ? { ...at, right: 'auto', bottom: 'auto' } : undefined}
      aria-label={words.chosen}
      onKeyDown={keyDown}
    >
      <Sign booth={booth} />
      <div className="bd">
        {good ? (
          <GoodFacts good={good} />
        ) : (
          <div className="row sm wrapx facts">
            {booth.sample ? <SampleTag /> : null}
            {booth.award ? (
              <span className="tag warn">
                <Icon name="trophy" />
                {words.award}
              </span>
            ) : null}
            <span className="mut">{pavilion}</span>
          </div>
        )}
        <GoodsRow goods={goods} picked={closeUp.picked} />
        <div className="row deeds">
          {good ? (
            <>
              <Link className="btn pri" to={to(`/products/${good.slug}`)}>
                {own.openGood}
              </Link>
              <Link className="btn line" to={to(`/booths/${booth.slug}`)}>
                {words.openBooth}
              </Link>
            </>
          ) : (
            <Link className="btn pri" to={to(`/booths/${booth.slug}`)}>
              {words.openBooth}
            </Link>
          )}
          <button className="btn sq sp" type="button" aria-label={words.closeCard} onClick={leave}>
            <Icon name="x" />
          </button>
        </div>
      </div>
    </article>
  )
}

function Sign({ booth }: { booth: ChosenBooth['booth'] }) {
  const { common, trade } = useWords()
  const locale = useLocale()
  const product = localized(booth.product, locale)
  const arabic = booth.nameArabic ? (
    <div className="ar" lang="ar" dir="rtl">
      {booth.nameArabic}
    </div>
  ) : null
  return (
    <div className="sign">
      {locale === 'ar' ? arabic : null}
      <div>
        <b>
          <bdi dir="ltr">{booth.name}</bdi>
        </b>
        <span lang={product && product.lang !== locale ? product.lang : undefined}>
          {product?.text ?? (booth.field ? trade.fields[booth.field] : common.notStated)}
        </span>
      </div>
      {locale === 'ar' ? null : arabic}
    </div>
  )
}

function GoodsRow({ goods: { shelf, failed, again }, picked }: { goods: Goods; picked: number | null }) {
  const { hall: words } = useWords()
  const own = CLOSE_UP_WORDS[useLocale()]
  if (failed)
    return (
      <div className="trouble">
        <p className="sm">{own.failed}</p>
        <button className="btn s" type="button" onClick={again}>
          {words.again}
        </button>
      </div>
    )
  if (!shelf) return <p className="sm mut waiting">{own.loading}</p>
  if (shelf.goods.length === 0) return <p className="sm mut waiting">{own.none}</p>
  return <Thumbs shelf={shelf} picked={picked} />
}

function Thumbs({ shelf, picked }: { shelf: BoothGoods; picked: number | null }) {
  const own = CLOSE_UP_WORDS[useLocale()]
  const to = useLocalePath()
  const stage = useHallStage()
  return (
    <ul className="thumbs" aria-label={own.goods}>
      {shelf.goods.map((good, index) => (
        <li key={good.slug}>
          <button
            type="button"
            aria-pressed={index === picked}
            title={good.name.text}
            onClick={() => stage.scene()?.pick(index === picked ? null : index)}
          >
            <Picture spec={good.drawing} photo={good.photo} eager />
            <span className="vh" lang={good.name.lang}>
              {good.name.text}
            </span>
          </button>
        </li>
      ))}
      {shelf.more ? (
        <li>
          <Link className="sm" to={to(`/booths/${shelf.slug}`)}>
            {own.all}
          </Link>
        </li>
      ) : null}
    </ul>
  )
}
