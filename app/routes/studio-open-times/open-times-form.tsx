import { Form, Link, useNavigation } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { ActingField } from '~/app/components/acting-field'
import { Icon } from '~/app/components/icon'
import { Note } from '~/app/components/note'
import { fillPlural } from '~/app/i18n/fill'
import { formatWeekday } from '~/app/i18n/format'
import { useLocale, useLocalePath, useWords } from '~/app/i18n/use-words'
import type { OpenTimesView } from '~/domain/meeting/open-times-view'
import { readTyped, timeNames, typedFrom } from '~/domain/meeting/typed-open-times'
import { HALL_ZONE } from '~/domain/shared/hall-zone'
import type { Answer } from './answer'
import type { OpenTimesWords } from './clock-words'
import { DaysThatDiffer } from './days-that-differ'
import { lineIntent } from './line-intent'
import { Preview } from './preview'
import { SettingFields } from './setting-fields'
import { WeeklyFields } from './weekly-fields'

interface OpenTimesFormProps {
  view: OpenTimesView
  words: OpenTimesWords
  answer: Answer | null
  isSaved: boolean
  /** ISO date. */
  today: string
}

export function OpenTimesForm({ view, words, answer, isSaved, today }: OpenTimesFormProps) {
  const form = useRef<HTMLFormElement>(null)
  const [typed, setTyped] = useState(() => answer?.typed ?? typedFrom(view.fields))
  // The fields keep what is typed by themselves: they are only filled anew where a button changed the lines.
  const [filling, setFilling] = useState(0)
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set())
  // Problems name lines by their place: after a line came or went they would mark another.
  const [outdated, setOutdated] = useState<Answer | null>(null)
  const [focused, setFocused] = useState('')
  useEffect(() => {
    const field = focused ? form.current?.elements.namedItem(focused) : null
    if (field instanceof HTMLElement) field.focus()
    setFocused('')
  }, [focused])

  const onLine = (intent: string) => {
    if (!form.current) return
    const now = readTyped(new FormData(form.current))
    const weekday = Number(/\/(\d)/.exec(intent)?.[1] ?? 1)
    const isMore = intent.startsWith('more/')
    // A day has an empty line already: it only has to be shown.
    const next = isMore ? now : (lineIntent(intent, now) ?? now)
    setOpened(new Set(isMore ? [...opened, weekday] : [...opened].filter((day) => day !== weekday)))
    setTyped(next)
    setOutdated(answer)
    setFilling(filling + 1)
    const last = (next.days[weekday - 1]?.length ?? 1) - 1
    setFocused(timeNames(weekday, isMore ? last : 0).from)
  }
  const problems = answer?.said?.kind === 'day-wrong' ? {} : (answer?.problems ?? {})
  const lineProblems = answer === outdated ? {} : problems
  return (
    <Form method="post" ref={form} preventScrollReset noValidate>
      <ActingField />
      {/* The key of a phone's keyboard presses the first button: it saves. */}
      <button type="submit" name="intent" value="save" className="vh" tabIndex={-1} aria-hidden="true" />
      <input type="hidden" name="version" value={view.version} />
      <FormNote answer={answer} words={words} />
      <Outside view={view} words={words} />
      <div className="cols">
        <div className="fields">
          <WeeklyFields
            key={filling}
            days={typed.days}
            problems={lineProblems}
            words={words}
            opened={opened}
            onLine={onLine}
          />
          <SettingFields typed={typed} problems={problems} view={view} words={words} />
        </div>
        <aside>
          <Preview view={view} words={words} />
          <DaysThatDiffer exceptions={view.exceptions} answer={answer} today={today} words={words} />
        </aside>
      </div>
      <SaveBar isSaved={isSaved && !answer} words={words} />
    </Form>
  )
}

/** What became of the form as a whole. */
function FormNote({ answer, words }: Pick<OpenTimesFormProps, 'answer' | 'words'>) {
  const locale = useLocale()
  const { errors } = useWords()
  const said = answer?.said
  switch (said?.kind) {
    case 'failed':
      return <Note tone="bad">{words.failed}</Note>
    case 'changed':
      return <Note tone="bad">{words.changed}</Note>
    case 'lines':
      return <Note>{words.unsavedLines}</Note>
    case 'unavailable':
      return <Note tone="bad">{errors.unavailable.text}</Note>
    case 'seat-in-use': {
      const until = formatWeekday(said.until, locale, HALL_ZONE)
      return <Note tone="bad">{fillPlural(words.seatInUse, said.meetings, locale, { until })}</Note>
    }
    default:
      return null
  }
}

/** Agreed meetings that the open times no longer hold. */
export function Outside({ view, words }: Pick<OpenTimesFormProps, 'view' | 'words'>) {
  const locale = useLocale()
  const to = useLocalePath()
  if (view.outside === 0) return null
  return (
    <Note>
      <p>{fillPlural(words.outside, view.outside, locale)}</p>
      <p>
        <Link to={to('/studio/meetings')}>{words.toMeetings}</Link>
      </p>
    </Note>
  )
}

function SaveBar({ isSaved, words }: Pick<OpenTimesFormProps, 'isSaved' | 'words'>) {
  const { state, formData } = useNavigation()
  const isSaving = state !== 'idle' && formData?.get('intent') === 'save'
  return (
    <div className="bar">
      <p role="status">
        {isSaved && !isSaving ? (
          <>
            <Icon name="circle-check" className="ok-t" />
            <span>
              <b>{words.saved}</b> <span className="mut sm">{words.savedText}</span>
            </span>
          </>
        ) : null}
      </p>
      <button type="submit" name="intent" value="save" className="btn pri" aria-busy={isSaving}>
        {isSaving ? words.loading : words.save}
      </button>
    </div>
  )
}
