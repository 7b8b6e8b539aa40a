/** The six digits of a code as somebody typed or pasted it, with spaces or in Arabic digits; null: none. */
export function typedCode(text: string): string | null {
  const digits = text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[\s\u200e\u200f\u2066-\u2069.–-]/g, '')
  return /^\d{6}$/.test(digits) ? digits : null
}
