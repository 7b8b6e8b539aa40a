/** Above a page that only its own people and the organiser see; null: everybody does. */
export function Unseen({ text }: { text: string | null }) {
  return text ? (
    <p className="wrap" role="note">
      <span className="tag warn">{text}</span>
    </p>
  ) : null
}
