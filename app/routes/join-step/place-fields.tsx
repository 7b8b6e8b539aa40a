import { useFetcher } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { describedBy, FieldNotes } from '~/app/components/field'
import type { PageWords } from '~/app/i18n/page-words.server'
import { useLocalePath, useWords } from '~/app/i18n/use-words'
import type { JoiningProblems } from '~/domain/account/joining.schema'
import type { JoiningChoice } from '~/domain/account/open-joining.server'

interface PlaceFieldsProps {
  words: PageWords['join']['who']
  regencyCode: string
  districtCode: string
  problems: JoiningProblems
  regencies: JoiningChoice[]
  /** Of the saved regency. */
  districts: JoiningChoice[]
}

/**
 * A regency and its district. With JavaScript the districts follow the regency; without, a button saves the
 * form and brings them.
 */
export function PlaceFields({ words, problems, regencies, ...saved }: PlaceFieldsProps) {
  const { trade } = useWords()
  const path = useLocalePath()
  const fetcher = useFetcher<{ districts?: JoiningChoice[] }>()
  const [isLive, setLive] = useState(false)
  const [regencyCode, setRegency] = useState(saved.regencyCode)
  const [districtCode, setDistrict] = useState(saved.districtCode)
  const select = useRef<HTMLSelectElement>(null)
  const choose = (code: string) => {
    setRegency(code)
    setDistrict('')
    if (code && code !== saved.regencyCode) fetcher.load(`${path('/join/who')}?regency=${code}`)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for what was chosen before the script was there.
  useEffect(() => {
    setLive(true)
    const chosen = select.current?.value ?? ''
    if (chosen !== regencyCode) choose(chosen)
  }, [])
  const fetched = fetcher.data?.districts
  const isOther = regencyCode !== saved.regencyCode
  // Those of a regency that was chosen before are nobody's choice any more.
  const districts =
    (isOther ? fetched : saved.districts)?.filter(({ code }) => code.startsWith(regencyCode)) ?? []
  const isWaiting = isOther && fetcher.state !== 'idle'
  const regencyProblem = problems.regencyCode && words.problems[problems.regencyCode]
  const districtProblem = problems.districtCode && words.problems[problems.districtCode]
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
          ref={select}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
          required
          {...describedBy('field-regencyCode', regencyProblem, null)}
        >
          <option value="">{words.chooseRegency}</option>
          {regencies.map(({ code, name }) => (
            <option key={code} value={code}>
              {trade.regency(code, name)}
            </option>
          ))}
        </select>
        <FieldNotes id="field-regencyCode" problem={regencyProblem} />
        {isLive ? null : (
          <button type="submit" name="intent" value="districts" className="btn line">
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
          aria-busy={isWaiting || undefined}
          required
          {...describedBy('field-districtCode', districtProblem, null)}
        >
          <option value="">{districts.length > 0 ? words.chooseDistrict : words.districtFirst}</option>
          {districts.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
        <FieldNotes id="field-districtCode" problem={districtProblem} />
      </div>
    </>
  )
}
