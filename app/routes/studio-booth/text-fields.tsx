import { Field } from '~/app/components/field'
import { fill } from '~/app/i18n/fill'
import { BOOTH_LONGEST } from '~/domain/booth/booth-fields'
import { direction, LOCALES, type Locale, type LocalizedText, localized } from '~/domain/shared/locale'
import type { FieldsProps } from './fields-props'

/** The names, and what the sign says where that is something else. */
export function NameFields({ filled, field, words }: FieldsProps) {
  const { facts } = words
  return (
    <>
      <Field
        {...field('name')}
        label={facts.name}
        hint={words.nameHint}
        maxLength={BOOTH_LONGEST.name}
        required
      />
      <div className="in-rtl">
        <Field
          {...field('nameArabic')}
          label={facts.nameArabic}
          hint={words.nameArabicHint}
          maxLength={BOOTH_LONGEST.nameArabic}
        />
      </div>
      <Field
        {...field('nameEnglish')}
        label={facts.nameEnglish}
        hint={words.nameEnglishHint}
        maxLength={BOOTH_LONGEST.nameEnglish}
        ltr
      />
      <details
        className="more-sign"
        open={filled.signLatin !== '' || filled.signArabic !== '' ? true : undefined}
      >
        <summary>{words.moreSign}</summary>
        <div className="stack">
          <Field
            {...field('signLatin')}
            label={facts.signLatin}
            hint={words.signLatinHint}
            maxLength={BOOTH_LONGEST.signLatin}
            ltr
          />
          <div className="in-rtl">
            <Field
              {...field('signArabic')}
              label={facts.signArabic}
              hint={words.signArabicHint}
              maxLength={BOOTH_LONGEST.signArabic}
            />
          </div>
        </div>
      </details>
    </>
  )
}

/** The story in three languages; of one that is missing it is said which one its readers see. */
export function StoryFields({ typed, field, words }: FieldsProps) {
  const told: LocalizedText = {}
  for (const language of LOCALES) {
    const text = typed[`story.${language}`].trim()
    if (text) told[language] = text
  }
  const hint = (language: Locale) => {
    const shown = localized(told, language)
    if (!shown) return language === 'id' ? `${words.storyHint} ${words.storyNone}` : undefined
    if (shown.lang === language) return language === 'id' ? words.storyHint : undefined
    return fill(words.storyShown, {
      language: words.languages[language],
      other: words.languages[shown.lang],
    })
  }
  return (
    <>
      {LOCALES.map((language) => (
        <div key={language} className={`in-${direction(language)}`}>
          <Field
            {...field(`story.${language}`)}
            label={fill(words.storyIn, { label: words.storyLabel, language: words.languages[language] })}
            hint={hint(language)}
            rows={4}
            maxLength={BOOTH_LONGEST.story}
          />
        </div>
      ))}
    </>
  )
}
