import { useEffect, useState } from 'react'
import { Icon } from '~/app/components/icon'

/** Copies the address for the courier's app. Without scripts it isn't there: a long press selects the address whole. */
export function CopyAddress({ text, words }: { text: string; words: { copy: string; copied: string } }) {
  const [canCopy, setCanCopy] = useState(false)
  const [isCopied, setCopied] = useState(false)
  useEffect(() => setCanCopy('clipboard' in navigator), [])
  if (!canCopy) return null
  return (
    <button
      type="button"
      className="btn line"
      onClick={() => {
        navigator.clipboard.writeText(text).then(
          () => setCopied(true),
          // Not allowed: the address can still be selected.
          () => setCanCopy(false),
        )
      }}
    >
      <Icon name={isCopied ? 'check' : 'file-text'} />
      <span aria-live="polite">{isCopied ? words.copied : words.copy}</span>
    </button>
  )
}
