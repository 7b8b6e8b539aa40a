import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { type ShouldRevalidateFunctionArgs, useLoaderData } from '@remix-run/react'
import { ContactButton } from '~/app/components/contact'
import { ErrorPage } from '~/app/components/error-page'
import { KeepButton } from '~/app/components/keep-button'
import { Unseen } from '~/app/components/unseen'
import { pageWords } from '~/app/i18n/page-words.server'
import { wordsFor } from '~/app/i18n/registry'
import { useWords } from '~/app/i18n/use-words'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { boothCard, cardPath } from '~/app/share-card.server'
import { readShelf } from '~/app/shelf-cookie'
import { findMovedBooth } from '~/domain/booth/find-moved-booth.server'
import { readBooth } from '~/domain/booth/read-booth.server'
import { isKept } from '~/domain/shortlist/kept'
import { ClosedBooth } from './closed-booth'
import { OpenBooth } from './open-booth'
import { similarGoods } from './similar-goods.server'
import './booth.css'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const slug = params.slug ?? ''
  const locale = metaLocale({ params })
  const booth = await run(() => readBooth(context.context, { slug, locale })).catch(
    async (refusal: unknown) => {
      if (!(refusal instanceof Response) || refusal.status !== 404) throw refusal
      // It turned out to be another pesantren: links that were given away lead there.
      const moved = await run(() => findMovedBooth(context.context, { slug }))
      throw moved === null ? refusal : redirect(`/${locale}/booths/${moved}`, 301)
    },
  )
  const kept = isKept(readShelf(request), { kind: 'booth', slug })
  return data(
    {
      booth,
      like: booth.closed ? similarGoods(booth.field, locale) : null,
      kept,
      card: cardPath('booth', slug, boothCard(booth, locale)),
      moreWords: booth.more && !booth.closed ? pageWords('boothMore', locale) : null,
      unseen: booth.isShown ? null : pageWords('boothStanding', locale).unseen,
    },
    { status: booth.closed ? 410 : 200 },
  )
}

/** Keeping a booth changes nothing on its page. */
export function shouldRevalidate({ formAction, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  return formAction?.endsWith('/shortlist') ? false : defaultShouldRevalidate
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) => {
  if (!args.data) return []
  const { booth, card } = args.data
  const locale = metaLocale(args)
  const words = wordsFor(locale)
  const place = booth.regency ? words.trade.regency(booth.regency.code, booth.regency.name) : ''
  const sample = !booth.closed && booth.isSample ? `${words.booth.sample}. ` : ''
  return pageMeta(args, {
    title:
      (locale === 'ar' && booth.nameArabic) || (locale === 'en' && booth.more?.nameEnglish) || booth.name,
    description: booth.closed
      ? words.booth.closedText(booth.name)
      : sample + words.booth.description(booth.name, place),
    path: `/booths/${booth.slug}`,
    image: booth.closed ? undefined : { path: card, alt: booth.name },
    noIndex: booth.closed || !booth.isShown,
  })
}

export default function BoothPage() {
  const { booth, like, kept, unseen, moreWords } = useLoaderData<typeof loader>()
  const words = useWords().chat
  if (like) return <ClosedBooth booth={booth} like={like} />
  return (
    <>
      <Unseen text={unseen} />
      <OpenBooth booth={booth} kept={kept} moreWords={moreWords} />
      <aside className="bar phone" aria-label={words.contact}>
        <ContactButton contact={booth.contact} booth={booth.slug} short />
        <KeepButton item={{ kind: 'booth', slug: booth.slug }} kept={kept} short />
      </aside>
    </>
  )
}

export function ErrorBoundary() {
  return <ErrorPage />
}
