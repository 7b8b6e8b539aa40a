import type { RevisionAction } from '~/domain/shared/enums'
import type { PageWords } from '../page-words.server'

const actions: Record<RevisionAction, string> = {
  before: 'As it stood before history was kept',
  made: 'Product made',
  changed: 'Changed',
  restored: 'Version {version} restored',
  imported: 'Filled from a table',
  priced: 'Price changed with other products',
  state: 'Shown or not',
  copied: 'Copied from another product',
}

export const studioHistory: PageWords['studioHistory'] = {
  title: 'History of {name}',
  boothTitle: 'History of the booth',
  metaDescription: 'Who changed what and when, and how to restore it.',
  back: 'Back to the product',
  backBooth: 'Back to the booth',
  open: 'History',
  intro: 'Every save is listed here. Restoring makes a new version; nothing is lost.',
  empty: 'No change has been recorded yet. Your next save appears here.',
  version: 'Version {version}',
  now: 'now',
  by: '{name}, {time}',
  somebody: 'Somebody',
  actions,
  field: 'Field',
  was: 'Before',
  became: 'After',
  nothing: '(empty)',
  state: 'Shown or not',
  restore: 'Restore',
  restoreNamed: 'Restore version {version}',
  restored: 'Restored. What stood there a moment ago is still in the history.',
  same: 'It says that already. Nothing was changed.',
  changed: 'Somebody else has just saved. Look at the newest change first, then restore again if needed.',
  incomplete:
    'That version is not complete for buyers. {gaps} Hide the product first, or complete it in the form.',
  refused: 'That version can no longer be used as it is. Open the booth form and change it there.',
  older: 'Older',
  newer: 'Newer',
}
