import { type Browser, chromium } from '@playwright/test'

/** The browser that takes the product's own pictures; it draws WebGL without a GPU. */
export function openCamera(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
    ],
  })
}

/** The browser's own encoder, at the best quality that stays within the budget. */
export async function toWebp(
  opened: Browser,
  png: Buffer,
  { width, height, mostBytes }: { width: number; height: number; mostBytes: number },
): Promise<Buffer> {
  const page = await opened.newPage()
  for (let quality = 0.86; quality > 0.3; quality -= 0.04) {
    const encoded = await page.evaluate(
      async ({ source, quality, width, height }) => {
        const image = new Image()
        image.src = `data:image/png;base64,${source}`
        await image.decode()
        const canvas = document.createElement('canvas')
        canvas.width = width
        canvas.height = height
        const context = canvas.getContext('2d')
        if (context) context.imageSmoothingQuality = 'high'
        context?.drawImage(image, 0, 0, width, height)
        return canvas.toDataURL('image/webp', quality)
      },
      { source: png.toString('base64'), quality, width, height },
    )
    const bytes = Buffer.from(encoded.slice(encoded.indexOf(',') + 1), 'base64')
    if (bytes.length <= mostBytes) {
      await page.close()
      return bytes
    }
  }
  throw new Error(`The picture cannot be made smaller than ${mostBytes} bytes.`)
}
