import { type KeyboardEvent, useEffect, useState } from 'react'
import { Field } from '~/app/components/field'
import { Icon } from '~/app/components/icon'
import { fill } from '~/app/i18n/fill'
import type { PageWords } from '~/app/i18n/page-words.server'
import { useDirection } from '~/app/i18n/use-words'
import { type FieldHelp, helpOf } from '~/domain/product/field-defaults'
import { LOCALIZED_FIELDS, type TypedProduct } from '~/domain/product/typed-product'
import { direction, LOCALES, type Locale } from '~/domain/shared/locale'
import { type Faults, fieldId } from './faults'

interface TextFieldsProps {
  /** What the fields are filled with. */
  filled: TypedProduct
  /** What stands in them now. */
  typed: TypedProduct
  faults: Faults
  words: PageWords['studioProducts']['form']
}

/** The texts in three languages: below each other, or behind tabs where the browser can. */
export function TextFields({ filled, typed, faults, words }: TextFieldsProps) {
  const [open, setOpen] = useState<Locale | null>(null)
  useEffect(() => setOpen((now) => now ?? 'id'), [])
  const wrong = LOCALES.find((language) => LOCALIZED_FIELDS.some((name) => faults[`${name}.${language}`]))
  useEffect(() => {
    if (wrong) setOpen(wrong)
  }, [wrong])
  return (
    <>
      {open ? <Tabs open={open} onOpen={setOpen} typed={typed} words={words} /> : null}
      {LOCALES.map((language) => (
        <div
          key={language}
          id={`texts-${language}`}
          className="stack texts"
          hidden={open !== null && open !== language}
          {...(open
            ? { role: 'tabpanel', 'aria-labelledby': `tab-${language}` }
            : { role: 'group', 'aria-label': words.languages[language] })}
        >
          <Texts
            language={language}
            filled={filled}
            faults={faults}
            words={words}
            help={helpOf(typed.field)}
          />
        </div>
      ))}
    </>
  )
}

function Texts({
  language,
  filled,
  faults,
  words,
  help,
}: Omit<TextFieldsProps, 'typed'> & { language: Locale; help: FieldHelp }) {
  const label = (name: string) => fill(words.inLanguage, { label: name, language: words.languages[language] })
  const field = (name: (typeof LOCALIZED_FIELDS)[number]) => ({
    name: `${name}.${language}`,
    id: fieldId(`${name}.${language}`),
    value: filled[`${name}.${language}`],
    problem: faults[`${name}.${language}`],
  })
  return (
    // The fields are written in their own language, whatever the page's is.
    <div className={`stack in-${direction(language)}`}>
      <Field
        {...field('name')}
        label={label(words.name)}
        hint={language === 'id' ? undefined : words.optionalLanguage}
        maxLength={120}
      />
      <Field
        {...field('description')}
        label={label(words.description)}
        hint={words.help[help].description}
        rows={3}
        maxLength={600}
      />
      <Field {...field('storage')} label={label(words.storage)} hint={words.storageHint} maxLength={200} />
    </div>
  )
}

function Tabs({
  open,
  onOpen,
  typed,
  words,
}: {
  open: Locale
  onOpen: (language: Locale) => void
  typed: TypedProduct
  words: PageWords['studioProducts']['form']
}) {
  const forward = useDirection() === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
  const back = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft'
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === forward ? 1 : event.key === back ? -1 : 0
    const next = LOCALES[(LOCALES.indexOf(open) + step + LOCALES.length) % LOCALES.length]
    if (step === 0 || !next) return
    event.preventDefault()
    onOpen(next)
    document.getElementById(`tab-${next}`)?.focus()
  }
  return (
    <div className="tabs" role="tablist" aria-label={words.texts}>
      {LOCALES.map((language) => (
        <button
          key={language}
          type="button"
          role="tab"
          id={`tab-${language}`}
          aria-selected={language === open}
          aria-controls={`texts-${language}`}
          tabIndex={language === open ? 0 : -1}
          onClick={() => onOpen(language)}
          onKeyDown={onKeyDown}
        >
          {words.languages[language]}
          {typed[`name.${language}`].trim() ? (
            <>
              <Icon name="check" className="ok-t" />
              <span className="vh">{words.filled}</span>
            </>
          ) : (
            <span className="tag warn">{words.empty}</span>
          )}
        </button>
      ))}
    </div>
  )
}
