/** Nothing here yet: a lamp over a bare shelf. */
export function BareShelf() {
  return (
    <svg className="bare-shelf" viewBox="0 0 240 240" aria-hidden="true">
      <path fill="#FBF3E4" d="M0 0h240v240H0z" />
      <path d="M0 150h240v12H0z" fill="#8A5A33" />
      <path d="M0 150h240v4H0z" fill="#b9824d" />
      <path d="M120 0v52" stroke="#5B4F63" strokeWidth="3" />
      <path d="M94 52h52l10 30H84z" fill="#E3AE55" />
      <path d="M84 82h72l40 68H44z" fill="#FFF0B3" opacity=".7" />
    </svg>
  )
}
