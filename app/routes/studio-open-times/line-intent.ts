import { addLine, copyMonday, dropLine, type TypedOpenTimes } from '~/domain/meeting/typed-open-times'

/** What the buttons of the weekly lines do to what was typed; null: it is none of them. */
export function lineIntent(intent: string, typed: TypedOpenTimes): TypedOpenTimes | null {
  if (intent === 'copy') return copyMonday(typed)
  const [, kind, weekday, line] = /^(more|drop)\/([1-7])(?:\/(\d))?$/.exec(intent) ?? []
  if (kind === 'more') return addLine(typed, Number(weekday))
  if (kind === 'drop' && line !== undefined) return dropLine(typed, Number(weekday), Number(line))
  return null
}
