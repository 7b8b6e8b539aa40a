import { type Artwork, dark, glint, shadow, weave } from './brush'

/** Handicraft, household goods, services and everything that comes in a box. */
export const CRAFT = {
  soap(b) {
    const mark = [
      'M112 130c0-14 8-20 22-20 0 14-8 20-22 20zm0 0c0-9-5-13-14-13 0 9 5 13 14 13z',
      'M123 107q15 16 0 30-15-14 0-30z',
      'M104 122a18 13 0 0 1 36 0 18 13 0 0 1-36 0z',
    ][b.form]
    return `${shadow(120, 84)}<rect x="46" y="150" width="148" height="58" rx="13" fill="${b.p.body}"/>${dark('M46 190q0 18 13 18h122q13 0 13-18z', 0.14)}<g transform="rotate(${b.form * 3 - 4} 120 122)"><rect x="62" y="96" width="122" height="54" rx="13" fill="${b.p.light}"/>${dark('M62 132q0 18 13 18h96q13 0 13-18z', 0.12)}<rect x="74" y="106" width="98" height="32" rx="8" fill="none" stroke="#fff" opacity=".55" stroke-width="2.5"/><path d="${mark}" fill="${b.p.dark}" opacity=".55"/></g>${b.form === 2 ? `<g transform="rotate(3 120 70)"><rect x="72" y="46" width="104" height="48" rx="12" fill="${b.p.paper}"/>${dark('M72 78q0 16 12 16h80q12 0 12-16z', 0.1)}</g>` : ''}<path d="M78 149h6v60h-6zM156 149h6v60h-6z" fill="${b.tone}"/>${b.label({ x: 84, y: 151, w: 72, h: 56, size: 10 })}`
  },
  dishsoap(b) {
    return `${shadow(120, 48)}<path d="M${b.form === 1 ? '86 76h68q6 30 6 60t-6 68q-34 8-68 0-6-38-6-68t6-60' : '96 76h48q16 14 16 40v82q0 10-10 10H90q-10 0-10-10v-82q0-26 16-40'}z" fill="${b.p.light}"/>${dark('M140 76h4q16 14 16 40v82q0 10-10 10h-18q14-70 8-132z', 0.15)}${glint('M92 118q0-16 8-26', 5, 0.55)}<path d="M108 52h24v24h-24z" fill="${b.p.body}"/><path d="M${b.form === 2 ? '92 34h44q8 0 8 10v10h-36v-6l-16-4' : '104 32h32l-4 22h-24'}z" fill="${b.tone}"/>${b.label({ x: 82, y: 122, w: 76, h: 62, size: 10, baseline: 176 })}<circle cx="112" cy="146" r="11" fill="${b.p.light}" opacity=".8"/><circle cx="131" cy="138" r="7" fill="${b.p.body}" opacity=".5"/><circle cx="130" cy="153" r="4" fill="${b.p.body}" opacity=".7"/><path d="M105 143a8 8 0 0 1 6-5" stroke="#fff" stroke-width="2.5" fill="none"/>`
  },
  bag(b) {
    const w = b.id('w')
    const body = [
      'M50 104h140l-10 104q-60 8-120 0z',
      'M44 110q76-18 152 0 4 60-18 98-58 8-116 0-22-38-18-98z',
      'M58 92h124v116q-62 6-124 0z',
    ][b.form]
    return `${weave(w, '#dcb878', '#b88c4a', 20)}${shadow(120, 72)}<path d="M84 108q-6-66 36-66t36 66" stroke="${b.tone}" stroke-width="9" fill="none"/><path d="${body}" fill="url(#${w})"/><path d="M54 150h132l-2 22q-64 8-128 0z" fill="${b.p.body}"/>${dark(['M154 104h36l-10 104q-18 3-34 4 14-60 8-108z', 'M158 103q20 2 38 7 4 60-18 98-16 3-32 4 18-54 12-109z', 'M150 92h32v116q-18 3-36 4 10-60 4-120z'][b.form] ?? '', 0.16)}<path d="M50 ${b.form === 2 ? 92 : 104}h140v9H50z" fill="${b.p.dark}" opacity=".7"/>${b.label({ x: 84, y: 144, w: 72, h: 34, size: 10 })}`
  },
  angklung(b) {
    const tube = (x: number, top: number, w: number) =>
      `<path d="M${x} ${top + 34}l${w}-34v${184 - top}h-${w}z" fill="#d9b05c"/><path d="M${x + w * 0.6} ${top + 14}l${w * 0.4}-14v${184 - top}h-${w * 0.4}z" fill="#7a4b12" opacity=".25"/><path d="M${x} ${top + 84}h${w}" stroke="#a9782b" stroke-width="3"/>`
    const tubes =
      [
        [
          [76, 62, 20],
          [116, 84, 16],
          [150, 104, 14],
        ],
        [
          [78, 58, 22],
          [128, 92, 20],
        ],
        [
          [70, 56, 16],
          [98, 74, 15],
          [126, 92, 14],
          [154, 108, 12],
        ],
      ][b.form] ?? []
    return `${shadow(120, 80)}<path d="M58 30v178M182 72v136" stroke="#8a5a33" stroke-width="9" stroke-linecap="round"/><path d="M54 92l132 22" stroke="#a06a35" stroke-width="7"/>${tubes.map(([x = 0, y = 0, w = 0]) => tube(x, y, w)).join('')}<path d="M46 182h148v20H46z" fill="#b98a43"/>${dark('M46 194h148v8H46z', 0.2)}<path d="M52 42l12 4m-12 10l12 4M176 84l12 4" stroke="${b.tone}" stroke-width="6"/>${b.label({ x: 78, y: 174, w: 84, h: 30, size: 9 })}`
  },
  pottery(b) {
    const pot = [
      'M92 70h56q-4 14 8 26 34 26 34 64 0 34-30 50H80q-30-16-30-50 0-38 34-64 12-12 8-26z',
      'M104 44h32v34q0 16 18 30 26 20 26 50 0 34-28 52H88q-28-18-28-52 0-30 26-50 18-14 18-30z',
      'M52 96h136q0 76-36 114H88Q52 172 52 96z',
    ][b.form]
    const lip = ['M84 60h72v14H84z', 'M96 38h48v12H96z', 'M44 84h152v15H44z'][b.form]
    return `${shadow(120, 66)}<path d="${pot}" fill="#c06a3f"/>${dark(['M150 92q40 28 40 68 0 34-30 50h-26q38-60 16-118z', 'M148 102q32 24 32 56 0 34-28 52h-22q36-60 18-108z', 'M160 96h28q0 76-36 114h-22q36-50 30-114z'][b.form] ?? '', 0.2)}<path d="${lip}" fill="#a5532d"/>${glint(b.form === 1 ? 'M72 156q2-24 18-36' : b.form === 2 ? 'M66 112q2 30 14 54' : 'M64 150q4-24 22-40', 6, 0.3)}<path d="M56 ${b.form === 2 ? 128 : 138}q64 16 128 0" stroke="${b.p.body}" stroke-width="7" fill="none"/><path d="M56 ${b.form === 2 ? 128 : 138}q64 16 128 0" stroke="#fbf3e4" stroke-width="2" stroke-dasharray="3 8" fill="none"/><path d="M84 202h72" stroke="${b.tone}" stroke-width="6"/>${b.label({ x: 84, y: 156, w: 72, h: 32, size: 9 })}`
  },
  rattan(b) {
    const w = b.id('w')
    return `${weave(w, '#e0bd80', '#c2945a', 12)}${shadow(120, 82)}<path d="${['M62 130V60q0-24 24-24h68q24 0 24 24v70z', 'M56 130q-6-98 64-98t64 98z', 'M66 130V44h108v86z'][b.form]}" fill="url(#${w})" stroke="#9a6a34" stroke-width="8" stroke-linejoin="round"/><path d="M50 128h140v30H50z" fill="${b.p.body}"/>${dark('M50 146h140v12H50z', 0.2)}<path d="M50 128h140v6H50z" fill="${b.p.light}"/><path d="M58 158v50M182 158v50M40 112h24m112 0h24M44 112v46m152-46v46" stroke="#9a6a34" stroke-width="8" stroke-linecap="round"/><path d="M58 186h124" stroke="${b.tone}" stroke-width="5"/>${b.label({ x: 80, y: 162, w: 80, h: 28, size: 9 })}`
  },
  book(b) {
    const back = [
      'M40 184h160v24H40z',
      'M52 168h150v18H52zM38 188h164v20H38z',
      'M44 178h152v14H44zM38 194h164v14H38z',
    ][b.form]
    return `${shadow(120, 86)}<path d="${back}" fill="${b.p.light}"/>${dark(back ?? '', 0.1)}<path d="M46 198h150M56 ${b.form === 1 ? 177 : 190}h140" stroke="${b.p.paper}" stroke-width="4"/><g transform="rotate(${b.form === 2 ? 3 : -4} 120 110)"><path d="M70 36h98q8 0 8 8v128q0 8-8 8H70z" fill="${b.p.body}"/><path d="M70 36h12v144H70z" fill="${b.p.dark}"/><path d="M78 176h94v5H78z" fill="#fbf3e4"/>${dark('M150 36h18q8 0 8 8v128q0 8-8 8h-18z', 0.15)}<path d="M129 52l9 9h12v12l9 9-9 9v12h-12l-9 9-9-9h-12v-12l-9-9 9-9V61h12z" fill="${b.tone === b.p.dark ? '#dba144' : b.tone}"/><circle cx="129" cy="82" r="13" fill="${b.p.body}"/>${b.label({ x: 90, y: 128, w: 78, h: 34, size: 10 })}</g>`
  },
  lamp(b) {
    const shade = ['M64 116l24-66h64l24 66z', 'M66 114q0-66 54-66t54 66z', 'M70 50h100v66H70z'][b.form]
    return `${shadow(120, 54)}<ellipse cx="120" cy="120" rx="92" ry="70" fill="#fff0b3" opacity=".5"/><path d="M114 112h12v82h-12z" fill="${b.p.dark}"/><path d="M80 210q0-22 40-22t40 22z" fill="${b.p.body}"/><path d="${shade}" fill="${b.p.light}"/><path d="${shade}" fill="#ffe9a3" opacity=".45"/>${dark(['M140 50h12l24 66h-24z', 'M140 52q34 10 34 62h-22q2-40-12-62z', 'M146 50h24v66h-24z'][b.form] ?? '', 0.1)}<path d="M64 112h112v7H64z" fill="${b.tone}"/><path d="M148 118v26" stroke="#dba144" stroke-width="2.5"/><circle cx="148" cy="147" r="4" fill="#dba144"/>${b.label({ x: 84, y: 142, w: 56, h: 30, size: 9 })}`
  },
  carton(b) {
    const tape = [
      'M98 118l34-20h14l-34 20v26H98z',
      'M94 118l34-20h22l-34 20v16H94z',
      'M100 118l34-20h10l-34 20v90h-10z',
    ][b.form]
    return `${shadow(120, 92)}<path d="M38 118h130v90H38z" fill="#c79a62"/><path d="M168 118l34-20v88l-34 22z" fill="#9d713c"/><path d="M38 118l34-20h130l-34 20z" fill="#dcb57d"/><path d="${tape}" fill="#efd9ac"/><path d="M38 196h130v12H38z" fill="${b.tone}" opacity=".75"/><path d="M48 150h26v32H48z" fill="none" stroke="#6b4520" stroke-width="2.5"/><path d="M55 176v-14l6-6 6 6v14z" fill="#6b4520"/>${b.label({ x: 80, y: 148, w: 80, h: 38, size: 10 })}`
  },
} satisfies Record<string, Artwork>
