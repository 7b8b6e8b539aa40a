import type { TimetableMeeting, TimetableProblem, TimetableSession } from './timetable'

/**
 * Reads an instance of the business-to-business meeting scheduling problem in MiniZinc's data format (Bofill
 * et al., "Constraint Solving Approaches to the Business-to-Business Meeting Scheduling Problem", JAIR 2022,
 * article 12670). Participants have one seat, the day has a morning and an afternoon (between which lunch makes
 * no break), and the participants' numbers of breaks may differ by 2. Throws where the text is no such data.
 */
export function readDzn(text: string): TimetableProblem {
  const data = text.replace(/%.*$/gm, '')
  const seatCount = readNumber(data, 'nBusiness')
  const meetingCount = readNumber(data, 'nMeetings')
  const slotCount = readNumber(data, 'nTotalSlots')
  const morningSlots = readNumber(data, 'nMorningSlots')
  const tables = readNumber(data, 'nTables')

  const requested = integers(readBlock(data, 'requested') ?? '')
  if (requested.length !== 3 * meetingCount)
    throw new Error(`'requested' isn't ${meetingCount} rows of three`)
  const fixedBlock = readBlock(data, 'fixed') ?? readBlock(data, 'fixat')
  const fixed = fixedBlock === null ? [] : integers(fixedBlock)
  const away = sets(readBlock(data, 'forbidden') ?? '')
  if (away.length !== seatCount) throw new Error(`'forbidden' isn't ${seatCount} sets`)
  const before = sets(readBlock(data, 'precedences') ?? '')

  const meetings: TimetableMeeting[] = []
  for (let meeting = 0; meeting < meetingCount; meeting++) {
    const [first = 0, second = 0, session = 3] = requested.slice(3 * meeting)
    const slot = fixed[meeting] ?? 0
    meetings.push({
      seats: [first - 1, second - 1],
      session: session === 3 ? null : session - 1,
      fixed: slot > 0 ? slot - 1 : null,
      preferred: [],
    })
  }
  const slots = Array.from({ length: slotCount }, (_, slot) => slot)
  const sessions: TimetableSession[] = [
    { name: 'morning', slots: slots.slice(0, morningSlots) },
    { name: 'afternoon', slots: slots.slice(morningSlots) },
  ]
  return {
    slotCount,
    dayStarts: [0],
    tables: slots.map(() => tables),
    sessions,
    seats: away.map((days, participant) => ({ participant, away: days.map((slot) => slot - 1) })),
    meetings,
    precedences: before.flatMap((earlier, after) =>
      earlier.map((meeting) => ({ before: meeting - 1, after })),
    ),
    minimumRest: 0,
    breakSpread: 2,
  }
}

function readNumber(data: string, name: string): number {
  const found = new RegExp(`\\b${name}\\s*=\\s*(\\d+)\\s*;`).exec(data)
  if (!found) throw new Error(`'${name}' is missing`)
  return Number(found[1])
}

function readBlock(data: string, name: string): string | null {
  return new RegExp(`\\b${name}\\s*=\\s*\\[([^\\]]*)\\]`).exec(data)?.[1] ?? null
}

function integers(text: string): number[] {
  return (text.match(/-?\d+/g) ?? []).map(Number)
}

/** Zeros stand for "none" in these files. */
function sets(text: string): number[][] {
  return (text.match(/\{[^}]*\}/g) ?? []).map((set) => integers(set).filter((member) => member > 0))
}
