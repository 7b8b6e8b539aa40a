import { Icon } from '~/app/components/icon'
import type { IconName } from '~/app/components/icon-name'
import type { OrderState } from '~/domain/shared/order-enums'

const LOOKS: Record<OrderState, [tone: string, icon: IconName]> = {
  awaiting: ['', 'clock'],
  paid: ['warn', 'circle-check'],
  packed: ['warn', 'package'],
  sent: ['ok', 'send'],
  received: ['ok', 'badge-check'],
  cancelled: ['', 'circle-x'],
  lapsed: ['', 'circle-dashed'],
}

/** An order's state: always a word and an icon, never a colour alone. */
export function OrderStateTag({ state, words }: { state: OrderState; words: Record<OrderState, string> }) {
  const [tone, icon] = LOOKS[state]
  return (
    <span className={`tag ${tone}`}>
      <Icon name={icon} />
      {words[state]}
    </span>
  )
}
