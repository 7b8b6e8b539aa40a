/** Rows of one statement: PostgreSQL takes 65,535 values in it. */
const AT_ONCE = 200

/** A list in parts that one statement can write. */
export function inParts<T>(list: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(list.length / AT_ONCE) }, (_, at) =>
    list.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
  )
}
