/** From how many letters (of the longer word) one or two typos are forgiven, as the search does. */
const ONE_TYPO_FROM = 5
const TWO_TYPOS_FROM = 9

/**
 * Whether one of `words` is `word`, or is so like it that one of them is misspelt: 'arabica' and
 * 'arabika'. Words with digits and words with another first letter are never alike.
 */
export function hasWord(words: ReadonlySet<string>, word: string): boolean {
  if (words.has(word)) return true
  if (word.length < ONE_TYPO_FROM - 1 || /\p{N}/u.test(word)) return false
  for (const other of words) if (isLike(other, word)) return true
  return false
}

function isLike(a: string, b: string): boolean {
  if (a[0] !== b[0]) return false
  const longer = Math.max(a.length, b.length)
  const typos = longer >= TWO_TYPOS_FROM ? 2 : longer >= ONE_TYPO_FROM ? 1 : 0
  if (typos === 0 || Math.abs(a.length - b.length) > typos) return false
  return distance(a, b) <= typos && !/\p{N}/u.test(a)
}

/** Letters put in, left out or changed, and neighbours swapped (optimal string alignment). */
function distance(a: string, b: string): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1]
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, (before[j - 2] ?? 0) + 1)
      }
      row.push(least)
    }
    before = last
    last = row
  }
  return last[b.length] ?? 0
}
