import { fill } from '~/app/i18n/fill'
import { useWords } from '~/app/i18n/use-words'
import type { Gathered } from './gathered'

/** What a choice of booths is called: 'Award winners', 'Drinks', '“coffee”', or the goods that are needed. */
export function useChoiceName(): (gathered: Pick<Gathered, 'choice' | 'need' | 'words'>) => string {
  const { trade } = useWords()
  return ({ choice, need, words }) => {
    switch (choice.by) {
      case 'field':
        return trade.fields[choice.field]
      case 'award':
        return words.award
      case 'shelf':
        return words.shelf
      case 'search':
        return fill(words.search, { text: isolated(choice.text) })
      case 'need':
        return isolated(need?.productWords ?? '')
    }
  }
}

/** Words of unknown direction within a sentence. */
export const isolated = (text: string): string => `\u2068${text}\u2069`
