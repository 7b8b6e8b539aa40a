import type { OrderForms } from './template-words'

const goods = ['Goods', 'goods'] as const
const delivery = ['Delivery', 'delivery'] as const
const amount = ['Amount', 'amount'] as const
const courier = ['Courier', 'courier'] as const
const tracking = ['Tracking number', 'tracking'] as const
const reason = ['Reason', 'reason'] as const
const until = ['Before', 'until'] as const
const since = ['Paid', 'since'] as const

export const orderForms: OrderForms = {
  'order-new': {
    subject: 'New sample order {number}',
    lead: 'The sample order {number} for {organisation} is paid.',
    facts: [goods, delivery],
    close: 'Pack it, then note the courier and the tracking number. The address is on the order’s page.',
    link: 'Open the order',
  },
  'order-paid': {
    subject: 'Payment received: {number}',
    lead: 'Your payment for the sample order {number} at {organisation} has arrived.',
    facts: [goods, amount],
    close: 'The pesantren packs it now. We tell you when it is on its way.',
    link: 'Open the order',
  },
  'order-packed': {
    subject: 'Sample packed: {number}',
    lead: 'The sample of your order {number} from {organisation} is packed.',
    facts: [goods],
    close: 'We tell you when it is on its way.',
    link: 'Open the order',
  },
  'order-sent': {
    subject: 'Sample on its way: {number}',
    lead: 'The sample of your order {number} from {organisation} has been sent.',
    facts: [goods, courier, tracking],
    close: 'When it has arrived, say so on the order’s page.',
    link: 'Open the order',
  },
  'order-handed-over': {
    subject: 'Sample handed over: {number}',
    lead: 'The sample of your order {number} from {organisation} was handed over in person.',
    facts: [goods],
    close: 'If you have it, say so on the order’s page.',
    link: 'Open the order',
  },
  'order-arrived': {
    subject: 'Sample received: {number}',
    lead: 'The buyer has received the sample order {number} of {organisation} now.',
    facts: [goods],
    close: 'What the buyer says of the sample is on the order’s page.',
    link: 'Open the order',
  },
  'order-cancelled': {
    subject: 'Order cancelled: {number}',
    lead: 'The sample order {number} at {organisation} was cancelled.',
    facts: [goods, reason],
    close: 'If it was paid, the whole amount goes back.',
    link: 'Open the order',
  },
  'order-lapsed': {
    subject: 'Order ended: {number}',
    lead: 'The sample order {number} at {organisation} ended, since it was not paid.',
    facts: [goods],
    close: 'If you still want it, a new order can be made at any time.',
    link: 'Open the order',
  },
  'order-refunded': {
    subject: 'Money returned: {number}',
    lead: 'Money for the sample order {number} at {organisation} has been returned.',
    facts: [amount],
    close: 'To a card it usually takes 5 to 10 working days until it shows.',
    link: 'Open the order',
  },
  'order-surplus': {
    subject: 'Payment came late: {number}',
    lead: 'A payment for the sample order {number} at {organisation} came after the order had ended.',
    facts: [amount],
    close: 'The whole amount goes back. There is nothing that you need to do.',
    link: 'Open the order',
  },
  'order-proof-rejected': {
    subject: 'Proof not accepted yet: {number}',
    lead: 'The organiser could not accept the proof of transfer for the order {number} at {organisation} yet.',
    facts: [reason, until],
    close: 'Send another proof on the order’s page.',
    link: 'Send another proof',
  },
  'order-transfer-due': {
    subject: 'Waiting for a transfer: {number}',
    lead: 'The sample order {number} at {organisation} still waits for your transfer.',
    facts: [amount, until],
    close: 'After the transfer, send a picture of it on the order’s page. After that time the order ends.',
    link: 'Open the order',
  },
  'order-send-due': {
    subject: 'Not sent yet: {number}',
    lead: 'The sample order {number} for {organisation} is paid and has not been sent yet.',
    facts: [goods, since],
    close: 'Seven days after paying the buyer may cancel, and the money goes back.',
    link: 'Open the order',
  },
  'order-disputed': {
    subject: 'Objection at the bank: {number}',
    lead: 'The buyer of the sample order {number} of {organisation} asks for the money back through the bank.',
    facts: [amount, until],
    close:
      'Say on the order’s page what you sent, with a picture if you have one. The organiser answers the bank with it.',
    link: 'Open the order',
  },
  'order-dispute-won': {
    subject: 'Objection refused: {number}',
    lead: 'The bank refused the objection to the sample order {number} of {organisation} this time.',
    facts: [amount],
    close: 'The money is back in your balance.',
    link: 'Open the order',
  },
  'order-dispute-lost': {
    subject: 'Objection accepted: {number}',
    lead: 'The bank accepted the objection to the sample order {number} of {organisation} this time.',
    facts: [amount],
    close: 'The money goes back to the buyer and out of your balance. The programme bears the bank’s fee.',
    link: 'Open the order',
  },
}
