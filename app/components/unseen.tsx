/** Above a page that only its own people and the organiser see; null: everybody does. */
export function Unseen({ text }: { text: string | null }) {
  return text ? (
    <p className="wrap" role="note">
      {/* A tag is one line elsewhere; this one is a sentence, on a phone too. */}
      <span className="tag warn" style={{ whiteSpace: 'normal' }}>
        {text}
      </span>
    </p>
  ) : null
}
