import type { PDFiumPage } from '@hyzyla/pdfium'
import sharp from 'sharp'
import { type Pressed, Unreadable } from './press.server'

/** It opens with a password only. */
export class Locked extends Error {}

/** A strip shows nothing; a page of no size neither. */
const MOST_RATIO = 8
const QUALITY = 88

/**
 * The first pages of a PDF as pictures, their longer side `side` pixels. The reader is compiled to WebAssembly,
 * without scripts and without forms that do anything: it reaches neither files nor the network, and what breaks it
 * breaks this process at most. @throws Locked; Unreadable.
 */
export async function pressPdf(
  bytes: Buffer,
  { side, mostPages }: { side: number; mostPages: number },
): Promise<Pressed[]> {
  // Loaded where there is a PDF: its code alone is five megabytes.
  const { PDFiumLibrary } = await import('@hyzyla/pdfium')
  const library = await PDFiumLibrary.init()
  try {
    const document = await library.loadDocument(bytes)
    const pages = Math.min(document.getPageCount(), mostPages)
    if (pages < 1) throw new Unreadable('no pages')
    const pressed: Pressed[] = []
    for (let number = 0; number < pages; number++)
      pressed.push(await pressPage(document.getPage(number), side))
    return pressed
  } catch (error) {
    if (error instanceof Unreadable) throw error
    if (error instanceof Error && /password/i.test(error.message)) throw new Locked()
    throw new Unreadable('the PDF is not whole', { cause: error })
  }
}

async function pressPage(page: PDFiumPage, side: number): Promise<Pressed> {
  const { originalWidth, originalHeight } = page.getOriginalSize()
  const long = Math.max(originalWidth, originalHeight)
  const short = Math.min(originalWidth, originalHeight)
  if (!(short > 0) || long > short * MOST_RATIO) throw new Unreadable('a page without a size')
  const width = Math.round((originalWidth / long) * side)
  const height = Math.round((originalHeight / long) * side)
  // Signatures that can be seen are drawn as fields of a form.
  const { data } = await page.render({ width, height, render: 'bitmap', renderFormFields: true })
  const body = await sharp(data, { raw: { width, height, channels: 4 } })
    .flatten({ background: '#ffffff' })
    .webp({ quality: QUALITY, effort: 3 })
    .toBuffer()
  return { body, width, height }
}
