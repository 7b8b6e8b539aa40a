import { Fact, Ledger } from '~/app/components/ledger'
import { useWords } from '~/app/i18n/use-words'
import type { BoothView } from '~/domain/booth/booth-view'

/** What is known of the booth; what nobody reported reads 'not stated'. */
export function BoothFacts({ booth }: { booth: BoothView }) {
  const words = useWords()
  const { booth: labels, trade } = words
  const nib = booth.papers.find((paper) => paper.kind === 'nib')
  const onProducts = booth.products.some((product) => product.monthlyCapacity !== null)
  // Reports are in Indonesian; the page around them may not be.
  const reported = (text: string | null) =>
    text === null ? null : (
      <bdi lang="id" dir="auto">
        {text}
      </bdi>
    )
  return (
    <section>
      <h2 className="vh">{labels.facts}</h2>
      <Ledger>
        {booth.reportedProducts === null && booth.products.length > 0 ? null : (
          <Fact label={labels.reportedProducts}>{reported(booth.reportedProducts)}</Fact>
        )}
        <Fact label={labels.capacity}>
          {reported(booth.reportedCapacity) ?? (onProducts ? labels.capacityOnProducts : null)}
        </Fact>
        <Fact label={labels.languages}>
          {booth.spokenLanguages?.map((code) => trade.language(code)).join(words.common.comma)}
        </Fact>
        <Fact label={labels.exported}>
          {booth.hasExported === null ? null : booth.hasExported ? labels.hasExported : labels.hasNotExported}
        </Fact>
        <Fact label="NIB">
          {nib ? (
            <span className={nib.state === 'verified' ? 'ok-t' : ''}>{words.common[nib.state]}</span>
          ) : null}
        </Fact>
        {booth.isSample ? null : (
          <Fact label={labels.sources}>
            {booth.reportedSources.length > 0 ? (
              <bdi lang="id">{booth.reportedSources.join('; ')}</bdi>
            ) : null}
          </Fact>
        )}
      </Ledger>
    </section>
  )
}
