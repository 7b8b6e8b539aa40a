/** A stream of numbers that is the same for the same seed, on every machine. */
export interface Random {
  /** 0 ≤ x < 1, with 32 bits. */
  next(): number
  /** An integer 0 … n − 1; `n` is at least 1. */
  below(n: number): number
}

/**
 * Chris Doty-Humphrey's sfc32 (PractRand: "small fast chaotic", 128 bits of state, a counter among them, so
 * no period is shorter than 2³²), its state filled from the seed by the splitmix32 of Steele, Lea and Flood.
 */
export function createRandom(seed: number): Random {
  let mix = seed | 0
  const fill = () => {
    mix = (mix + 0x9e3779b9) | 0
    let z = mix ^ (mix >>> 16)
    z = Math.imul(z, 0x21f0aaad)
    z ^= z >>> 15
    z = Math.imul(z, 0x735a2d97)
    return z ^ (z >>> 15)
  }
  let a = fill()
  let b = fill()
  let c = fill()
  let counter = 1
  const draw = () => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  for (let round = 0; round < 12; round++) draw()
  return {
    next: () => draw() / 4294967296,
    below: (n) => Math.floor((draw() / 4294967296) * n),
  }
}
