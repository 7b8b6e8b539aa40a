import type { MessageTemplate } from '../shared/message-enums'

/** What a template is worth nothing without; erased from the row when it is of no more use. */
const SECRETS: Partial<Record<MessageTemplate, 'code' | 'token'>> = {
  'sign-in-code': 'code',
  'organisation-invitation': 'token',
}

/** Whether the code or the link that a message is about has been erased: such a message never goes. */
export function lacksSecret(
  template: MessageTemplate,
  variables: Readonly<Record<string, unknown>>,
): boolean {
  const secret = SECRETS[template]
  return secret !== undefined && !variables[secret]
}
