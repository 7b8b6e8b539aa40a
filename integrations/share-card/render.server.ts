import { Resvg, type ResvgRenderOptions, renderAsync } from '@resvg/resvg-js'
import { shareCardFonts } from './fonts.server'

export interface ShareCardRenderer {
  /** The width of a text in one of the product's fonts, in pixels. */
  measure(text: string, font: { family: string; weight: number; size: number }): number
  /** An SVG as PNG, off the main thread. */
  render(svg: string): Promise<Buffer>
}

const MEASURED_AT = 100
const KEPT = 2_000

/**
 * The renderer of share cards; `cacheDir` keeps its fonts. Only the product's own fonts are used, so that
 * the picture is the same on every machine.
 */
export async function openShareCardRenderer(cacheDir: string): Promise<ShareCardRenderer> {
  const options: ResvgRenderOptions = {
    font: {
      fontFiles: await shareCardFonts(cacheDir),
      loadSystemFonts: false,
      defaultFontFamily: 'Plus Jakarta Sans',
    },
  }
  const widths = new Map<string, number>()
  return {
    measure(text, { family, weight, size }) {
      const key = `${family}:${weight}:${text}`
      let width = widths.get(key)
      if (width === undefined) {
        if (widths.size >= KEPT) widths.clear()
        width = widthOf(text, family, weight, options)
        widths.set(key, width)
      }
      return (width * size) / MEASURED_AT
    },
    render: async (svg) => (await renderAsync(svg, options)).asPng(),
  }
}

/** The box of what is drawn; a lone point is set between letters, so that its sides count too. */
function widthOf(text: string, family: string, weight: number, options: ResvgRenderOptions): number {
  const box = (drawn: string) => {
    const escaped = drawn
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replace(/\p{Cc}/gu, ' ')
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><text font-family="${family}" font-weight="${weight}" font-size="${MEASURED_AT}">${escaped}</text></svg>`
    return new Resvg(svg, options).getBBox()?.width ?? 0
  }
  return /^\p{P}$/u.test(text) ? box(`n${text}n`) - box('nn') : box(text)
}
