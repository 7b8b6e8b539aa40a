import { readEnv } from '~/config/env.server'
import { connectDatabase } from '~/db/client.server'
import { startPayment } from '~/domain/order/start-payment.server'
import { newId } from '~/domain/shared/ids'
import { openStorage } from '~/integrations/storage/open-storage.server'
import { openCards } from '~/integrations/stripe/open-cards.server'
import { openSearchIndex } from '~/search/open-search-index.server'

// A web of ours that is asked to start one payment: to be killed meanwhile. Told by ORDER_ID and PERSON_ID.

const { ORDER_ID: orderId = '', PERSON_ID: personId = '' } = process.env
const env = readEnv()
const connection = connectDatabase(env.DATABASE_URL ?? '')
process.send?.('ready')
await startPayment(
  {
    db: connection.db,
    search: openSearchIndex(env, connection),
    storage: openStorage(env),
    actor: { kind: 'person', personId, organisationId: null, memberships: [] },
    now: new Date(),
    newId,
    cards: await openCards(env),
  },
  { orderId, publicUrl: env.PUBLIC_URL ?? '' },
)
process.send?.('started')
