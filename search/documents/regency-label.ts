/** 'Garut' for a kabupaten, 'Kota Bandung' for a city: there are both a Bandung and a Kota Bandung. */
export function regencyLabel(kind: 'kabupaten' | 'kota' | null, name: string | null): string | null {
  if (name === null) return null
  return kind === 'kota' ? `Kota ${name}` : name
}
