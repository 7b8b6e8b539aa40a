import { Form, Link, useNavigation } from '@remix-run/react'
import { type ReactNode, useRef } from 'react'
import { ActingField } from '~/app/components/acting-field'
import { BoothPreview } from '~/app/components/booth-preview/booth-preview'
import { Field, SelectField } from '~/app/components/field'
import { LeaveGuard } from '~/app/components/product-form/leave-guard'
import { fill, fillPlural } from '~/app/i18n/fill'
import { formatNumber } from '~/app/i18n/format'
import { useLocale, useLocalePath, useWords } from '~/app/i18n/use-words'
import { BOOTH_LONGEST, SPOKEN_LANGUAGES } from '~/domain/booth/booth-fields'
import { BOOTH_INPUTS, type BoothInput, differingFacts, type TypedBooth } from '~/domain/booth/typed-booth'
import { VIDEO_HOSTS } from '~/domain/booth/video-link'
import { contrast, LETTERING } from '~/domain/hall/pavilion-look'
import { BUSINESS_FIELDS, type BusinessField } from '~/domain/shared/enums'
import { type BoothAnswer, lookOf } from './booth-form-state'
import { BoothNotices } from './booth-notices'
import { boothFieldId, type FieldsProps } from './fields-props'
import { HoursFields } from './hours-fields'
import { LookFields } from './look-fields'
import { PlaceFields } from './place-fields'
import type { BoothPage } from './route'
import { NameFields, StoryFields } from './text-fields'
import { useFilled } from './use-filled'

interface BoothFormProps {
  page: BoothPage
  answer: BoothAnswer | null
  /** What was done, above the fields. */
  notice: ReactNode
}

/** The form of a booth with what comes of it beside; works without JavaScript. */
export function BoothForm({ page, answer, notice }: BoothFormProps) {
  const { booth, regencies, stored, words, motifs, sheetUrl } = page
  const { pavilion, goods } = booth
  const { trade } = useWords()
  const locale = useLocale()
  const to = useLocalePath()
  const isSending = useNavigation().state === 'submitting'
  const element = useRef<HTMLFormElement>(null)
  const { filled, typed, generation, refill, read } = useFilled(answer?.typed ?? stored, element)
  const unsaved = differingFacts(typed, stored).length
  const look = lookOf(typed, pavilion)
  const sentence = sentences(page, filled, locale)
  const faults = BOOTH_INPUTS.flatMap((name) => {
    const code = answer?.problems[name]
    return code ? [{ name, sentence: sentence(code) }] : []
  })
  const field = (name: BoothInput) => ({
    name,
    id: boothFieldId(name),
    value: filled[name],
    problem: faults.find((fault) => fault.name === name)?.sentence,
  })
  const shared: FieldsProps = { filled, typed, field, words }
  const hosts = VIDEO_HOSTS.join(', ')
  const product = goods.product?.id ?? goods.product?.en ?? null
  return (
    <>
      {notice || answer ? (
        <div className="grp notices">
          {notice}
          {answer ? (
            <BoothNotices
              answer={answer}
              faults={faults}
              regencies={regencies}
              words={words}
              motifs={motifs}
            />
          ) : null}
        </div>
      ) : null}
      <Form
        method="post"
        noValidate
        replace
        id="booth-form"
        ref={element}
        className="booth-form"
        onInput={read}
      >
        <ActingField />
        {/* What Enter in a field presses: never another button of the form. */}
        <button type="submit" name="intent" value="save" className="vh" tabIndex={-1} aria-hidden="true">
          {words.save}
        </button>
        <input type="hidden" name="version" value={answer?.version ?? booth.version} />
        <div className="with-preview">
          <section className="preview" aria-labelledby="preview-title">
            <h2 id="preview-title" className="vh">
              {words.preview}
            </h2>
            <BoothPreview
              booth={{
                look,
                latin: typed.signLatin.trim() || typed.name.trim() || booth.fields.name,
                arabic: typed.signArabic.trim() || typed.nameArabic.trim() || null,
                below: product,
                sample: booth.isSample,
                field: BUSINESS_FIELDS.find((one) => one === typed.field) ?? null,
                award: goods.award,
                hasGoods: goods.drawings.length > 0,
                sheetUrl,
              }}
              words={words}
              motifs={motifs}
            />
            <noscript>
              <button type="submit" className="btn line s" name="intent" value="show">
                {words.previewShow}
              </button>
            </noscript>
          </section>
          <fieldset className="grp stack" key={`names ${generation}`}>
            <legend>{words.names}</legend>
            <NameFields {...shared} />
          </fieldset>
          <fieldset className="grp stack" key={`look ${generation}`}>
            <legend>{words.look}</legend>
            <p className="mut sm">
              {pavilion.number === null
                ? words.lookTextNone
                : fill(words.lookText, {
                    pavilion: fill(words.pavilionNumbered, { number: pavilion.number }),
                  })}
            </p>
            <LookFields {...shared} pavilion={pavilion} motifs={motifs} />
          </fieldset>
        </div>
        <div key={generation} className="rest">
          <fieldset className="grp stack">
            <legend>{words.story}</legend>
            <StoryFields {...shared} />
          </fieldset>
          <fieldset className="grp stack">
            <legend>{words.business}</legend>
            <SelectField
              {...field('field')}
              label={words.field}
              empty={words.notSaid}
              options={BUSINESS_FIELDS.map((value: BusinessField) => ({ value, label: trade.fields[value] }))}
            />
            <fieldset className="fld ticks">
              <legend className="lab">{words.spoken}</legend>
              {SPOKEN_LANGUAGES.map((code) => (
                <label key={code}>
                  <input
                    type="checkbox"
                    name={`speaks.${code}`}
                    defaultChecked={filled[`speaks.${code}`] === 'on'}
                  />
                  {trade.language(code)}
                </label>
              ))}
            </fieldset>
            <SelectField
              {...field('hasExported')}
              label={words.exported}
              empty={words.notSaid}
              options={[
                { value: 'yes', label: words.yes },
                { value: 'no', label: words.no },
              ]}
            />
          </fieldset>
          <fieldset className="grp stack">
            <legend>{words.place}</legend>
            <PlaceFields
              {...shared}
              regencies={regencies}
              districts={answer?.districts ?? page.districts}
              pavilion={pavilion}
              onChoose={read}
            />
          </fieldset>
          <fieldset className="grp stack">
            <legend>{words.hours}</legend>
            <HoursFields {...shared} onCopy={refill} />
          </fieldset>
          <section className="grp stack" aria-labelledby="number-title">
            <h2 id="number-title">{words.number}</h2>
            <NumberLine page={page} />
          </section>
          <fieldset className="grp stack">
            <legend>{words.video}</legend>
            <Field
              {...field('videoUrl')}
              label={words.videoLabel}
              hint={fill(words.videoHint, { hosts })}
              maxLength={BOOTH_LONGEST.videoUrl}
              ltr
            />
          </fieldset>
        </div>
        <div className="bar">
          <p className="mut sm" aria-live="polite">
            {unsaved > 0 ? fillPlural(words.unsaved, unsaved, locale) : words.allSaved}
          </p>
          <button type="submit" name="intent" value="save" className="btn pri" disabled={isSending}>
            {isSending ? words.saving : words.save}
          </button>
        </div>
      </Form>
      <LeaveGuard count={unsaved} words={words} />
    </>
  )

  function NumberLine({ page: { booth } }: { page: BoothPage }) {
    const { masked, isProven } = booth.whatsapp
    if (booth.isSample) return <p className="mut">{words.numberSample}</p>
    const number = <bdi dir="ltr">{masked}</bdi>
    const [before = '', after = ''] = (isProven ? words.numberProven : words.numberUnproven).split('{number}')
    return (
      <>
        {masked ? (
          <p className={isProven ? 'ok-t' : ''}>
            {before}
            {number}
            {after}
          </p>
        ) : (
          <p className="mut">{words.numberNone}</p>
        )}
        <p>
          <Link className="btn line" to={to('/studio/booth/number')}>
            {masked ? words.numberChange : words.numberAdd}
          </Link>
        </p>
      </>
    )
  }
}

/** The sentence of a problem, with the figures that it names. */
function sentences({ words, booth }: BoothPage, filled: TypedBooth, locale: ReturnType<typeof useLocale>) {
  const look = lookOf(filled, booth.pavilion)
  const ratio = (one: string, other: string) =>
    formatNumber(Math.floor(contrast(one, other) * 10) / 10, locale)
  return (code: keyof typeof words.problems) =>
    fill(words.problems[code], {
      hosts: VIDEO_HOSTS.join(', '),
      ratio: code === 'letters-faint' ? ratio(look.colour, LETTERING) : ratio(look.colour, look.accent),
    })
}
