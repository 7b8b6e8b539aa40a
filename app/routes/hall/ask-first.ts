/**
 * Whether the visitor is to be asked before the hall loads: on a phone, where it costs data and battery
 * ('tap'), and wherever the device saves data. Null: it may load by itself.
 */
export function askFirst(): 'tap' | 'save-data' | null {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } }
  if (connection?.saveData) return 'save-data'
  return window.matchMedia('(max-width: 899px), (pointer: coarse)').matches ? 'tap' : null
}
