import { isWritten } from '../written-field'

/** What somebody has written in a form that wasn't taken: to read, and to copy. */
export function WrittenList({ fields }: { fields: readonly [name: string, value: string][] }) {
  const written = fields.filter(isWritten)
  if (written.length === 0) return null
  return (
    <ul className="written">
      {written.map(([name, value], at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they never change, and names repeat
        <li key={at} data-field={name}>
          <bdi>{value}</bdi>
        </li>
      ))}
    </ul>
  )
}
