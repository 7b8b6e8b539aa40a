import { Form, useLocation } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { describedBy, FieldNotes } from '~/app/components/field'
import { Icon } from '~/app/components/icon'
import { Fact, Ledger } from '~/app/components/ledger'
import { Note } from '~/app/components/note'
import { formatMoney } from '~/app/i18n/format'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import { money } from '~/domain/shared/money'
import type { OrderPageData } from './load-order.server'

const ID = 'field-proof'

/** Where to transfer to, and the picture that shows it was done. */
export function OrderTransfer({ page, problem }: { page: OrderPageData; problem: string | null }) {
  const { order, words, number, about } = page
  const locale = useLocale()
  const to = useLocalePath()
  const input = useRef<HTMLInputElement>(null)
  const { key } = useLocation()
  // Again with each file that is still not right.
  useEffect(() => {
    if (problem && key) input.current?.focus()
  }, [problem, key])
  if (order.state !== 'awaiting' || order.way !== 'transfer') return null
  const said = words.transfer
  const account = order.transferAccount
  const isSent = order.payment?.hasProof === true
  const isLooked = isSent && order.expiresAt === null
  return (
    <section>
      <h2>{said.title}</h2>
      {account ? (
        <>
          {account.isSample ? (
            <Note>
              <p>{said.sample}</p>
            </Note>
          ) : null}
          <Ledger>
            <Fact label={said.amount} note={about}>
              {formatMoney(money(order.totalMinor), locale)}
            </Fact>
            <Fact label={said.bank}>
              <bdi>{account.bank}</bdi>
            </Fact>
            <Fact label={said.number}>
              <bdi dir="ltr" className="copy">
                {account.number}
              </bdi>
            </Fact>
            <Fact label={said.holder}>
              <bdi>{account.holder}</bdi>
            </Fact>
            <Fact label={said.reference} note={said.referenceHint}>
              <bdi dir="ltr" className="copy">
                {number}
              </bdi>
            </Fact>
          </Ledger>
        </>
      ) : (
        <p>{said.noAccount}</p>
      )}
      {isSent ? (
        <p>
          <a href={to(`/orders/${order.id}/pictures/proof`)} target="_blank" rel="noopener">
            <Icon name="eye" /> {said.see}
          </a>
        </p>
      ) : null}
      {order.actions.includes('send-proof') && account ? (
        // The picture that has been sent isn't left in it.
        <Form
          key={`${order.payment?.proofSentAt}`}
          method="post"
          encType="multipart/form-data"
          className="proof"
        >
          <div className="fld">
            <label className="lab" htmlFor={ID}>
              {said.proof}
            </label>
            <input
              ref={input}
              id={ID}
              type="file"
              name="proof"
              accept="image/*"
              className={`in ${problem ? 'err' : ''}`}
              {...describedBy(ID, problem ?? undefined, said.proofHint)}
            />
            <FieldNotes id={ID} problem={problem ?? undefined} hint={said.proofHint} />
          </div>
          <button type="submit" name="intent" value="proof" className={`btn lg ${isLooked ? 'line' : 'pri'}`}>
            {isSent ? said.sendAnother : said.send}
          </button>
        </Form>
      ) : null}
    </section>
  )
}
