import { fill } from '~/app/i18n/fill'
import type { PageWords } from '~/app/i18n/page-words.server'
import { useLocalePath } from '~/app/i18n/use-words'
import type { OwnCertificate } from '~/domain/certificate/own-certificate'
import { Icon } from './icon'

/** Links to the pictures of a certificate's pages. */
export function PaperPages({
  paper,
  words,
}: {
  paper: Pick<OwnCertificate, 'id' | 'pages'>
  words: PageWords['certificates']
}) {
  const to = useLocalePath()
  return Array.from({ length: paper.pages }, (_, at) => at + 1).map((page) => (
    <a
      key={page}
      className="btn line"
      href={to(`/papers/${paper.id}?page=${page}`)}
      target="_blank"
      rel="noopener"
    >
      <Icon name="eye" />
      {paper.pages > 1 ? fill(words.filePage, { page }) : words.files.ready}
    </a>
  ))
}
