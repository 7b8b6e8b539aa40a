/** `?quality=0` to `3` keeps a level, so that pictures can be compared; else the hall measures. */
export function keptQuality(): number | undefined {
  const wanted = new URLSearchParams(window.location.search).get('quality')
  return wanted !== null && /^[0-3]$/.test(wanted) ? Number(wanted) : undefined
}
