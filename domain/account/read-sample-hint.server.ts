import type { Context } from '../shared/context'
import { sampleIsOpen } from './sample-open.server'

/** Whether sample addresses may join now, so that a page can say which. Anybody may ask. One query. */
export function readSampleHint({ db }: Pick<Context, 'db'>): Promise<boolean> {
  return sampleIsOpen(db)
}
