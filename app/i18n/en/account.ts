import type { PageWords } from '../page-words.server'

export const account: PageWords['account'] = {
  title: 'Sign in',
}
