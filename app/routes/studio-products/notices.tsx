import { Form, Link } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { Icon } from '~/app/components/icon'
import { useBoothStanding } from '~/app/components/use-booth-standing'
import { fill } from '~/app/i18n/fill'
import type { PageWords } from '~/app/i18n/page-words.server'
import { useLocalePath } from '~/app/i18n/use-words'
import type { PublishingGap } from '~/domain/product/publishing'
import type { ProductState } from '~/domain/shared/enums'
import type { FoundText } from '~/domain/shared/locale'

interface NoticeProps {
  /** Null: the product isn't on this page. */
  name: FoundText | null
  words: PageWords['studioProducts']
}

/** Takes the focus, so that everybody learns what happened. */
function useFocus(on: unknown) {
  const box = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: anew with each answer
  useEffect(() => box.current?.focus(), [on])
  return box
}

/** What was done to a product, with the way back. */
export function DoneNotice({
  done,
  name,
  page,
  words,
}: NoticeProps & { done: { id: string; state: ProductState; was: ProductState }; page: number }) {
  const to = useLocalePath()
  const box = useFocus(`${done.id} ${done.state}`)
  const isUnseen = useBoothStanding() !== null
  const said = done.state === 'published' && isUnseen ? words.unseen.published : words.done[done.state]
  return (
    <div className="studio-note ok" role="status" tabIndex={-1} ref={box}>
      <Icon name="circle-check" className="ok-t" />
      <p>{fill(said, { name: name ? `\u2068${name.text}\u2069` : words.doneUnnamed })}</p>
      {done.was === done.state ? null : (
        <Form method="post" action={to('/studio/products')}>
          <input type="hidden" name="id" value={done.id} />
          <input type="hidden" name="page" value={page} />
          <button type="submit" name="to" value={done.was} className="btn s">
            <Icon name="undo-2" />
            {words.undo}
          </button>
        </Form>
      )}
    </div>
  )
}

/** Why a product wasn't published, and where to complete it. */
export function RefusedNotice({
  refused,
  name,
  words,
}: NoticeProps & { refused: { id: string; gaps: PublishingGap[] } }) {
  const to = useLocalePath()
  const box = useFocus(refused)
  return (
    <div className="studio-note bad" role="alert" tabIndex={-1} ref={box}>
      <Icon name="triangle-alert" />
      <p>
        {fill(words.notPublished, {
          name: name ? `\u2068${name.text}\u2069` : words.doneUnnamed,
          gaps: refused.gaps.map((gap) => words.gaps[gap]).join(' '),
        })}
      </p>
      <Link className="btn s" to={to(`/studio/products/${refused.id}`)}>
        {words.complete}
      </Link>
    </div>
  )
}
