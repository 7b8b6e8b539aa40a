import { type Artwork, dark, glint, shadow } from './brush'

const CRISPS = {
  slices:
    '<g fill="#f0c96a" stroke="#b57a1e" stroke-width="2.5"><ellipse cx="104" cy="158" rx="22" ry="14" transform="rotate(-18 104 158)"/><ellipse cx="136" cy="166" rx="22" ry="14" transform="rotate(12 136 166)"/><ellipse cx="124" cy="144" rx="20" ry="12" transform="rotate(6 124 144)"/></g>',
  rings:
    '<g fill="none" stroke="#e0a23c" stroke-width="8"><circle cx="100" cy="160" r="14"/><circle cx="138" cy="168" r="13"/><circle cx="126" cy="142" r="12"/></g><g fill="none" stroke="#f6d48a" stroke-width="2"><path d="M88 154a14 14 0 0 1 12-9M127 162a13 13 0 0 1 11-8"/></g>',
  leaves:
    '<g fill="#e3b356" stroke="#a86d1a" stroke-width="2.5"><path d="M84 166q10-26 36-28-2 28-36 28z"/><path d="M120 178q4-26 34-30 2 28-34 30z"/></g>',
}

/** Baked, fried and fresh from the kitchen. */
export const KITCHEN = {
  bread(b) {
    const cuts = [
      'M78 128q6-10 16-12M112 116q8-5 18-4M150 122q10 2 14 10',
      'M82 132l14-22M112 126l14-22M142 126l14-20',
      'M74 124q46-26 92 0',
    ][b.form]
    return `${shadow(120, 86)}<path d="M40 150q-12-52 34-56 14-14 46-14t46 14q46 4 34 56v50q0 10-10 10H50q-10 0-10-10z" fill="#c9813a"/><path d="M40 150q-12-52 34-56 14-14 46-14t46 14q46 4 34 56-6-34-44-34-14-12-36-12t-36 12q-38 0-44 34z" fill="#a35f23"/><path d="${cuts}" stroke="#e6b06a" stroke-width="5" stroke-linecap="round" fill="none"/>${dark('M180 118q26 6 20 32v50q0 10-10 10h-24z', 0.16)}
<path d="M40 158h160v36H40z" fill="${b.p.paper}"/><path d="M40 162h160M40 190h160" stroke="${b.trim % 2 ? b.p.body : b.tone}" stroke-width="3"/>${b.letters({ x: 120, y: 182, height: 12, within: 140, colour: b.p.body })}`
  },
  chips(b) {
    const crisps = [CRISPS.slices, CRISPS.rings, CRISPS.leaves][b.form]
    return `${shadow(120, 64)}<path d="M60 54l6-8 6 8 6-8 6 8 6-8 6 8 6-8 6 8 6-8 6 8 6-8 6 8 6-8 6 8 6-8 6 8 6-8 6 8 6-8 6 8-2 10q14 64-1 144H61q-14-78 1-144z" fill="${b.p.body}"/>${dark('M62 64h116l2-10H60zM60 196h120l-1 12H61z', 0.12)}${dark('M150 64h28q15 64 1 144h-33q12-76 4-144z', 0.13)}${glint('M72 74q-10 54 0 116', 7, 0.25)}
${b.label({ x: 74, y: 82, w: 92, h: 40, size: 11 })}<path d="M76 126h90v${b.trim > 1 ? 64 : 0}H76z" fill="${b.p.dark}" opacity=".35"/>${crisps}<path d="M62 62h116" stroke="${b.tone}" stroke-width="4"/>`
  },
  cookies(b) {
    const biscuit = (x: number, y: number) =>
      `<ellipse cx="${x}" cy="${y}" rx="17" ry="11" fill="#d9a052"/><ellipse cx="${x - 2}" cy="${y - 3}" rx="12" ry="6" fill="#edc585"/><circle cx="${x}" cy="${y - 2}" r="3" fill="${b.form === 1 ? '#5b2f0e' : '#b3391f'}"/>`
    return `${shadow(120, 78)}<path d="M52 100v98q68 22 136 0v-98z" fill="${b.p.body}"/>${dark('M148 108l40-8v98q-18 6-40 9z')}${glint('M62 116v78', 6, 0.22)}<ellipse cx="120" cy="100" rx="68" ry="17" fill="${b.p.dark}"/>${[
      [84, 96],
      [118, 92],
      [152, 95],
      [102, 101],
      [136, 102],
    ]
      .map(([x = 0, y = 0]) => biscuit(x, y))
      .join('')}<path d="M52 100q68 36 136 0v7q-68 36-136 0z" fill="${b.tone}"/>
${b.form === 2 ? `<g transform="rotate(-14 60 84)"><ellipse cx="76" cy="70" rx="52" ry="13" fill="${b.tone}"/><path d="M24 70q52 26 104 0v7q-52 26-104 0z" fill="${b.p.body}"/></g>` : ''}${b.label({ x: 74, y: 138, w: 92, h: 44, size: 12 })}`
  },
  dodol(b) {
    const roll = (x: number, y: number, c: string) =>
      `<path d="M${x - 34} ${y - 11}h68v22h-68z" fill="${c}"/><path d="M${x - 34} ${y - 11}l-14-7v36l14-7zM${x + 34} ${y - 11}l14-7v36l-14-7z" fill="${c}"/><path d="M${x - 34} ${y + 3}h68v8h-68z" fill="#000" opacity=".16"/><path d="M${x - 28} ${y - 6}h40" stroke="#fff" opacity=".4" stroke-width="3"/><path d="M${x - 34} ${y - 11}v22m68-22v22" stroke="#fff" opacity=".35" stroke-width="2"/>`
    return `${shadow(120, 84)}<path d="M44 116h152v94H44z" fill="${b.p.body}"/>${dark('M160 116h36v94h-36z')}<path d="M36 98h168v22H36z" fill="${b.tone}"/><path d="M50 120h8v86h-8z" fill="#fff" opacity=".16"/>${b.label({ x: 66, y: 134, w: 108, h: 56, size: 13 })}${b.form === 0 ? roll(92, 86, b.p.light) + roll(150, 84, '#c78548') : b.form === 1 ? roll(120, 86, '#c78548') + roll(120, 64, b.p.light) : roll(84, 86, '#a8652e') + roll(156, 86, '#8db57c') + roll(120, 66, b.p.light)}`
  },
  noodles(b) {
    const loops = Array.from({ length: 6 }, (_, i) => `M${88 + i * 10} 134q-10 20 0 38t0 26`).join('')
    return `${shadow(120, 78)}<path d="M48 70q72-10 144 0l-4 136q-68 8-136 0z" fill="${b.p.body}"/>${dark('M152 66l40 4-4 136q-18 2-40 3z', 0.14)}<path d="M48 70l4-14 9 10 9-12 9 11 9-12 9 11 9-12 9 12 9-12 9 12 9-11 9 12 9-11 9 12 9-10 5 14q-72-10-145 0z" fill="${b.tone}"/><path d="M74 126h92v76q-46 4-92 0z" fill="#f7e3a8"/><path d="${loops}" stroke="${b.form === 1 ? '#7fa650' : b.form === 2 ? '#d98a5a' : '#d9a83c'}" stroke-width="5" fill="none"/>${b.label({ x: 64, y: 80, w: 112, h: 40, size: 13 })}`
  },
  tempeh(b) {
    const beans = [
      [70, 158],
      [88, 150],
      [108, 160],
      [128, 150],
      [148, 160],
      [168, 152],
      [80, 172],
      [100, 178],
      [122, 172],
      [142, 178],
      [160, 172],
    ]
      .map(([x, y]) => `<ellipse cx="${x}" cy="${y}" rx="8" ry="6" fill="#d9b877"/>`)
      .join('')
    return `${shadow(120, 90)}<path d="M44 142h152v60q0 8-8 8H52q-8 0-8-8z" fill="#f2e7cb"/>${beans}${dark('M160 142h36v60q0 8-8 8h-28z', 0.12)}<path d="M36 132q84-30 168 0-4 14-12 14-72-16-144 0-8 0-12-14z" fill="#4f8a45"/><path d="M36 132q84-30 168 0" stroke="#2f6b3a" stroke-width="3" fill="none"/><path d="M${70 + b.form * 12} 126l-12 14m40-20l-8 16m34-17v16m28-14l8 16" stroke="#2f6b3a" stroke-width="2"/>${b.form === 2 ? '<path d="M56 112q64-30 128 0-60 14-128 0z" fill="#6aa65a"/>' : ''}<path d="M92 122h56v88H92z" fill="${b.tone}" opacity=".95"/>${b.label({ x: 84, y: 152, w: 72, h: 36, size: 11 })}${b.form === 1 ? '<path d="M104 118q16-16 32 0-16 10-32 0z" fill="#c9a86a"/>' : ''}`
  },
  tofu(b) {
    const block = (x: number, y: number) =>
      `<path d="M${x} ${y}h56v38h-56z" fill="${b.form === 1 ? '#e9c25a' : '#f7ecd0'}"/><path d="M${x} ${y}l12-12h56l-12 12z" fill="${b.form === 1 ? '#f4d98a' : '#fffaf0'}"/><path d="M${x + 56} ${y}l12-12v38l-12 12z" fill="${b.form === 1 ? '#b98a2b' : '#d9c698'}"/>`
    return `${shadow(120, 90)}<path d="M36 182h168l-8 28H44z" fill="${b.p.body}"/><path d="M36 182h168v8H36z" fill="${b.tone}"/>${block(48, 146)}${block(122, 146)}${b.form === 2 ? block(48, 96) + block(122, 96) : block(84, 98)}${b.label({ x: 78, y: 184, w: 84, h: 24, size: 9 })}`
  },
  rice(b) {
    const tie = [
      'M84 66q36 12 72 0l16-26q-52-16-104 0z',
      'M66 60h108l-6-16H72z',
      'M76 62q44 14 88 0l-2-14q-42 10-84 0z',
    ][b.form]
    return `${shadow(120, 74)}<path d="M66 64q54 12 108 0 22 70 12 140-66 12-132 0-10-70 12-140z" fill="#efe3c6"/><path d="${tie}" fill="#e0cfa6"/><path d="M70 62q50 12 100 0" stroke="${b.tone}" stroke-width="6" fill="none"/>${dark('M158 66l16-2q22 70 12 140-16 4-36 5 22-70 8-143z', 0.13)}<path d="M62 108q58 8 116 0M60 190q60 8 120 0" stroke="${b.p.body}" stroke-width="5" fill="none"/>
${b.letters({ x: 120, y: 178, height: 14, within: 96, colour: b.p.body })}<path d="M120 154V120m0 14q-14-2-14-16 14 0 14 16zm0 0q14-2 14-16-14 0-14 16zm0 14q-14-2-14-14 12 0 14 14zm0 0q14-2 14-14-12 0-14 14z" fill="${b.p.light}" stroke="${b.p.body}" stroke-width="2"/>`
  },
  meat(b) {
    const cut = [
      '<path d="M74 112q-8-30 26-34 34-6 58 14 18 18 2 34-20 14-44 6-34 6-42-20z" fill="#c4453a"/><path d="M92 110q14-18 36-12m-20 24q20-14 40-6" stroke="#f3c9b8" stroke-width="4" fill="none" stroke-linecap="round"/>',
      '<g fill="#b9652f"><ellipse cx="90" cy="106" rx="22" ry="22"/><ellipse cx="134" cy="104" rx="22" ry="22"/><ellipse cx="112" cy="120" rx="22" ry="20"/><ellipse cx="158" cy="120" rx="20" ry="19"/></g><g fill="#dd9a63"><ellipse cx="83" cy="98" rx="8" ry="6"/><ellipse cx="127" cy="96" rx="8" ry="6"/><ellipse cx="105" cy="113" rx="8" ry="6"/></g>',
      '<path d="M66 96h36l14 30H80zm46-8h34l14 34h-34zm42 10h22l8 28h-20z" fill="#8f3f24"/><path d="M74 104l10 16m38-24l12 20m30-10l6 12" stroke="#d08a5c" stroke-width="3"/>',
    ][b.form]
    return `${shadow(120, 88)}<path d="M40 74h160v68H40z" fill="#fff" opacity=".55"/>${cut}<path d="M34 132h172l-8 78H42z" fill="${b.p.body}"/>${dark('M164 132h42l-8 78h-40z')}<path d="M34 132h172v9H34z" fill="${b.tone}"/>${glint('M52 82h60', 5, 0.7)}${b.label({ x: 68, y: 150, w: 104, h: 46, size: 13 })}`
  },
} satisfies Record<string, Artwork>
