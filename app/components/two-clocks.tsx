import { fill } from '../i18n/fill'
import { formatDistance } from '../i18n/format'
import type { PageWords } from '../i18n/page-words.server'
import { useLocale } from '../i18n/use-words'
import type { ClockFace, MeetingClocks, Ruler } from '../meeting-clocks'
import './two-clocks.css'

interface TwoClocksProps {
  clocks: MeetingClocks
  startsAt: Date
  now: Date
  words: PageWords['meeting']['clocks']
}

/** A meeting's time: the reader's first and large, then the other side's, and both on one ruler. */
export function TwoClocks({ clocks, startsAt, now, words }: TwoClocksProps) {
  const { mine, other, why, isGuessed, ruler } = clocks
  const distance = formatDistance(startsAt, now, useLocale())
  return (
    <>
      <div className="zones">
        <Face face={mine} beside={distance} />
        {other ? <Face face={other} className="other" /> : null}
      </div>
      {why ? <p className="sm mut">{why}</p> : null}
      {isGuessed ? <p className="sm mut">{words.guessed}</p> : null}
      <ClockRuler
        ruler={ruler}
        label={
          other
            ? fill(words.ruler, {
                mine: mine.range,
                myCity: mine.city,
                other: other.range,
                otherCity: other.city,
              })
            : fill(words.rulerOne, { mine: mine.range })
        }
        prayer={words.prayer}
      />
      {other ? (
        <p className="xs mut">{fill(words.rulerKey, { myCity: mine.city, otherCity: other.city })}</p>
      ) : null}
    </>
  )
}

function Face({ face, beside, className }: { face: ClockFace; beside?: string; className?: string }) {
  return (
    <div className={className}>
      <span className="sm mut">{face.label}</span>
      <span className="sm mut num">{beside}</span>
      <b>
        <bdi>{face.range}</bdi>
      </b>
      {face.day ? <span className="sm mut num">{face.day}</span> : null}
    </div>
  )
}

const WIDTH = 358
const EDGE = 8
const x = (share: number) => EDGE + share * (WIDTH - 2 * EDGE)

/** Never mirrored: a clock runs from left to right in every language. */
function ClockRuler({ ruler, label, prayer }: { ruler: Ruler; label: string; prayer: string }) {
  const { ticks, meeting, prayers } = ruler
  const last = ticks.length - 1
  const hasOther = ticks.some(({ other }) => other !== null)
  return (
    <svg className="ruler" viewBox={`0 0 ${WIDTH} ${hasOther ? 80 : 62}`} role="img" aria-label={label}>
      <defs>
        <pattern
          id="prayer-hatch"
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="6" height="6" fill="#f8efdf" />
          <rect width="3" height="6" fill="#e1cfa9" />
        </pattern>
      </defs>
      {ticks.map(({ mine, other }, index) => {
        const anchor = index === 0 ? 'start' : index === last ? 'end' : 'middle'
        const at = x(index / last)
        return (
          <g key={mine} textAnchor={anchor}>
            <path d={`M${at} 20v38`} stroke="#e6d8bf" />
            <text x={at} y={14}>
              {mine}
            </text>
            {other === null ? null : (
              <text x={at} y={74}>
                {other}
              </text>
            )}
          </g>
        )
      })}
      <rect x={EDGE} y={28} width={WIDTH - 2 * EDGE} height={22} fill="#f3e7d1" />
      {prayers.map(({ from, until }) => (
        <g key={from}>
          <rect x={x(from)} y={28} width={x(until) - x(from)} height={22} fill="url(#prayer-hatch)" />
          {until - from > 0.08 ? (
            <text className="prayer" x={x((from + until) / 2)} y={43} textAnchor="middle">
              {prayer}
            </text>
          ) : null}
        </g>
      ))}
      <rect
        x={x(meeting.from)}
        y={22}
        width={Math.max(3, x(meeting.until) - x(meeting.from))}
        height={34}
        fill="#0e5f64"
      />
    </svg>
  )
}
