import type { IconName } from './icon-name'
import sprite from './icons.svg?url'

/** Decoration beside words: hidden from assistive technology. Arrows mirror in Arabic (see parts.css). */
export function Icon({ name, className = '' }: { name: IconName; className?: string }) {
  return (
    <svg className={`ic ic-${name} ${className}`} aria-hidden="true">
      <use href={`${sprite}#${name}`} />
    </svg>
  )
}
