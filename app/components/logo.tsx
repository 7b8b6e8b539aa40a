/** The mark: a julang ngapak roof with capit gunting over a lit booth. */
export function Logo() {
  return (
    <svg className="mark" viewBox="0 0 36 32" aria-hidden="true">
      <path d="M14.6 1.5L18.4 8M21.4 1.5L17.6 8" stroke="#E3AE55" strokeWidth="2" strokeLinecap="round" />
      <path d="M18 6.2l8.4 7.3 9.1 2.6-1 2.9H1.5l-1-2.9 9.1-2.6z" fill="#E3AE55" />
      <path d="M4 22.2h28" stroke="#FFF0B3" strokeWidth="3.2" />
      <path d="M7.5 24.5V31M28.5 24.5V31" stroke="#E3AE55" strokeWidth="2.2" strokeLinecap="round" />
      <path d="M12 26.5h12V31H12z" fill="#FFF0B3" />
    </svg>
  )
}
