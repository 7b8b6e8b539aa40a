import { Link } from '@remix-run/react'
import { floorMap, type HallLayout, type Rect, slotPlace } from '~/domain/hall/layout'
import { useDirection } from '../i18n/use-words'
import './floor-map.css'

export interface FloorMapPavilion {
  number: number
  /** What the link is called: number, place and booths. */
  label: string
  href: string
}

/** A booth that is marked: found, or a stop of a tour. */
export interface FloorMapMark {
  slug: string
  pavilion: number
  slot: number
  name: string
  href: string
  /** The one that the address leads to. */
  on: boolean
}

export interface FloorMapProps {
  /** The map's name. */
  label: string
  layout: HallLayout
  pavilions: FloorMapPavilion[]
  /** The pavilion that is listed or stood in. */
  current: number | null
  /** Where the visitor stands and looks, in the hall's metres and radians; null: not in the hall. */
  you: { x: number; z: number; yaw: number } | null
  marks?: readonly FloorMapMark[]
}

/** The drawing's own units; CSS gives the size. */
const WIDTH = 600
/** The hall is a long street: drawn deeper than it is, so that a finger finds each pavilion. */
const LEAST_HEIGHT = 200

/**
 * The drawn plan of the hall: a link for each pavilion. In Arabic it is turned by half, not mirrored: the way
 * in is on the right, and what lies to the left in the hall still lies to the left on the plan.
 */
export function FloorMap({ label, layout, pavilions, current, you, marks = [] }: FloorMapProps) {
  const plan = floorMap(layout)
  const turned = useDirection() === 'rtl'
  const { x, z, width, depth } = plan.bounds
  const across = WIDTH / width
  const height = Math.round(Math.max(LEAST_HEIGHT, depth * across))
  const down = height / depth
  const point = (px: number, pz: number): [number, number] => {
    const [left, top] = [(px - x) * across, (pz - z) * down]
    return turned ? [WIDTH - left, height - top] : [left, top]
  }
  const box = (rect: Rect) => {
    const [ax, ay] = point(rect.x, rect.z)
    const [bx, by] = point(rect.x + rect.width, rect.z + rect.depth)
    return {
      x: round(Math.min(ax, bx)),
      y: round(Math.min(ay, by)),
      width: round(Math.abs(ax - bx)),
      height: round(Math.abs(ay - by)),
    }
  }
  const street = box(plan.boulevard)
  const middle = street.y + street.height / 2
  const shapes = new Map(plan.pavilions.map((shape) => [shape.number, shape]))
  return (
    <nav aria-label={label}>
      <svg className="floor-map" viewBox={`0 0 ${WIDTH} ${height}`}>
        <title>{label}</title>
        <rect className="street" {...street} />
        <path className="runner" d={`M${street.x} ${middle}h${street.width}`} />
        {pavilions.map((pavilion) => {
          const shape = shapes.get(pavilion.number)
          if (!shape) return null
          const ground = box(shape)
          return (
            <Link
              key={pavilion.number}
              to={pavilion.href}
              preventScrollReset
              aria-label={pavilion.label}
              aria-current={pavilion.number === current ? 'true' : undefined}
            >
              <rect {...ground} rx="2">
                <title>{pavilion.label}</title>
              </rect>
            </Link>
          )
        })}
        <Marks layout={layout} marks={marks} point={point} />
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: numbers alone, the links have names */}
        <g className="numbers" aria-hidden="true">
          {plan.pavilions.map((shape) => {
            const ground = box(shape)
            return (
              <text
                key={shape.number}
                className={shape.number === current ? 'on' : undefined}
                x={round(ground.x + ground.width / 2)}
                y={round(numberAt(ground, marks.length > 0 ? middle : null))}
              >
                {shape.number}
              </text>
            )
          })}
        </g>
        {you ? <You at={point(you.x, you.z)} angle={lookOnPaper(you.yaw, across, down, turned)} /> : null}
      </svg>
    </nav>
  )
}

/** In the middle of the ground; where booths are marked, at its end, away from the street. */
function numberAt({ y, height }: { y: number; height: number }, street: number | null): number {
  const ahead = Math.min(height / 2, 11)
  if (street === null) return y + height / 2
  return y < street ? y + ahead : y + height - ahead
}

/** The list has the same links for everybody; here they are a short way for a finger or a mouse. */
function Marks({
  layout,
  marks,
  point,
}: Pick<FloorMapProps, 'layout'> & {
  marks: readonly FloorMapMark[]
  point: (x: number, z: number) => [number, number]
}) {
  const known = marks.filter(({ pavilion, slot }) => slot < (layout.byNumber.get(pavilion)?.slotCount ?? 0))
  if (known.length === 0) return null
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: none of these links is a tab stop
    <g aria-hidden="true">
      {known
        // The one that is meant lies over the others.
        .sort((a, b) => Number(a.on) - Number(b.on))
        .map(({ slug, pavilion, slot, name, href, on }) => {
          const place = slotPlace(layout, pavilion, slot)
          const [x, y] = point(place.x, place.z).map(round)
          return (
            <Link key={slug} className={on ? 'mark on' : 'mark'} to={href} tabIndex={-1} preventScrollReset>
              <title>{name}</title>
              <circle className="touch" cx={x} cy={y} r="11" />
              <circle cx={x} cy={y} r={on ? 8 : 5} />
            </Link>
          )
        })}
    </g>
  )
}

function You({ at: [x, y], angle }: { at: [number, number]; angle: number }) {
  return (
    <g className="you" transform={`translate(${round(x)} ${round(y)}) rotate(${round(angle)})`}>
      <path d="M0 0L44-17V17z" />
      <circle r="7" />
    </g>
  )
}

/** Degrees clockwise from the right, as SVG turns. */
function lookOnPaper(yaw: number, across: number, down: number, turned: boolean): number {
  const angle = (Math.atan2(-Math.cos(yaw) * down, -Math.sin(yaw) * across) * 180) / Math.PI
  return turned ? angle + 180 : angle
}

const round = (value: number): number => Math.round(value * 10) / 10
