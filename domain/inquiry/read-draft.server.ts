import { type ChatDraft, writeDraft } from '~/integrations/whatsapp/click-to-chat'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import type { Locale } from '../shared/locale'
import { draftSubject } from './chat-draft'
import { findInquiryTarget } from './inquiry-target.server'

export interface ReadDraftInput {
  boothSlug: string
  productSlug: string | null
  quantity: number | null
  locale: Locale
  publicUrl: string
}

export interface DraftPage {
  booth: { slug: string; name: string; nameArabic: string | null; isSample: boolean }
  productSlug: string | null
  draft: ChatDraft
}

/** The message that a chat would open with. @throws AppError 'not-found' */
export async function readDraft(context: Context, input: ReadDraftInput): Promise<DraftPage> {
  const target = await findInquiryTarget(context, input)
  if (!target) throw new AppError('not-found')
  const { slug, name, nameArabic, isSample } = target
  return {
    booth: { slug, name, nameArabic, isSample },
    productSlug: target.product?.slug ?? null,
    draft: writeDraft(draftSubject(target, input), input.locale),
  }
}
