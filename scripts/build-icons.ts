import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

/**
 * Makes the icon sprite from Lucide (ISC) and WhatsApp's mark from Simple Icons (CC0):
 * one file that every page shares and no JavaScript. Run `npm run icons` after changing the list.
 */
const LUCIDE = [
  'arrow-down',
  'arrow-left',
  'arrow-right',
  'arrow-up',
  'badge-check',
  'bookmark',
  'calendar-days',
  'calendar-plus',
  'camera',
  'check',
  'chevron-down',
  'chevron-left',
  'chevron-right',
  'circle-check',
  'circle-dashed',
  'circle-help',
  'circle-x',
  'clock',
  'compass',
  'crop',
  'eye',
  'eye-off',
  'file-text',
  'footprints',
  'grip-vertical',
  'history',
  'house',
  'image-plus',
  'info',
  'list',
  'map',
  'map-pin',
  'menu',
  'package',
  'pencil',
  'phone',
  'plus',
  'refresh-cw',
  'search',
  'send',
  'sliders-horizontal',
  'store',
  'trash-2',
  'triangle-alert',
  'trophy',
  'undo-2',
  'users',
  'video',
  'wifi-off',
  'x',
]

const root = path.resolve(import.meta.dirname, '..')
const symbols: string[] = []
for (const name of LUCIDE) {
  const svg = await readFile(path.join(root, 'node_modules/lucide-static/icons', `${name}.svg`), 'utf8')
  const inner = svg.slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.lastIndexOf('</svg>'))
  symbols.push(
    `<symbol id="${name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">${inner.replace(/\s+/g, ' ').trim()}</symbol>`,
  )
}
const mark = await readFile(path.join(root, 'node_modules/simple-icons/icons/whatsapp.svg'), 'utf8')
symbols.push(
  `<symbol id="whatsapp" viewBox="0 0 24 24" fill="currentColor">${/<path[^>]*\/>/.exec(mark)?.[0] ?? ''}</symbol>`,
)
await writeFile(
  path.join(root, 'app/components/icons.svg'),
  `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>\n`,
)
await writeFile(
  path.join(root, 'app/components/icon-name.ts'),
  `/** The icons of the sprite, made by scripts/build-icons.ts. */\nexport type IconName =\n${[...LUCIDE, 'whatsapp'].map((name) => `  | '${name}'`).join('\n')}\n`,
)
