/** PDFs that are written by hand, so that each shows one thing: objects in order, with a right table at the end. */
function pdf(objects: readonly string[], trailer = ''): Buffer {
  let body = '%PDF-1.7\n'
  const offsets = objects.map((object, at) => {
    const offset = body.length
    body += `${at + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = body.length
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`
  body += `trailer\n<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${table}\n%%EOF\n`
  return Buffer.from(body, 'latin1')
}

const stream = (content: string, more = '') =>
  `<</Length ${content.length}${more}>>\nstream\n${content}\nendstream`
const FONT = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>'

/** A certificate of some pages: a red field and its number. */
export function paperPdf(
  pages = 1,
  {
    box = '0 0 595 842',
    catalog = '',
    trailer = '',
  }: { box?: string; catalog?: string; trailer?: string } = {},
): Buffer {
  const kids = Array.from({ length: pages }, (_, at) => `${4 + at * 2} 0 R`).join(' ')
  return pdf(
    [
      `<</Type/Catalog/Pages 2 0 R${catalog}>>`,
      `<</Type/Pages/Count ${pages}/Kids[${kids}]>>`,
      FONT,
      ...Array.from({ length: pages }, (_, at) => [
        `<</Type/Page/Parent 2 0 R/MediaBox[${box}]/Contents ${5 + at * 2} 0 R/Resources<</Font<</F 3 0 R>>>>>>`,
        stream(`1 0 0 rg 50 400 300 200 re f 0 g BT /F 32 Tf 60 700 Td (ID3211000012345 ${at + 1}) Tj ET`),
      ]).flat(),
    ],
    trailer,
  )
}

/** One that does something when it is opened, and tells by it that scripts run. */
export const SCRIPTED_PDF = paperPdf(1, {
  catalog:
    '/OpenAction<</S/JavaScript/JS(app.alert\\(1\\);this.submitForm\\("http://127.0.0.1:9/told"\\);)>>/AA<</WC<</S/Launch/F(/bin/sh)>>>>',
})

/** One that opens with a password only (its keys are of no use to anybody). */
export const LOCKED_PDF = paperPdf(1, {
  trailer: `/ID[<${'00'.repeat(16)}><${'00'.repeat(16)}>]/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -4/O<${'11'.repeat(32)}>/U<${'22'.repeat(32)}>>>`,
})

/** A few hundred bytes that draw themselves ten times each, twelve deep. */
export const NESTED_PDF = (() => {
  const depth = 12
  const form = (inner: string, at: number) =>
    stream(inner, `/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X ${at + 1} 0 R>>>>`)
  return pdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>',
    stream('/X Do '.repeat(10)),
    ...Array.from({ length: depth }, (_, at) => form('/X Do '.repeat(10), 5 + at)),
    stream('0 0 1 rg 0 0 595 842 re f', '/Type/XObject/Subtype/Form/BBox[0 0 595 842]'),
  ])
})()

/** A picture that says that it is of 60,000 by 60,000 pixels. */
export const BOMB_PDF = pdf([
  '<</Type/Catalog/Pages 2 0 R>>',
  '<</Type/Pages/Count 1/Kids[3 0 R]>>',
  '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>',
  stream('595 0 0 842 0 0 cm /X Do'),
  stream(
    'AAAA',
    '/Type/XObject/Subtype/Image/Width 60000/Height 60000/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter/ASCII85Decode',
  ),
])

/** Pages that are their own parents' children. */
export const LOOPED_PDF = pdf([
  '<</Type/Catalog/Pages 2 0 R>>',
  '<</Type/Pages/Count 3/Kids[2 0 R 2 0 R 2 0 R]>>',
])
