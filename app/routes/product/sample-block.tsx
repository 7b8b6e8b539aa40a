import type { SampleBlockWords } from '~/app/sample-block.server'

interface SampleBlockProps {
  words: SampleBlockWords
  slug: string
  /** Where its cart is. */
  cart: string
  /** For which meeting it is wanted. */
  meeting: string | null
}

/** How to try it before buying. A plain form: nothing of it runs in the browser. */
export function SampleBlock({ words: { title, lines, label, ask }, slug, cart, meeting }: SampleBlockProps) {
  return (
    <section className="smp" id="sample">
      <h2>{title}</h2>
      {lines.map((line, at) => (
        <p key={line} className={at ? 'sm mut' : 'b'}>
          {line}
        </p>
      ))}
      {ask ? (
        <a className="btn line" href={ask}>
          {label}
        </a>
      ) : (
        <form method="post" action={cart}>
          <input type="hidden" name="slug" value={slug} />
          {meeting ? <input type="hidden" name="meeting" value={meeting} /> : null}
          <button type="submit" className="btn line">
            {label}
          </button>
        </form>
      )}
    </section>
  )
}
