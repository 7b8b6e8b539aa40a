import { type Artwork, dark, glint, shadow } from './brush'

/** Jars, bags and bottles of the pantry. */
export const PANTRY = {
  coffee(b) {
    const mark = [
      `<path d="M88 140l18-26 12 15 10-12 22 23z" fill="${b.p.body}"/><path d="M88 140l18-26 6 8-14 18z" fill="${b.p.dark}" opacity=".6"/><circle cx="139" cy="105" r="6" fill="#dba144"/>`,
      `<ellipse cx="120" cy="120" rx="15" ry="21" fill="${b.p.body}" transform="rotate(28 120 120)"/><path d="M128 104q-20 12-15 33" stroke="${b.p.paper}" stroke-width="3" fill="none"/>`,
      `<path d="M96 112h42v12q0 17-21 17t-21-17z" fill="${b.p.body}"/><path d="M138 116q12 0 10 8t-12 8" stroke="${b.p.body}" stroke-width="4" fill="none"/><path d="M108 106q-4-5 0-9m12 9q-4-5 0-9" stroke="${b.p.light}" stroke-width="3" fill="none"/>`,
    ][b.form]
    return `${shadow(120, 62)}<path d="M70 58h100l6 148q-56 8-112 0z" fill="${b.p.body}"/>${dark('M136 58h34l6 148q-18 3-36 4z')}<path d="M76 64h9l-5 138q-6-1-9-2z" fill="#fff" opacity=".18"/>
<path d="M68 40h104l-2 20H70z" fill="${b.tone}"/><path d="M68 46h104" stroke="#fff" opacity=".25" stroke-width="2"/><circle cx="120" cy="76" r="4.5" fill="${b.p.dark}"/>${b.label({ x: 84, y: 92, w: 72, h: 84, size: 11, baseline: 164 })}${mark}`
  },
  honey(b) {
    const g = b.id('g')
    const body = [
      'M76 82q-10 8-10 24v88q0 14 14 14h80q14 0 14-14v-88q0-16-10-24z',
      'M78 82l-14 22v80l14 24h84l14-24v-80l-14-22z',
      'M78 82q-18 14-18 62 0 44 18 64h84q18-20 18-64 0-48-18-62z',
    ][b.form]
    return `<defs><linearGradient id="${g}" x1="0" x2="1"><stop offset="0" stop-color="#f0b545"/><stop offset=".5" stop-color="#d98a1c"/><stop offset="1" stop-color="#9c560d"/></linearGradient></defs>${shadow(120, 58)}
<path d="${body}" fill="url(#${g})"/>${glint('M76 96q-3 6-3 14v76')}<rect x="74" y="50" width="92" height="32" rx="6" fill="${b.tone}"/>${dark('M138 50h22q6 0 6 6v20q0 6-6 6h-22z', 0.18)}<path d="M82 58v16M92 58v16M102 58v16M112 58v16M122 58v16M132 58v16M142 58v16M152 58v16" stroke="#fff" opacity=".16" stroke-width="2"/>
${b.label({ x: 74, y: 114, w: 92, h: 66, size: 11, baseline: 172 })}<path d="M120 120l15 8.7v17.3l-15 8.7-15-8.7v-17.3z" fill="#dba144"/>`
  },
  tea(b) {
    const lid = [
      'M64 52q56-12 112 0v24q-56 10-112 0z',
      'M64 48h112v28q-56 8-112 0z',
      'M66 58q54-26 108 0v18q-54 10-108 0z',
    ][b.form]
    return `${shadow(120, 56)}<path d="M68 74h104v128q-52 14-104 0z" fill="${b.p.body}"/>${dark('M140 74h32v128q-16 4-32 6z', 0.17)}<path d="M74 80h8v124l-8-2z" fill="#fff" opacity=".2"/><path d="${lid}" fill="${b.tone}"/><path d="M66 64q54 9 108 0" stroke="#fff" opacity=".25" stroke-width="2" fill="none"/>
<ellipse cx="120" cy="138" rx="42" ry="45" fill="${b.p.paper}"/>${b.trim % 2 ? `<ellipse cx="120" cy="138" rx="37" ry="40" fill="none" stroke="#dba144" stroke-width="2"/>` : ''}<path d="M120 152c-4-22 4-40 20-44 4 20-2 36-20 44zm0 0c-2-14-10-24-22-26-2 14 6 24 22 26z" fill="${b.p.body}"/>${b.letters({ x: 120, y: 171, height: 10, within: 58 })}`
  },
  syrup(b) {
    const neck =
      b.form === 1
        ? 'M108 36h24v40q0 12 8 18 20 12 20 32v70q0 12-12 12H92q-12 0-12-12v-70q0-20 20-32 8-6 8-18z'
        : 'M104 36h32v34q0 10 10 20 14 14 14 34v72q0 12-12 12H92q-12 0-12-12v-72q0-20 14-34 10-10 10-20z'
    return `${shadow(120, 44)}<path d="${neck}" fill="${b.p.body}"/>${dark('M136 72q2 10 10 18 14 14 14 34v72q0 12-12 12h-20V60z', 0.15)}${glint('M88 124q0-16 12-28')}${b.form === 2 ? `<path d="M98 84q22 8 44 0l4 8q-26 8-52 0z" fill="${b.tone}" opacity=".8"/>` : ''}<rect x="101" y="24" width="38" height="22" rx="4" fill="${b.tone}"/><path d="M101 30h38" stroke="#fff" opacity=".25" stroke-width="2"/>
${b.label({ x: 80, y: 128, w: 80, h: 58, size: 11 })}`
  },
  herbal(b) {
    const g = b.id('g')
    return `<defs><linearGradient id="${g}" x1="0" x2="1"><stop offset="0" stop-color="#d9a441"/><stop offset="1" stop-color="#a8661d"/></linearGradient></defs>${shadow(120, 72)}
<path d="M58 78h84v126q-42 10-84 0z" fill="${b.p.body}"/>${dark('M116 78h26v126q-12 3-26 4z')}<path d="M56 62h88l-2 18H58z" fill="${b.tone}"/><path d="M64 84h7v116l-7-1z" fill="#fff" opacity=".2"/>
${b.label({ x: 66, y: 120, w: 68, h: 62, size: 10, baseline: 174 })}<path d="M100 152c-9-8-9-20 0-28 9 8 9 20 0 28zm-2 2c-8-1-13-6-14-13 8 0 13 5 14 13zm4 0c8-1 13-6 14-13-8 0-13 5-14 13z" fill="${b.p.body}"/>
${b.form === 1 ? `<path d="M150 168h46v28q-23 18-46 0z" fill="${b.p.light}"/><ellipse cx="173" cy="168" rx="23" ry="8" fill="url(#${g})"/>` : `<path d="M150 206q-4-14 6-18 2-12 14-10 8-10 18-2 12 2 10 14 6 8-2 16z" fill="url(#${g})"/><path d="M162 184q6-4 12 0m6 12q6-4 12 0m-30 2q5-3 10 0" stroke="#7a4a12" stroke-width="2.4" fill="none"/>${b.form === 2 ? '<path d="M180 176q10-22 4-36-12 12-10 36z" fill="#5a9a46"/>' : ''}`}`
  },
  chili(b) {
    return `${shadow(120, 56)}<path d="M78 84q-12 8-12 22v88q0 14 14 14h80q14 0 14-14v-88q0-14-12-22z" fill="#b3261c"/><g fill="#e2553a"><circle cx="86" cy="104" r="4"/><circle cx="110" cy="98" r="3"/><circle cx="150" cy="106" r="4"/><circle cx="92" cy="196" r="4"/><circle cx="140" cy="198" r="3"/></g>${dark('M140 84h22q12 8 12 22v88q0 14-14 14h-20z', 0.2)}${glint('M75 100q-2 6-2 12v76', 4)}
${b.form === 2 ? `<path d="M72 58q48-14 96 0l6 22q-54 12-108 0z" fill="${b.p.light}"/><path d="M72 76q48 10 96 0v8q-48 9-96 0z" fill="${b.tone}"/>` : `<rect x="74" y="52" width="92" height="32" rx="${b.form ? 4 : 9}" fill="${b.tone}"/>${dark('M140 52h20q6 0 6 6v20q0 6-6 6h-20z', 0.18)}`}
${b.label({ x: 70, y: 116, w: 100, h: 64, size: 11, baseline: 172 })}<path d="M98 146q26 8 40-20 4 32-40 28z" fill="#c8372a"/><path d="M136 128q0-8 8-10" stroke="#3d7a3a" stroke-width="4" fill="none" stroke-linecap="round"/>`
  },
  oil(b) {
    const g = b.id('g')
    return `<defs><linearGradient id="${g}" x1="0" x2="1"><stop offset="0" stop-color="#f4d879"/><stop offset="1" stop-color="#c99524"/></linearGradient></defs>${shadow(120, 46)}
<path d="${b.form === 1 ? 'M106 44h28v30l24 18v104q0 12-12 12H94q-12 0-12-12V92l24-18z' : 'M108 44h24v26q0 8 8 14 16 12 16 32v80q0 12-12 12H96q-12 0-12-12v-80q0-20 16-32 8-6 8-14z'}" fill="url(#${g})"/>${dark('M138 82q18 14 18 34v80q0 12-12 12h-16V74z', 0.14)}${glint('M92 122q0-14 10-24', 4, 0.6)}<rect x="103" y="26" width="34" height="24" rx="4" fill="${b.tone}"/>
${b.label({ x: 86, y: 126, w: 68, h: 62, size: 10, baseline: 180 })}<path d="M120 132q14 17 14 24a14 12 0 0 1-28 0q0-7 14-24z" fill="${b.form === 2 ? '#5a9a46' : '#dba144'}"/>`
  },
  milk(b) {
    if (b.form === 2)
      return `${shadow(120, 50)}<path d="M76 96l20-38h48l20 38v112H76z" fill="#fdfaf2"/><path d="M76 96l20-38h48l20 38z" fill="${b.p.light}"/><path d="M94 44h52v16H94z" fill="${b.p.body}"/>${dark('M140 96h24v112h-24zM144 58l20 38h-24l-8-38z', 0.12)}<path d="M76 168q22-14 44 0t44 0v40H76z" fill="${b.p.body}"/>${b.letters({ x: 120, y: 140, height: 14, within: 70 })}`
    return `${shadow(120, 42)}<path d="M100 56h40v22q0 8 8 16 12 12 12 30v74q0 10-10 10H90q-10 0-10-10v-74q0-18 12-30 8-8 8-16z" fill="#fdfaf2"/>${dark('M138 72q2 10 10 22 12 12 12 30v74q0 10-10 10h-18V72z', 0.1)}<path d="M92 130q-2-14 8-28" stroke="#d9cfb8" stroke-width="4" fill="none" stroke-linecap="round"/><rect x="96" y="38" width="48" height="22" rx="5" fill="${b.tone}"/><path d="M96 45h48" stroke="#fff" opacity=".3" stroke-width="2"/><path d="M80 138h80v50H80z" fill="${b.p.body}"/>${dark('M138 138h22v50h-22z', 0.12)}${b.form === 1 ? `<path d="M80 146q20-10 40 0t40 0v-8H80z" fill="${b.p.light}"/>` : ''}${b.letters({ x: 120, y: 172, height: 12, within: 62, colour: b.p.paper })}`
  },
  water(b) {
    const one = (x: number, y: number) =>
      `<path d="M${x - 8} ${y}h16v14q12 8 12 24v${164 - y}q0 6-6 6h-28q-6 0-6-6V${y + 38}q0-16 12-24z" fill="#cfe6ea"/><path d="M${x + 6} ${y + 14}q14 8 14 24v${164 - y}q0 6-6 6h-8z" fill="#2b6f86" opacity=".2"/><rect x="${x - 10}" y="${y - 10}" width="20" height="13" rx="3" fill="${b.tone}"/><rect x="${x - 20}" y="${y + 52}" width="40" height="40" fill="${b.p.body}"/><path d="M${x - 20} ${y + 82}q10-9 20 0t20 0v10h-40z" fill="${b.p.light}"/><path d="M${x - 14} ${y + 44}v-6q0-8 5-13" stroke="#fff" stroke-width="3" fill="none" stroke-linecap="round"/>`
    const rows =
      b.form === 0
        ? [
            [74, 62],
            [166, 62],
            [120, 62],
          ]
        : b.form === 1
          ? [
              [98, 62],
              [142, 62],
            ]
          : [
              [76, 84],
              [164, 84],
              [120, 54],
            ]
    return `${shadow(120, b.form === 1 ? 56 : 80)}${rows.map(([x = 0, y = 0]) => one(x, y)).join('')}${b.letters({ x: 120, y: b.form === 2 ? 122 : 130, height: 7, within: 33, colour: b.form === 1 ? 'none' : b.p.paper })}${b.form === 1 ? b.label({ x: 90, y: 116, w: 60, h: 34, size: 9 }) : ''}`
  },
  palmsugar(b) {
    const cake = (x: number, y: number) =>
      `<path d="M${x - 46} ${y - 26}v32q46 18 92 0v-32z" fill="#7b431b"/><path d="M${x + 14} ${y - 20}l32-6v32q-14 6-32 8z" fill="#3d1d08" opacity=".3"/><ellipse cx="${x}" cy="${y - 26}" rx="46" ry="13" fill="#a8652e"/><ellipse cx="${x - 6}" cy="${y - 28}" rx="28" ry="6" fill="#c78548" opacity=".6"/>`
    const band = (x: number, y: number) =>
      `<path d="M${x - 12} ${y - 38}v50q12 3 24 0v-50z" fill="${b.tone}" opacity=".92"/>`
    const cakes =
      [
        [
          [162, 192],
          [80, 192],
          [120, 148],
        ],
        [
          [120, 192],
          [120, 154],
          [120, 116],
        ],
        [
          [162, 192],
          [80, 192],
        ],
      ][b.form] ?? []
    const last = cakes[cakes.length - 1] ?? [120, 150]
    const [x = 120, y = 150] = b.form === 2 ? [120, 150] : last
    const leaf =
      b.form === 2
        ? cake(120, 150) +
          '<path d="M66 104q40-34 96-16-30 34-96 16z" fill="#5a8a46"/><path d="M66 104q46-2 96-16" stroke="#2f6b3a" stroke-width="2" fill="none"/>'
        : ''
    return `${shadow(120, b.form === 1 ? 56 : 92)}${cakes.map(([cx = 0, cy = 0]) => cake(cx, cy) + band(cx, cy)).join('')}${leaf}${b.label({ x: x - 30, y: y - 13, w: 60, h: 24, size: 8 })}`
  },
} satisfies Record<string, Artwork>
