import { meantColour, type TypedLook } from '~/domain/hall/pavilion-look'

/** What the form says. Each colour has a field and a picker, and what both showed when the page was made. */
export function readTypedLook(form: FormData): TypedLook {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value.slice(0, 40) : ''
  }
  const colour = (name: 'colour' | 'accent') =>
    meantColour({ typed: text(name), picked: text(`${name}-picked`), shown: text(`${name}-shown`) })
  return { motif: text('motif'), roof: text('roof'), colour: colour('colour'), accent: colour('accent') }
}
