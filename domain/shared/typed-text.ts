// PostgreSQL keeps no NUL, and nobody types the other control characters.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const CONTROL = /[\x00-\x08\x0b-\x1f\x7f]/g

/** What a form's field of several lines sends, without control characters; '' where it sent no text. Not trimmed. */
export function typedText(value: unknown): string {
  return typeof value === 'string' ? value.replace(/\r\n?/g, '\n').replace(CONTROL, '') : ''
}

/** What a form's field of one line sends: the same with each run of white space as one space. */
export function typedLine(value: unknown): string {
  return typedText(value).replace(/\s+/g, ' ')
}
