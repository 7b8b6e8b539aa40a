import { Form, Link } from '@remix-run/react'
import { ActingField } from '~/app/components/acting-field'
import { Field } from '~/app/components/field'
import { FoundText } from '~/app/components/found-text'
import { Icon } from '~/app/components/icon'
import { Fact, Ledger } from '~/app/components/ledger'
import { fill } from '~/app/i18n/fill'
import { formatMoney, formatNumber, formatShortDay, formatTime } from '~/app/i18n/format'
import { useLocale, useLocalePath, useWords } from '~/app/i18n/use-words'
import { direction, localized } from '~/domain/shared/locale'
import { money } from '~/domain/shared/money'
import { CopyAddress } from './copy-address'
import type { StudioOrderPage } from './route'

interface FactsProps {
  page: StudioOrderPage
  reason: string
  isReasonMissing: boolean
}

/** What to pack, where to, what it brought, how it went, and the way out. */
export function OrderFacts({ page, reason, isReasonMissing }: FactsProps) {
  const { order, words } = page
  const locale = useLocale()
  const to = useLocalePath()
  const price = (minor: number) => (minor === 0 ? words.free : formatMoney(money(minor), locale))
  return (
    <>
      <section>
        <h2>{order.actions.includes('send') ? words.packThis : words.goods}</h2>
        <ul className="goods">
          {order.lines.map(({ productId, name, size, quantity }) => (
            <li key={productId}>
              <b>{formatNumber(quantity, locale)} ×</b>
              <span>
                <Said of={name} />
                <br />
                <span className="sm mut">
                  <Said of={size} />
                </span>
              </span>
            </li>
          ))}
        </ul>
        <p className="sm mut">
          {words.weight}: {fill(words.grams, { count: formatNumber(order.weightGrams, locale) })}
        </p>
      </section>
      <Receiver page={page} />
      {order.buyerNote ? (
        <section>
          <h2>{words.note}</h2>
          <p className="said" lang={order.buyer.locale} dir={direction(order.buyer.locale)}>
            {order.buyerNote}
          </p>
        </section>
      ) : null}
      {order.courier || order.hasParcelPhoto ? (
        <section>
          <h2>{words.sendTitle}</h2>
          <Ledger>
            {order.courier ? (
              <>
                <Fact label={words.courier}>
                  <bdi>{order.courier}</bdi>
                </Fact>
                <Fact label={words.tracking}>
                  <bdi dir="ltr">{order.trackingNumber}</bdi>
                </Fact>
              </>
            ) : null}
          </Ledger>
          {order.hasParcelPhoto ? (
            <p>
              <a
                className="btn line"
                href={to(`/orders/${order.id}/pictures/parcel`)}
                target="_blank"
                rel="noopener"
              >
                <Icon name="eye" />
                {words.parcel}
              </a>
            </p>
          ) : null}
        </section>
      ) : null}
      {order.feedback ? (
        <section>
          <h2>{words.feedbackTitle}</h2>
          <p className="row wrapx">
            <span className="tag">{words.quality[order.feedback.quality]}</span>
            <span className="tag">{words.asDescribed[order.feedback.asDescribed]}</span>
            <span className="tag">{words.next[order.feedback.next]}</span>
          </p>
          {order.feedback.note ? (
            <p className="said" lang={order.buyer.locale} dir={direction(order.buyer.locale)}>
              {order.feedback.note}
            </p>
          ) : null}
        </section>
      ) : null}
      <section>
        <h2>{words.moneyTitle}</h2>
        <Ledger>
          <Fact label={words.items}>{price(order.itemsMinor)}</Fact>
          {order.delivery === 'ship' ? (
            <Fact label={words.shipping}>{price(order.shippingMinor)}</Fact>
          ) : null}
          <Fact label={words.total}>{price(order.totalMinor)}</Fact>
          {order.refundedMinor > 0 ? <Fact label={words.refunded}>{price(order.refundedMinor)}</Fact> : null}
        </Ledger>
      </section>
      <Timeline page={page} />
      {order.actions.includes('cancel') ? (
        <section>
          <h2>{words.cancelTitle}</h2>
          <details open={isReasonMissing}>
            <summary className="btn quiet">
              <Icon name="x" />
              {words.cancel}
            </summary>
            <Form method="post" className="stack" noValidate>
              <ActingField />
              <p>{words.cancelText}</p>
              <Field
                name="reason"
                label={words.reason}
                value={reason}
                problem={isReasonMissing ? words.reasonMissing : undefined}
                rows={3}
                maxLength={300}
              />
              <button type="submit" name="intent" value="cancel" className="btn line bad-t">
                {words.cancelYes}
              </button>
            </Form>
          </details>
        </section>
      ) : null}
    </>
  )
}

function Said({ of }: { of: Parameters<typeof localized>[0] }) {
  const found = localized(of, useLocale())
  return found ? <FoundText of={found} /> : null
}

function Receiver({ page: { order, province, country, words } }: { page: StudioOrderPage }) {
  const to = useLocalePath()
  const { trade } = useWords()
  const { buyer, deliverTo, buyerPhone, addressHidden } = order
  const isHandOver = order.delivery === 'hand-over'
  const lines = deliverTo
    ? [
        deliverTo.name,
        ...deliverTo.street.split('\n'),
        [deliverTo.city, province].filter(Boolean).join(', '),
        [deliverTo.postcode, country].filter(Boolean).join(' '),
        deliverTo.phoneE164,
      ].filter(Boolean)
    : []
  return (
    <section>
      <h2>{isHandOver ? words.handTitle : words.addressTitle}</h2>
      {lines.length > 0 ? (
        <>
          <address className="address" style={{ fontStyle: 'normal' }}>
            {lines.map((line, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines of an address may repeat and never move
              <span key={at} style={{ display: 'block' }}>
                <bdi>{line}</bdi>
              </span>
            ))}
          </address>
          <p className="row wrapx" style={{ marginBlockStart: 12 }}>
            <CopyAddress text={lines.join('\n')} words={words} />
          </p>
        </>
      ) : null}
      {addressHidden ? <p className="mut">{words.hidden[addressHidden]}</p> : null}
      {buyerPhone ? (
        <p style={{ marginBlock: 12 }}>
          <a className="btn line" href={`tel:${buyerPhone}`}>
            <Icon name="phone" />
            {words.call} <bdi dir="ltr">{buyerPhone}</bdi>
          </a>
        </p>
      ) : null}
      <Ledger>
        <Fact label={words.buyer}>
          <bdi>{buyer.person ?? words.nobody}</bdi>
        </Fact>
        {buyer.company ? (
          <Fact label={words.company}>
            <bdi>{buyer.company}</bdi>
          </Fact>
        ) : null}
        <Fact label={words.language}>{trade.language(buyer.locale)}</Fact>
        {order.meetingId ? (
          <Fact label={words.forMeeting}>
            <Link to={to(`/meetings/${order.meetingId}`)}>{words.toMeeting}</Link>
          </Fact>
        ) : null}
      </Ledger>
    </section>
  )
}

function Timeline({ page: { order, zone, words } }: { page: StudioOrderPage }) {
  const locale = useLocale()
  return (
    <section>
      <h2>{words.wayTitle}</h2>
      <ol className="way">
        {order.events.map(({ id, kind, by, at }) => (
          <li key={id}>
            <span>{fill(words.by, { event: words.events[kind], party: words.parties[by] })}</span>
            <time className="sm mut" dateTime={at.toISOString()}>
              {formatShortDay(at, locale, zone)}
              {locale === 'ar' ? '، ' : ', '}
              {formatTime(at, locale, zone)}
            </time>
          </li>
        ))}
      </ol>
      {order.endReason ? <p className="said mut">{order.endReason}</p> : null}
    </section>
  )
}
