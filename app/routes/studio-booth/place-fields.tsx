import { useFetcher } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { describedBy, Field, FieldNotes } from '~/app/components/field'
import { fill } from '~/app/i18n/fill'
import { useLocalePath, useWords } from '~/app/i18n/use-words'
import { BOOTH_LONGEST } from '~/domain/booth/booth-fields'
import type { OwnPavilion, PlaceChoice } from '~/domain/booth/own-booth'
import type { FieldsProps } from './fields-props'

interface PlaceFieldsProps extends FieldsProps {
  regencies: PlaceChoice[]
  /** Of the regency that the form is filled with. */
  districts: PlaceChoice[]
  pavilion: OwnPavilion
  /** A field has another value now. */
  onChoose: () => void
}

/**
 * Regency, district and street. With JavaScript the districts follow the regency; without, a button asks for them
 * and keeps everything as typed.
 */
export function PlaceFields({
  filled,
  field,
  words,
  regencies,
  pavilion,
  onChoose,
  ...saved
}: PlaceFieldsProps) {
  const { trade } = useWords()
  const to = useLocalePath()
  const fetcher = useFetcher<{ districts?: PlaceChoice[] }>()
  const [isLive, setLive] = useState(false)
  const [regencyCode, setRegency] = useState(filled.regencyCode)
  const [districtCode, setDistrict] = useState(filled.districtCode)
  const select = useRef<HTMLSelectElement>(null)
  const bring = (code: string) => {
    if (code && !saved.districts.some((one) => one.code.startsWith(code)))
      fetcher.load(`${to('/studio/booth')}?regency=${code}`)
  }
  const choose = (code: string) => {
    setRegency(code)
    setDistrict('')
    bring(code)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for what was chosen before the script was there.
  useEffect(() => {
    setLive(true)
    const chosen = select.current?.value ?? ''
    if (chosen !== regencyCode) choose(chosen)
    else bring(chosen)
  }, [])
  // What is shown is read again once it stands there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each choice
  useEffect(() => {
    if (isLive) onChoose()
  }, [regencyCode, districtCode])
  const districts = [...saved.districts, ...(fetcher.data?.districts ?? [])].filter(
    ({ code }, at, all) =>
      regencyCode !== '' && code.startsWith(regencyCode) && all.findIndex((one) => one.code === code) === at,
  )
  const { problem: regencyProblem } = field('regencyCode')
  const { problem: districtProblem } = field('districtCode')
  return (
    <>
      <div className="fld">
        <label className="lab" htmlFor="field-regencyCode">
          {words.regency}
        </label>
        <select
          id="field-regencyCode"
          name="regencyCode"
          className={`in ${regencyProblem ? 'err' : ''}`}
          value={regencyCode}
          onChange={({ currentTarget: { value } }) => choose(value)}
          ref={select}
          {...describedBy('field-regencyCode', regencyProblem, pavilion.isPlaced)}
        >
          <option value="">{words.chooseRegency}</option>
          {regencies.map(({ code, name }) => (
            <option key={code} value={code}>
              {trade.regency(code, name)}
            </option>
          ))}
        </select>
        <FieldNotes
          id="field-regencyCode"
          problem={regencyProblem}
          hint={
            pavilion.isPlaced && pavilion.number !== null
              ? fill(words.staysPlaced, {
                  pavilion: fill(words.pavilionNumbered, { number: pavilion.number }),
                })
              : undefined
          }
        />
        {isLive ? null : (
          <button type="submit" name="intent" value="districts" className="btn line s">
            {words.showDistricts}
          </button>
        )}
      </div>
      <div className="fld">
        <label className="lab" htmlFor="field-districtCode">
          {words.district}
        </label>
        <select
          id="field-districtCode"
          name="districtCode"
          className={`in ${districtProblem ? 'err' : ''}`}
          value={districtCode}
          onChange={({ currentTarget: { value } }) => setDistrict(value)}
          aria-busy={fetcher.state !== 'idle'}
          {...describedBy('field-districtCode', districtProblem, null)}
        >
          <option value="">{words.chooseDistrict}</option>
          {districts.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
        <FieldNotes id="field-districtCode" problem={districtProblem} />
      </div>
      <Field
        {...field('address')}
        label={words.addressLabel}
        hint={words.addressHint}
        maxLength={BOOTH_LONGEST.address}
        rows={2}
      />
    </>
  )
}
