/** The width of a text in one font, in pixels: the renderer's, who has the fonts. */
export type MeasureText = (text: string, font: { family: string; weight: number; size: number }) => number

export interface TextPlace {
  x: number
  /** Whether `x` is where the text begins or ends on the screen, or its middle. */
  anchor: 'start' | 'end' | 'middle'
  y: number
  size: number
  /** The text is set smaller where it would be wider. */
  room: number
  fill: string
  plain?: boolean
}

const LATIN_FONT = 'Plus Jakarta Sans'
const ARABIC_FONT = 'Readex Pro'
const ARABIC = /[\u0600-\u06ff]/
/** What stands in Arabic text without being Arabic: figures, codes, Latin words, points between. */
const FOREIGN = /([A-Za-z0-9][A-Za-z0-9,.:%/–-]*|[·–()«»"'&/-])/

interface Run {
  text: string
  family: string
  weight: number
  /** Whether a space stands before it. */
  apart: boolean
}

/** A line of text in its font; Arabic with figures in it is laid out run by run, from the right. */
export function textAt(text: string, place: TextPlace, measure: MeasureText): string {
  const runs = runsOf(text, place.plain ?? false)
  const space = (size: number) => size * 0.33
  const widths = (size: number) => runs.map(({ text: run, ...font }) => measure(run, { ...font, size }))
  const total = (size: number) =>
    widths(size).reduce((sum, width, at) => sum + width + (at > 0 && runs[at]?.apart ? space(size) : 0), 0)
  const size = Math.floor(Math.min(place.size, (place.size * place.room) / Math.max(1, total(place.size))))
  const [only] = runs
  if (only && runs.length === 1) return element(only, { ...place, size })
  const width = total(size)
  const left =
    place.anchor === 'start' ? place.x : place.anchor === 'end' ? place.x - width : place.x - width / 2
  let right = left + width
  return runs
    .map((run, at) => {
      if (at > 0 && run.apart) right -= space(size)
      const x = right
      right -= widths(size)[at] ?? 0
      return element(run, { ...place, size, x, anchor: 'end' })
    })
    .join('')
}

/** The renderer sets each text from the left: a mark at the end of Arabic would jump before its first word. */
const TRAILING_MARK = /[،…!.:]$/

function element(run: Run, { x, y, size, anchor, fill }: TextPlace): string {
  const text = run.family === ARABIC_FONT ? run.text.replace(TRAILING_MARK, '$&\u200f') : run.text
  return `<text x="${Number(x.toFixed(1))}" y="${y}" font-family="${run.family}" font-weight="${run.weight}" font-size="${size}" text-anchor="${anchor}" fill="${fill}">${escapeXml(text)}</text>`
}

function runsOf(text: string, plain: boolean): Run[] {
  const latin = { family: LATIN_FONT, weight: plain ? 500 : 700 }
  if (!ARABIC.test(text)) return [{ text: text.trim(), ...latin, apart: false }]
  const runs: Run[] = []
  let spaceBefore = false
  for (const [at, part] of text.split(FOREIGN).entries()) {
    const inner = part.trim()
    const apart: boolean = spaceBefore || /^\s/.test(part)
    spaceBefore = inner ? /\s$/.test(part) : apart || /\s/.test(part)
    if (!inner) continue
    const font = at % 2 === 1 ? latin : { family: ARABIC_FONT, weight: plain ? 500 : 600 }
    runs.push({ text: inner, ...font, apart })
  }
  return runs
}

/** At most `most` lines of whole words; what is left over ends in an ellipsis. */
export function wrapText(
  text: string,
  room: number,
  most: number,
  widthOf: (line: string) => number,
): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.trim().split(/\s+/)) {
    const longer = line ? `${line} ${word}` : word
    if (line && widthOf(longer) > room) {
      lines.push(line)
      line = word
    } else line = longer
  }
  if (line) lines.push(line)
  if (lines.length <= most) return lines
  const kept = lines.slice(0, most)
  kept[most - 1] = `${kept[most - 1] ?? ''}…`
  return kept
}

/** About how wide a text is, from the letters' usual widths: where to break a line needs no more. */
export function roughWidth(text: string, size: number): number {
  let ems = 0
  for (const letter of text) {
    if (ARABIC.test(letter)) ems += 0.5
    else if (/[A-Z0-9mw@%&]/.test(letter)) ems += 0.68
    else if (/[iljtf.,'’:;|! ()·-]/.test(letter)) ems += 0.32
    else ems += 0.58
  }
  return ems * size
}

function escapeXml(text: string): string {
  return (
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      // Control characters have no place in XML.
      .replace(/\p{Cc}/gu, ' ')
  )
}
