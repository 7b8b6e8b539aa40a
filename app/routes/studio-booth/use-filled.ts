import { type RefObject, useState } from 'react'
import { readTypedBooth, type TypedBooth } from '~/domain/booth/typed-booth'

/**
 * What the fields are filled with, and what stands in them now. The fields keep what is typed themselves; another
 * `source` (an answer, another version) fills them anew.
 */
export function useFilled(source: TypedBooth, form: RefObject<HTMLFormElement | null>) {
  const key = JSON.stringify(source)
  const [state, setState] = useState({ key, filled: source, typed: source, generation: 0 })
  if (state.key !== key) setState({ key, filled: source, typed: source, generation: state.generation + 1 })
  return {
    ...state,
    refill(filled: TypedBooth) {
      setState((now) => ({ ...now, filled, typed: filled, generation: now.generation + 1 }))
    },
    /** Reads the fields again after somebody has typed. */
    read() {
      const { current } = form
      if (!current) return
      const typed = readTypedBooth(new FormData(current))
      setState((now) => ({ ...now, typed }))
    },
  }
}
