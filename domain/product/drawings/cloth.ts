import { type Artwork, type Brush, dark, shadow, weave } from './brush'

const CLOUD =
  'M4 30c-4-10 6-18 14-13 2-11 18-14 24-4 8-7 21-2 20 8 9-2 14 4 12 10 10 0 18 2 26 5-20 4-80 4-96-6z'
const CLOUD_LINE = 'M12 28c-1-5 4-8 8-5m4-1c1-8 11-9 14-3m5 1c5-4 11-1 11 4m-38 6c20 5 50 5 68 3'

function batikPattern(b: Brush, id: string): string {
  const cloud = `<path d="${CLOUD}" fill="${b.p.light}"/><path d="${CLOUD_LINE}" stroke="${b.p.paper}" stroke-width="2.2" fill="none"/>`
  const fills = [
    [
      104,
      62,
      `${cloud}<g transform="translate(-50 34)">${cloud}</g><g transform="translate(54 34)">${cloud}</g>`,
    ],
    [
      40,
      40,
      `<path d="M20 3q12 8 0 17-12-9 0-17zM20 20q12 9 0 17-12-8 0-17zM3 20q8-12 17 0-9 12-17 0zM20 20q9-12 17 0-8 12-17 0z" fill="${b.p.light}"/><path d="M0 0h5M35 40h5" stroke="${b.p.paper}" stroke-width="3"/><circle cx="20" cy="20" r="3" fill="${b.p.paper}"/>`,
    ],
    [
      34,
      48,
      `<path d="M-4 48Q8 24 30 24T38 0" stroke="${b.p.light}" stroke-width="9" fill="none"/><g fill="${b.p.paper}"><circle cx="6" cy="12" r="2.4"/><circle cx="14" cy="6" r="2.4"/><circle cx="26" cy="38" r="2.4"/><circle cx="18" cy="44" r="2.4"/></g>`,
    ],
  ] as const
  const [w, h, marks] = fills[b.form % 3] ?? fills[0]
  return `<defs><pattern id="${id}" width="${w}" height="${h}" patternUnits="userSpaceOnUse"><rect width="${w}" height="${h}" fill="${b.p.body}"/>${marks}</pattern></defs>`
}

function checkPattern(b: Brush, id: string): string {
  const bands = ['M0 8h34M0 26h34M8 0v34M26 0v34', 'M0 12h34M12 0v34', 'M0 6h34M0 14h34M6 0v34'][b.form]
  return `<defs><pattern id="${id}" width="34" height="34" patternUnits="userSpaceOnUse" patternTransform="translate(6 4)"><rect width="34" height="34" fill="${b.p.body}"/><path d="${bands}" stroke="${b.p.dark}" stroke-width="7" opacity=".75"/><path d="M0 ${17 + b.trim}h34M17 0v34" stroke="${b.trim === 3 ? b.p.light : '#e9c56b'}" stroke-width="1.6"/></pattern></defs>`
}

/** Cloth, clothes and what is worn. */
export const CLOTH = {
  sarong(b) {
    const s = b.id('s')
    const fill = `url(#${s})`
    return `${checkPattern(b, s)}${shadow(120, 84)}<path d="M44 176q0-8 8-8h136q8 0 8 8v26q0 8-8 8H52q-8 0-8-8z" fill="${fill}"/>${dark('M44 190h152v12q0 8-8 8H52q-8 0-8-8z', 0.2)}<path d="M48 140q0-8 8-8h128q8 0 8 8v24q0 6-8 6H56q-8 0-8-6z" fill="${fill}"/>${dark('M48 156h144v8q0 6-8 6H56q-8 0-8-6z', 0.22)}<path d="M52 104q0-10 10-10h116q10 0 10 10v24q0 6-8 6H60q-8 0-8-6z" fill="${fill}"/>${dark('M52 122h136v6q0 6-8 6H60q-8 0-8-6z', 0.2)}
<rect x="100" y="92" width="40" height="118" fill="${b.p.paper}"/>${dark('M100 92h4v118h-4zm32 0h8v118h-8z', 0.07)}<path d="M100 98h40M100 204h40" stroke="${b.tone}" stroke-width="4"/>${b.letters({ x: 120, y: 151, height: 12, within: 92, turn: -90 })}`
  },
  batik(b) {
    const s = b.id('b')
    return `${batikPattern(b, s)}<path d="M40 44h160" stroke="#6b4326" stroke-width="8" stroke-linecap="round"/>${shadow(120, 70)}<path d="M58 44h124v158q-20 10-42 2t-42 3q-22 4-40-4z" fill="url(#${s})"/>${dark('M150 44h32v158q-16 8-32 5z')}<path d="M58 188q18 8 40 4t42-3q22 8 42-2v15q-20 10-42 2t-42 3q-22 4-40-4z" fill="${b.tone}" opacity=".9"/><path d="M92 44v160M124 44v160" stroke="#000" opacity=".1" stroke-width="5"/>${b.label({ x: 136, y: 60, w: 60, h: 28, size: 9 })}`
  },
  towel(b) {
    const fills = [b.p.body, b.p.light, b.p.paper, b.tone]
    const fold = (y: number, inset: number, fill: string) =>
      `<path d="M${48 + inset} ${y + 8}q0-12 12-12h${120 - inset * 2}q12 0 12 12v18q0 14-12 14H${60 + inset}q-12 0-12-14z" fill="${fill}"/><path d="M${48 + inset} ${y + 20}q70 14 ${144 - inset * 2} 0v6q0 14-12 14H${60 + inset}q-12 0-12-14z" fill="#000" opacity=".13"/><path d="M${70 + inset} ${y - 4}v44M${76 + inset} ${y - 4}v44" stroke="#dba144" stroke-width="2" opacity=".8"/>`
    const count = b.form === 1 ? 4 : 3
    const start = b.form === 2 ? 1 : 0
    return `${shadow(120, 82)}${Array.from({ length: count }, (_, i) => fold(170 - i * 37, i * 4, fills[(i + start) % 4] ?? b.p.body)).join('')}${b.label({ x: 104, y: 172, w: 76, h: 28, size: 9 })}`
  },
  bedlinen(b) {
    const f = b.id('f')
    const mark = [
      `<circle cx="14" cy="14" r="6" fill="${b.p.light}"/><circle cx="14" cy="14" r="2.4" fill="${b.tone}"/>`,
      `<path d="M0 9h28M0 19h28" stroke="${b.p.light}" stroke-width="4"/>`,
      `<path d="M14 4l8 10-8 10-8-10z" fill="${b.p.light}"/>`,
    ][b.form]
    return `<defs><pattern id="${f}" width="28" height="28" patternUnits="userSpaceOnUse"><rect width="28" height="28" fill="${b.p.body}"/>${mark}</pattern></defs>${shadow(120, 92)}<path d="M32 168q0-10 10-10h156q10 0 10 10v32q0 10-10 10H42q-10 0-10-10z" fill="url(#${f})"/>${dark('M32 188h176v12q0 10-10 10H42q-10 0-10-10z', 0.16)}<path d="M36 128q0-10 10-10h148q10 0 10 10v24q0 8-10 8H46q-10 0-10-8z" fill="${b.p.paper}"/>${dark('M36 144h168v8q0 8-10 8H46q-10 0-10-8z', 0.1)}<path d="M52 84q-6-14 12-14 56-8 112 0 18 0 12 14-6 16 0 28 4 12-12 12-56 6-112 0-16 0-12-12 6-12 0-28z" fill="url(#${f})"/>${dark('M52 108q68 12 136 0v4q4 12-12 12-56 6-112 0-16 0-12-12z')}<path d="M94 66h10v144H94z" fill="${b.tone}"/>${b.label({ x: 112, y: 126, w: 84, h: 28, size: 10 })}`
  },
  hijab(b) {
    const folds = [
      'M92 58q-16 70-26 150M120 54v154M148 58q16 70 26 150',
      'M104 56q-30 60-12 152M136 56q30 60 12 152',
      'M86 62q30 60 24 146M120 56q20 60 14 152M150 62q6 60 18 146',
    ][b.form]
    return `${shadow(120, 76)}<path d="M120 18v12" stroke="#6b4326" stroke-width="5" stroke-linecap="round"/><path d="M72 58q48-44 96 0" stroke="#6b4326" stroke-width="6" fill="none" stroke-linecap="round"/><path d="M74 56q46-34 92 0 22 70 30 148-24 10-46 2t-44 2q-32 10-62-4 8-78 30-148z" fill="${b.p.body}"/>${dark('M146 46l20 10q22 70 30 148-18 8-36 4 0-90-14-162z', 0.15)}<path d="${folds}" stroke="${b.p.dark}" stroke-width="4" opacity=".55" fill="none"/><path d="M46 190q28 14 60 4 22-10 44-2 22 8 44-4l2 16q-24 10-46 2t-44 2q-32 10-62-4z" fill="${b.tone}" opacity=".85"/><path d="M92 54q28 34 56 0-10 50-28 52-18-2-28-52z" fill="${b.p.light}"/>${b.label({ x: 82, y: 132, w: 76, h: 32, size: 10 })}`
  },
  shirt(b) {
    const placket = [
      `<path d="M114 62h12v74h-12z" fill="${b.tone}"/><path d="M120 74v56" stroke="#fff" stroke-dasharray="2 11" stroke-width="4" stroke-linecap="round"/>`,
      `<path d="M120 64v144" stroke="${b.p.dark}" stroke-width="3"/><g fill="${b.p.paper}"><circle cx="120" cy="86" r="3.5"/><circle cx="120" cy="112" r="3.5"/><circle cx="120" cy="138" r="3.5"/></g>`,
      `<path d="M92 62v146M148 62v146" stroke="${b.tone}" stroke-width="7" opacity=".85"/><path d="M120 64v70" stroke="${b.p.dark}" stroke-width="3"/>`,
    ][b.form]
    return `${shadow(120, 70)}<path d="M120 32q12 0 10 10l-10 8" stroke="#6b4326" stroke-width="4" fill="none" stroke-linecap="round"/><path d="M92 60l28-14 28 14 46 28-16 40-20-8v88H82v-88l-20 8-16-40z" fill="${b.p.body}"/>${dark('M140 56l8 4 46 28-16 40-20-8v88h-24q14-90 6-152z', 0.15)}<path d="M46 88l16 40 8-3-15-42zM194 88l-16 40-8-3 15-42z" fill="${b.p.light}"/>${placket}<path d="M98 58q22 20 44 0l-4-9H102z" fill="${b.p.light}"/>${b.label({ x: 88, y: 156, w: 64, h: 28, size: 9 })}`
  },
  prayermat(b) {
    const arch = [
      'M84 196V112q0-40 36-58 36 18 36 58v84z',
      'M84 196V104h12V84q0-18 24-32 24 14 24 32v20h12v92z',
      'M84 196V100l36-46 36 46v96z',
    ][b.form]
    return `${shadow(120, 68)}<path d="M62 34h116v172H62z" fill="${b.p.body}"/><path d="M70 42h100v156H70z" fill="none" stroke="${b.tone}" stroke-width="4"/><path d="${arch}" fill="${b.p.dark}"/><path d="${arch}" fill="none" stroke="${b.p.light}" stroke-width="4"/><path d="M120 66v22m-8 0h16l5 12-8 14h-10l-8-14z" stroke="#e9c56b" stroke-width="3" fill="none"/>${dark('M150 34h28v172h-28z', 0.14)}<path d="M66 34v-8m12 8v-8m12 8v-8m12 8v-8m12 8v-8m12 8v-8m12 8v-8m12 8v-8m12 8v-8m12 8v-8" stroke="${b.p.light}" stroke-width="4"/><path d="M58 196h124q6 8 0 14H58q-6-6 0-14z" fill="${b.p.light}"/>${b.label({ x: 84, y: 152, w: 72, h: 32, size: 9 })}`
  },
  embroidery(b) {
    const bloom = (x: number, y: number, r: number, c: string) => {
      const petals = Array.from(
        { length: 6 },
        (_, i) =>
          `<ellipse cx="${x}" cy="${y - r}" rx="${r * 0.5}" ry="${r * 0.8}" transform="rotate(${i * 60 + b.form * 20} ${x} ${y})"/>`,
      ).join('')
      return `<g fill="${c}" stroke="#fff" stroke-opacity=".4" stroke-width="1.5">${petals}</g><circle cx="${x}" cy="${y}" r="${r * 0.5}" fill="#dba144"/>`
    }
    const flowers = [
      bloom(112, 90, 15, b.p.body) + bloom(146, 126, 10, b.p.light),
      bloom(122, 104, 19, b.p.body),
      bloom(100, 112, 11, b.p.light) + bloom(138, 88, 12, b.p.body) + bloom(142, 130, 8, b.tone),
    ][b.form]
    return `${shadow(120, 82)}<path d="M46 190q10-60 74-60t74 60q-6 20-16 20H62q-10 0-16-20z" fill="${b.p.paper}"/>${dark('M158 144q30 14 36 46-6 20-16 20h-22q14-34 2-66z', 0.1)}<circle cx="120" cy="106" r="64" fill="#c08a4f"/><circle cx="120" cy="106" r="56" fill="#fbf3e4"/><circle cx="120" cy="106" r="64" fill="none" stroke="#8f5c2d" stroke-width="3"/><path d="M112 36h16v14h-16z" fill="#dba144"/><path d="M84 138q30 12 64-40" stroke="#3f7040" stroke-width="4" fill="none"/><path d="M98 142q2-14 16-14-4 12-16 14zM140 112q14-2 18 8-12 4-18-8z" fill="#5a9a46"/>${flowers}${b.label({ x: 80, y: 174, w: 80, h: 30, size: 10 })}`
  },
  cap(b) {
    if (b.form === 1)
      return `${shadow(120, 84)}<path d="M44 200l14-86q62-24 124 0l14 86q-76 18-152 0z" fill="${b.p.body}"/><path d="M58 114q62-24 124 0-62 26-124 0z" fill="${b.p.light}" opacity=".75"/><path d="M70 114q50-16 100 0-50 16-100 0z" fill="${b.p.dark}" opacity=".5"/>${dark('M160 122l22-8 14 86q-20 5-44 8 10-40 8-86z', 0.2)}<path d="M46 190q74 18 148 0" stroke="${b.tone}" stroke-width="4" fill="none"/>${b.label({ x: 84, y: 148, w: 72, h: 32, size: 10 })}`
    const c = b.id('c')
    return `${weave(c, '#d8b06a', '#b98a43', b.form === 2 ? 24 : 16)}${shadow(120, 80)}<path d="M46 196q-2-70 20-84 54-14 108 0 22 14 20 84-74 22-148 0z" fill="url(#${c})"/><path d="M66 112q54-14 108 0-54 18-108 0z" fill="#e6c583"/><path d="M160 110q36 4 34 86-16 6-34 8 8-56 0-94z" fill="#4a2e0c" opacity=".22"/><path d="M46 176q74 22 148 0v20q-74 22-148 0z" fill="${b.trim % 2 ? b.tone : b.p.body}"/><path d="M46 182q74 22 148 0" stroke="#e9c56b" stroke-width="2" fill="none"/>${b.label({ x: 86, y: 132, w: 68, h: 30, size: 10 })}`
  },
  sandals(b) {
    const sole = (x: number, turn: number) =>
      `<g transform="translate(${x} 122) rotate(${turn})"><path d="M-28-40q0-40 30-40t28 42q-4 34-2 62 0 34-26 34t-26-34q2-30-4-64z" fill="${b.p.dark}"/><path d="M-23-40q0-34 25-34t23 36q-4 34-2 62 0 28-21 28t-21-28q2-30-4-64z" fill="#d0a468"/><path d="M-12 36q14-12 26 0" stroke="#9d713c" stroke-width="3" fill="none"/>${b.form === 1 ? `<path d="M-29-20q30-26 60-2v24q-30-22-58 0z" fill="${b.p.body}"/>` : `<path d="M2-54l-30 44m30-44l30 42" stroke="${b.p.body}" stroke-width="10" stroke-linecap="round"/><circle cx="2" cy="-54" r="6" fill="${b.tone}"/>`}${b.form === 2 ? `<path d="M-26-8q28 18 56-2" stroke="${b.p.light}" stroke-width="9" fill="none"/>` : ''}</g>`
    return `${shadow(120, 84)}${sole(84, -8)}${sole(154, 8)}<path d="M64 186h112v24H64z" fill="${b.p.body}"/><path d="M64 186h112v5H64z" fill="${b.tone}"/>${b.label({ x: 80, y: 188, w: 80, h: 20, size: 8 })}`
  },
} satisfies Record<string, Artwork>
