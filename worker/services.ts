import type { Env } from '~/config/env.server'
import type { ClaimedMessage } from '~/domain/message/claim-messages.server'
import type { SendAnswer } from '~/domain/message/settle-attempt.server'
import { createMailClient, type MailClient } from '~/integrations/mail/mail-client.server'
import { createWhatsappClient, type WhatsappClient } from '~/integrations/whatsapp/whatsapp-client.server'

/** What messages go by; null: not configured. */
export interface Services {
  whatsapp: WhatsappClient | null
  mail: MailClient | null
}

/** The services that the environment has. */
export function openServices(env: Env, publicUrl: string): Services {
  const { WHATSAPP_TOKEN: token, WHATSAPP_PHONE_NUMBER_ID: phoneNumberId } = env
  const { SMTP_URL: smtpUrl, MAIL_FROM: from } = env
  return {
    whatsapp:
      token && phoneNumberId
        ? createWhatsappClient({
            apiUrl: env.WHATSAPP_API_URL,
            version: env.WHATSAPP_API_VERSION,
            phoneNumberId,
            token,
          })
        : null,
    // Bare: the reader's own language is chosen there.
    mail:
      smtpUrl && from ? createMailClient({ smtpUrl, from, unsubscribeUrl: `${publicUrl}/account` }) : null,
  }
}

/** What identifies an attempt at the service: WhatsApp gives it back with each status. */
const nameOf = ({ messageId, number }: ClaimedMessage, sign: string) => `${messageId}${sign}${number}`

/** Hands a message to its service. Resolves with what the service answered; it never throws for that. */
export async function handOver(
  services: Services,
  claimed: ClaimedMessage,
  signal: AbortSignal,
): Promise<SendAnswer> {
  const { channel, address, rendered, isWindowOpen } = claimed
  if (channel === 'mail') {
    if (!services.mail) throw new Error('claimed for mail without a mail server')
    return services.mail.send({
      ...rendered.mail,
      to: address,
      messageIdLeft: nameOf(claimed, '.'),
      isAsked: claimed.template === 'sign-in-code',
    })
  }
  if (!services.whatsapp) throw new Error('claimed for WhatsApp without WhatsApp')
  const { whatsapp } = rendered
  const addressed = { to: address, callbackData: nameOf(claimed, ':'), signal }
  // A code has a button of its own, which only its template has.
  if (!isWindowOpen || whatsapp.category === 'AUTHENTICATION')
    return services.whatsapp.sendTemplate(addressed, whatsapp)
  const replies = whatsapp.buttons.flatMap((button) => (button.kind === 'reply' ? [button] : []))
  return replies.length > 0 && replies.length <= 3
    ? services.whatsapp.sendInteractive(addressed, { body: whatsapp.freeText, buttons: replies })
    : services.whatsapp.sendText(addressed, whatsapp.freeText)
}
