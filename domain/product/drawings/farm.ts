import { type Artwork, dark, shadow } from './brush'

const SLATS =
  '<path d="M34 132h172v76H34z" fill="#a9713c"/><path d="M34 132h172v20H34zM34 158h172v22H34zM34 186h172v22H34z" fill="#c08a4f"/><path d="M34 148h172v4H34zM34 176h172v4H34zM34 204h172v4H34z" fill="#7d4f26" opacity=".55"/><path d="M34 132h14v76H34zM192 132h14v76h-14z" fill="#8f5c2d"/>'

const GREENS = [
  '<path d="M66 134c-16-32-6-54 4-60 10 8 14 32 8 60z" fill="#3d7a3a"/><path d="M86 134c-8-42 6-66 20-72 10 14 8 46-4 72z" fill="#5a9a46"/><path d="M104 134c2-36 18-52 34-52 2 22-8 44-22 52z" fill="#2f6b3a"/><path d="M150 92c14 0 22 14 18 34l-6 10h-26l-4-12c-2-20 6-32 18-32z" fill="#c8452f"/><path d="M140 92c6-8 16-8 20 0-6 4-14 4-20 0z" fill="#3d7a3a"/><path d="M170 136c-2-26 4-44 18-60l10 8c-2 22-8 40-18 54z" fill="#e08a2e"/><path d="M188 76c0-10 6-16 14-18-2 6 4 8 6 12-4 2-8 8-10 14z" fill="#5a9a46"/><path d="M44 138c-6-18 2-32 16-36 10 10 10 24 4 38z" fill="#e7d9a8"/>',
  '<g fill="#d9b36a"><ellipse cx="66" cy="124" rx="22" ry="17"/><ellipse cx="106" cy="118" rx="24" ry="18"/><ellipse cx="148" cy="122" rx="23" ry="17"/><ellipse cx="184" cy="126" rx="18" ry="14"/><ellipse cx="86" cy="104" rx="20" ry="15"/><ellipse cx="130" cy="101" rx="21" ry="15"/></g><g fill="#f0d79a"><ellipse cx="80" cy="99" rx="9" ry="5"/><ellipse cx="122" cy="96" rx="9" ry="5"/><ellipse cx="98" cy="112" rx="9" ry="5"/></g><g fill="#8f6a2c"><circle cx="74" cy="126" r="2"/><circle cx="112" cy="122" r="2"/><circle cx="152" cy="118" r="2"/><circle cx="138" cy="104" r="2"/></g>',
  '<path d="M44 138q-6-40 24-46 30 6 26 46z" fill="#7fb069"/><path d="M54 134q-2-26 14-34 18 8 16 34z" fill="#a9cf8f"/><path d="M69 136V106m-1 16-9-8m10 12 9-8" stroke="#5a9a46" stroke-width="3" fill="none"/><path d="M98 138q-2-54 10-64 14 10 12 64zM122 138q4-50 18-58 8 14 2 58z" fill="#c8372a"/><path d="M108 76q-2-8 4-14m28 20q0-8 8-12" stroke="#3d7a3a" stroke-width="5" fill="none" stroke-linecap="round"/><path d="M150 138q-4-34 20-48 26 12 24 48z" fill="#6b3f7a"/><path d="M160 96q10-12 22 0-12 8-22 0z" fill="#3d7a3a"/><path d="M160 112q-4 10-2 20" stroke="#a87fb5" stroke-width="4" fill="none"/>',
]

const FRUITS = [
  '<g fill="#e6a02e"><path d="M44 134q-8-34 22-40 30 4 28 40zM148 134q-6-34 22-40 28 4 26 40z"/></g><path d="M92 136q-10-44 28-52 40 8 28 52z" fill="#d9822b"/><path d="M100 112q4-14 16-16M54 112q3-8 10-10m94 10q3-8 10-10" stroke="#f8d58a" stroke-width="5" fill="none" stroke-linecap="round"/><path d="M120 84q2-16 20-18-2 16-20 18z" fill="#4f8a45"/>',
  '<g fill="#5b2346"><circle cx="68" cy="116" r="24"/><circle cx="172" cy="116" r="24"/><circle cx="120" cy="108" r="27"/></g><g fill="#6fa050"><path d="M56 98q12-12 24 0-12 8-24 0zM160 98q12-12 24 0-12 8-24 0zM104 86q16-14 32 0-16 10-32 0z"/></g><g fill="#9b5a83" opacity=".8"><ellipse cx="60" cy="110" rx="6" ry="8"/><ellipse cx="110" cy="104" rx="7" ry="9"/><ellipse cx="164" cy="110" rx="6" ry="8"/></g>',
  '<path d="M46 136q-8-46 30-70-4 44 8 70zM80 138q-4-54 30-78-2 50 4 78zM114 138q4-52 36-74 2 48-8 74zM148 138q10-44 42-62 2 40-8 62z" fill="#e9c53c"/><path d="M62 128q-4-28 8-46M96 128q-2-32 10-50M130 128q4-32 14-46M164 128q6-26 18-40" stroke="#b9921e" stroke-width="4" fill="none"/><path d="M74 66l6-8m30 2l4-9m36 13l6-8m32 20l6-7" stroke="#6b5416" stroke-width="7" stroke-linecap="round"/>',
]

/** From field, pond, coop and garden. */
export const FARM = {
  vegetables(b) {
    return `${shadow(120, 92)}${GREENS[b.form]}${SLATS}${stripe(b.tone, b.trim)}${b.label({ x: 80, y: 153, w: 80, h: 36, size: 11 })}`
  },
  fruit(b) {
    return `${shadow(120, 92)}${FRUITS[b.form]}${SLATS}${stripe(b.tone, b.trim)}${b.label({ x: 80, y: 153, w: 80, h: 36, size: 11 })}`
  },
  mushroom(b) {
    const cap = (x: number, y: number, r: number) =>
      `<path d="M${x - r * 0.3} ${y}q-2 ${r} 0 ${r * 1.3}h${r * 0.6}q2-${r * 0.3} 0-${r * 1.3}z" fill="#f6ecd8"/><path d="M${x - r} ${y + 4}q0-${r * 1.2} ${r}-${r * 1.2}t${r} ${r * 1.2}q-${r} 8-${r * 2} 0z" fill="${b.form === 1 ? '#b98d68' : '#e9dcc4'}"/><path d="M${x - r * 0.6} ${y - r * 0.5}q${r * 0.3}-${r * 0.4} ${r * 0.7}-${r * 0.4}" stroke="#fff" stroke-width="4" opacity=".7" fill="none" stroke-linecap="round"/>`
    const caps =
      [
        [
          [70, 116, 26],
          [172, 116, 26],
          [120, 98, 34],
          [98, 126, 22],
          [146, 128, 22],
        ],
        [
          [82, 108, 32],
          [156, 110, 34],
          [120, 126, 26],
        ],
        [
          [60, 122, 22],
          [94, 102, 26],
          [132, 94, 28],
          [172, 112, 26],
          [116, 126, 22],
        ],
      ][b.form] ?? []
    return `${shadow(120, 88)}${caps.map(([x = 0, y = 0, r = 0]) => cap(x, y, r)).join('')}<path d="M38 138h164l-12 72H50z" fill="${b.p.body}"/>${dark('M162 138h40l-12 72h-36z')}<path d="M38 138h164l-2 9H40z" fill="${b.tone}"/>${b.label({ x: 74, y: 156, w: 92, h: 40, size: 12 })}`
  },
  eggs(b) {
    const shell =
      b.form === 1 ? ['#8fb9b6', '#c8dedb'] : b.form === 2 ? ['#f0e6d2', '#fffaf0'] : ['#c98f5c', '#e6bd92']
    const egg = (x: number, y: number) =>
      `<path d="M${x - 17} ${y}q0-32 17-34 17 2 17 34z" fill="${shell[0]}"/><path d="M${x - 9} ${y - 12}q1-11 8-14" stroke="${shell[1]}" stroke-width="5" fill="none" stroke-linecap="round"/>`
    const row = (y: number, shift: number, n: number) =>
      Array.from({ length: n }, (_, i) => egg(120 + (i - (n - 1) / 2) * 36 + shift, y)).join('')
    return `${shadow(120, 92)}${row(126, 0, 3)}<path d="M44 120q8 8 16 0t18 0 18 0 18 0 18 0 18 0 18 0 16 0l4 20H40z" fill="#8f8577"/>${row(156, 0, 4)}<path d="M34 150q9 10 18 0t19 0 19 0 20 0 20 0 19 0 19 0 19 0l4 60H40z" fill="#b0a595"/>${dark('M166 152l41-2-7 60h-36z', 0.14)}<path d="M36 166h172l-1 7H37z" fill="${b.tone}"/>${b.label({ x: 76, y: 172, w: 88, h: 32, size: 11 })}`
  },
  feed(b) {
    return `${shadow(120, 74)}<path d="M62 48h116q-6 12 0 22 10 66 4 136-62 8-124 0-6-70 4-136 6-10 0-22z" fill="${b.p.light}"/><path d="M62 48h116q-6 12 0 22H62q6-10 0-22z" fill="${b.tone}"/><path d="M70 58h100" stroke="#fff" stroke-dasharray="7 5" stroke-width="2.5" opacity=".7"/>${dark('M156 70h22q10 66 4 136-18 2-36 3 18-72 10-139z', 0.14)}<path d="M58 152q62 10 126 0v54q-62 8-125 0z" fill="${b.p.body}"/>
${b.form === 2 ? `<path d="M82 106l16 6q6 12 20 8 14-2 16-18 2-10 12-10 10 0 12 10-2 36-34 42v8h-5v-8h-6v8h-5v-8q-24-6-26-38z" fill="${b.p.dark}"/><path d="M157 98l11 4-11 4z" fill="#dba144"/><path d="M140 93q-2-8 3-7 3-6 6 0 6-1 4 6z" fill="#c8452f"/><circle cx="149" cy="100" r="2.2" fill="#fbf3e4"/>` : `<path d="M86 140v-16q-12-6-8-16l14 4q12-10 40-6l6-16q2-8 8-2l12 8q6 6-4 8l-8 16v20h-8v-16h-30v16h-8v-16l-6 16z" fill="${b.p.dark}"/><path d="M140 94q${b.form ? '-4-18-22-14 12 4 14 16' : '-2-12-12-16 4 10 4 18'}z" fill="#dba144"/><path d="M150 116l2 12 4-11z" fill="${b.p.dark}"/>`}${b.letters({ x: 120, y: 188, height: 14, within: 100, colour: b.p.paper })}`
  },
  fertiliser(b) {
    return `${shadow(120, 76)}<path d="M60 52q60 14 120 0 10 78 4 154-64 8-128 0-6-76 4-154z" fill="#f4eede"/><path d="M60 52q60 14 120 0l1 24q-61 12-122 0z" fill="${b.p.body}"/><path d="M66 60q54 12 108 0" stroke="${b.tone}" stroke-width="3" stroke-dasharray="8 5" fill="none"/>${dark('M158 56l22-4q10 78 4 154-18 2-36 3 18-76 10-153z', 0.12)}
<path d="M56 170q64 12 130 0l-1 36q-64 8-129 0z" fill="#5f3a1e"/><path d="M120 170v-34" stroke="#3d7a3a" stroke-width="5"/><path d="M120 148q-26 2-30-22 28-2 30 22z" fill="#5a9a46"/><path d="M120 140q${b.form === 1 ? '2-34 30-36 2 34-30 36' : '24 0 30-24-28-2-30 24'}z" fill="#3d7a3a"/>${b.form === 2 ? '<circle cx="92" cy="188" r="5" fill="#8f6a44"/><circle cx="146" cy="190" r="5" fill="#8f6a44"/>' : ''}${b.letters({ x: 120, y: 108, height: 14, within: 100 })}`
  },
  seedling(b) {
    const plant = [
      '<path d="M120 134V70" stroke="#3d6b34" stroke-width="5"/><path d="M120 104q-34 2-40-30 36-2 40 30zm0-12q30-2 36-30-34-2-36 30zm0-18q-20-6-18-30 20 4 18 30z" fill="#4f8f45"/><path d="M120 104q-20-12-40-30m40 18q18-12 36-30" stroke="#2f6b3a" stroke-width="2" fill="none"/>',
      '<path d="M120 136q-4-40-40-52m40 52q-2-52-18-84m18 84q2-52 20-82m-20 82q6-38 42-50" stroke="#3f7d3f" stroke-width="8" fill="none" stroke-linecap="round"/>',
      '<path d="M120 134V84M120 116l-26-22m26 14l28-24" stroke="#7a5a34" stroke-width="5"/><g fill="#5f9a4c"><circle cx="92" cy="84" r="22"/><circle cx="148" cy="80" r="23"/><circle cx="120" cy="62" r="26"/></g><g fill="#e9713f"><circle cx="88" cy="86" r="5"/><circle cx="150" cy="74" r="5"/><circle cx="122" cy="58" r="5"/></g>',
    ][b.form]
    return `${shadow(120, 52)}${plant}<path d="M76 140h88l-12 70H88z" fill="${b.p.body}"/>${dark('M138 140h26l-12 70h-22z')}<path d="M70 128h100v16H70z" fill="${b.tone}"/><path d="M74 124q46-10 92 0v5H74z" fill="#5f3a1e"/>${b.label({ x: 84, y: 156, w: 72, h: 34, size: 10 })}`
  },
  hive(b) {
    const roof = ['M44 78h152v14H44z', 'M44 92l16-26h120l16 26z', 'M40 84q80-34 160 0v9H40z'][b.form]
    return `${shadow(120, 74)}<path d="M58 206v-14h12v16zM170 206v-14h12v16z" fill="#5f3a1e"/><path d="M52 134h136v60H52z" fill="#e0b45c"/><path d="M52 90h136v44H52z" fill="#efcb7d"/><path d="M160 90h28v104h-28z" fill="#7a4b12" opacity=".2"/><path d="M52 132h136v4H52z" fill="#a9782b"/><path d="${roof}" fill="${b.tone}"/><rect x="96" y="178" width="48" height="7" rx="3.5" fill="#4a2e0c"/><path d="M30 70q8-8 14 0M196 60q8-8 14 0m-8 60q8-6 12 0" stroke="#fff" stroke-width="4" fill="none"/><g fill="#35234d"><circle cx="37" cy="74" r="4"/><circle cx="203" cy="64" r="4"/><circle cx="208" cy="124" r="3.5"/><circle cx="74" cy="172" r="3"/><circle cx="160" cy="176" r="3"/></g>${b.label({ x: 76, y: 106, w: 88, h: 40, size: 12 })}`
  },
  fish(b) {
    const one = (x: number, y: number, c: string, l: string) =>
      `<g transform="translate(${x} ${y})"><path d="M-58 0q26-30 74-22 16 4 28 18l22-16q-6 20 0 38l-22-16q-12 14-30 18-48 6-72-20z" fill="${c}"/><path d="M-50 6q30 22 66 16 18-4 28-16z" fill="${l}"/><circle cx="-40" cy="-4" r="4" fill="#fff"/><circle cx="-40" cy="-4" r="2" fill="#1d1a18"/><path d="M-26-14q8 14 0 28" stroke="#000" opacity=".3" stroke-width="2.5" fill="none"/></g>`
    const [c, l] = [
      ['#4d6a78', '#b9ccd2'],
      ['#c8643a', '#f3c9a5'],
      ['#4a4a48', '#a29b8c'],
    ][b.form] ?? ['#4d6a78', '#b9ccd2']
    const ice = [
      [52, 146],
      [84, 138],
      [116, 144],
      [148, 138],
      [184, 146],
      [68, 150],
      [132, 150],
      [166, 150],
    ]
      .map(
        ([x = 0, y = 0]) =>
          `<path d="M${x - 9} ${y}l8-12 12 4 2 14-14 5z" fill="#eaf5f6" stroke="#b5d3d8" stroke-width="1.5"/>`,
      )
      .join('')
    return `${shadow(120, 92)}${one(112, 92, c ?? '', l ?? '')}${one(124, 124, c ?? '', l ?? '')}${ice}<path d="M34 148h172l-10 62H44z" fill="${b.p.body}"/>${dark('M166 148h40l-10 62h-34z')}<path d="M34 148h172l-1 9H35z" fill="${b.tone}"/>${b.label({ x: 74, y: 164, w: 92, h: 36, size: 11 })}`
  },
  driedfish(b) {
    const one = (x: number, y: number, turn: number) =>
      `<g transform="translate(${x} ${y}) rotate(${turn})"><path d="M-40 0q18-15 46-8l20 7 12-9v20l-12-8-20 8q-28 6-46-10z" fill="#b98a4f"/><path d="M-30 2q20 10 46 2" stroke="#8a5f2c" stroke-width="2.5" fill="none"/><path d="M-34-1q20-9 44-4" stroke="#e0bd85" stroke-width="2.5" fill="none"/><circle cx="-32" cy="-1" r="2" fill="#3d2a12"/></g>`
    const school =
      [
        [
          [104, 130, 8],
          [142, 146, -6],
          [104, 160, 4],
          [140, 172, 10],
        ],
        [
          [120, 128, 0],
          [120, 144, 0],
          [120, 160, 0],
          [120, 176, 0],
        ],
        [
          [96, 136, 60],
          [120, 142, 80],
          [146, 138, 104],
          [118, 172, 4],
        ],
      ][b.form] ?? []
    return `${shadow(120, 76)}<path d="M50 46h140v164H50z" fill="${b.p.paper}"/><path d="M64 108h112v88H64z" fill="#f6e7c4"/>${school.map(([x = 0, y = 0, t = 0]) => one(x, y, t)).join('')}<path d="M64 108h112v88H64z" fill="none" stroke="${b.p.body}" stroke-width="3"/><path d="M50 46h140v22H50z" fill="${b.p.body}"/><circle cx="120" cy="57" r="6" fill="${b.p.paper}"/>${dark('M164 46h26v164h-26z', 0.1)}<path d="M50 202h140v8H50z" fill="${b.tone}"/>${b.letters({ x: 120, y: 97, height: 14, within: 116 })}`
  },
} satisfies Record<string, Artwork>

function stripe(tone: string, trim: number): string {
  return trim === 0
    ? ''
    : `<path d="M48 ${trim === 1 ? 162 : trim === 2 ? 136 : 190}h144v5H48z" fill="${tone}" opacity=".85"/>`
}
