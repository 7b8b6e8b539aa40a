import { formatShortDay } from '../i18n/format'
import { useLocale, useLocalePath } from '../i18n/use-words'

interface EvidenceListProps {
  orderId: string
  evidence: readonly {
    id: string
    text: string
    hasPicture: boolean
    at: Parameters<typeof formatShortDay>[0]
  }[]
  /** What leads to the picture. */
  picture: string
  zone: string
}

/** What a pesantren has told against the bank's demand, as itself and the organiser read it. */
export function EvidenceList({ orderId, evidence, picture, zone }: EvidenceListProps) {
  const locale = useLocale()
  const to = useLocalePath()
  return (
    <ul>
      {evidence.map(({ id, text, hasPicture, at }) => (
        <li key={id}>
          <p className="sm mut">{formatShortDay(at, locale, zone)}</p>
          <p className="said" dir="auto">
            {text}
          </p>
          {hasPicture ? (
            <a href={to(`/orders/${orderId}/pictures/${id}`)} target="_blank" rel="noopener">
              {picture}
            </a>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
