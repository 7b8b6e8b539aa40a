/** A zone where it is about noon now: nobody is written to at night. */
export function noonZone(): string {
  const west = new Date().getUTCHours() - 12
  return `Etc/GMT${west < 0 ? west : `+${west}`}`
}
