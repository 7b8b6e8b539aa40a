import { useWords } from '../i18n/use-words'

/** Marks invented data wherever it is shown. */
export function SampleTag() {
  return <span className="tag sample">{useWords().common.sampleData}</span>
}
