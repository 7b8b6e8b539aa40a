import type { Motif, PavilionStyle, Roof } from '~/domain/hall/motifs'
import { LETTERING } from '~/domain/hall/pavilion-look'
import type { MotifTiles } from '../motif-tiles.server'

/** The motifs as masks, once on a page, before the swatches that show through them. */
export function MotifMasks({ tiles }: { tiles: MotifTiles }) {
  return (
    <svg width="0" height="0" aria-hidden="true" className="motif-masks">
      {Object.entries(tiles).map(([motif, paths]) => (
        <mask
          key={motif}
          id={`motif-${motif}`}
          maskUnits="userSpaceOnUse"
          x="0"
          y="0"
          width="256"
          height="256"
          strokeLinecap="round"
          strokeLinejoin="round"
        >
          {paths.map(({ d, width, colour }, at) => (
            <path
              // biome-ignore lint/suspicious/noArrayIndexKey: a drawing's strokes never change
              key={at}
              d={d}
              fill={width === null ? colour : 'none'}
              stroke={width === null ? 'none' : colour}
              strokeWidth={width ?? undefined}
            />
          ))}
        </mask>
      ))}
    </svg>
  )
}

/** Lines on cloth, as the hall lays them over a pavilion's colour. */
const LINES = '#ffe6b3'

function Cloth({ motif, colour }: Pick<PavilionStyle, 'motif' | 'colour'>) {
  return (
    <>
      <rect width="256" height="256" fill={colour} />
      <rect width="256" height="256" fill={LINES} fillOpacity="0.6" mask={`url(#motif-${motif})`} />
    </>
  )
}

/** A piece of the pavilion's cloth with an edge of its second colour. Says nothing by itself. */
export function PavilionSwatch({ look: { motif, colour, accent } }: { look: PavilionStyle }) {
  return (
    <svg viewBox="0 0 256 256" className="pavilion-swatch" aria-hidden="true">
      <Cloth motif={motif} colour={colour} />
      <rect y="220" width="256" height="36" fill={accent} />
    </svg>
  )
}

/** A motif alone, on the page's ink. */
export function MotifSwatch({ motif }: { motif: Motif }) {
  return (
    <svg viewBox="0 0 256 256" className="pavilion-swatch" aria-hidden="true">
      <Cloth motif={motif} colour="#35234d" />
    </svg>
  )
}

const ROOFS: Readonly<Record<Roof, string>> = {
  'julang-ngapak':
    'M0 62 C72 84 126 62 153 22 L138 0 H148 L160 14 L172 0 H182 L167 22 C194 62 248 84 320 62 L300 100 H20Z',
  awning:
    'M48 30 H272 L308 92 q-17 16 -37 0 q-18 16 -37 0 q-18 16 -37 0 q-18 16 -37 0 q-18 16 -37 0 q-18 16 -37 0 q-18 16 -37 0 q-20 16 -37 0Z',
  gable: 'M160 14 L312 88 L304 100 H16 L8 88Z',
}

/** The roof's outline alone. */
export function RoofSwatch({ roof }: { roof: Roof }) {
  return (
    <svg viewBox="0 -8 320 124" className="roof-swatch" aria-hidden="true">
      <path d={ROOFS[roof]} fill="currentColor" />
    </svg>
  )
}

/** A booth from the front: roof, sign and cloth. Signs are Latin first in every language. */
export function BoothPicture({ look, name, label }: { look: PavilionStyle; name: string; label: string }) {
  const { motif, roof, colour, accent } = look
  return (
    <svg viewBox="0 0 320 268" className="booth-picture" role="img" aria-label={label} direction="ltr">
      <path d={ROOFS[roof]} fill={accent} />
      <rect x="20" y="96" width="280" height="52" fill={colour} />
      <rect x="20" y="96" width="280" height="3" fill="#e3ae55" />
      <rect x="20" y="145" width="280" height="3" fill="#e3ae55" />
      <text x="160" y="129" textAnchor="middle" fontSize="22" fontWeight="700" fill={LETTERING}>
        {name}
      </text>
      <g transform="translate(28 148) scale(0.515625)">
        <Cloth motif={motif} colour={colour} />
        <g transform="translate(256 0)">
          <Cloth motif={motif} colour={colour} />
        </g>
      </g>
      <rect x="28" y="228" width="264" height="8" fill={accent} />
      <rect x="20" y="148" width="10" height="120" fill="#5b3418" />
      <rect x="290" y="148" width="10" height="120" fill="#5b3418" />
    </svg>
  )
}
