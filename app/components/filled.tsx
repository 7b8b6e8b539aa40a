import { Fragment, type ReactNode } from 'react'

/** A sentence with elements in the places of its `{placeholders}`, in the order of its language. */
export function Filled({
  sentence,
  values,
}: {
  sentence: string
  values: Readonly<Record<string, ReactNode>>
}) {
  let at = 0
  return sentence.split(/(\{\w+\})/).map((part) => {
    const key = at
    at += part.length
    const name = /^\{(\w+)\}$/.exec(part)?.[1]
    return <Fragment key={key}>{name !== undefined && name in values ? values[name] : part}</Fragment>
  })
}
