import { createHash } from 'node:crypto'

/**
 * The version of a booth's picture sheet: changes with its pictures and with nothing else, so that a new name
 * on the sign sends nobody for the pictures again. Null where there is none to show.
 */
export function sheetVersion(drawings: readonly string[]): string | null {
  if (drawings.length === 0) return null
  return createHash('sha256').update(drawings.join('\n')).digest('base64url').slice(0, 8)
}
