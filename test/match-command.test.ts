import { execFile } from 'node:child_process'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = path.join(import.meta.dirname, '..')
/** Three meetings of the first participant, which is there in two of four slots. */
const IMPOSSIBLE = `
nBusiness = 4;
nMeetings = 3;
nTables = 2;
nTotalSlots = 4;
nMorningSlots = 2;
requested = [| 1, 2, 3
 | 1, 3, 3
 | 1, 4, 3 |];
fixat = [0, 0, 0];
forbidden = [ {1, 2}, {}, {}, {} ];
precedences = [ {}, {}, {} ];
`
let folder = ''
beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'opop-match-'))
  await fs.writeFile(path.join(folder, 'impossible.dzn'), IMPOSSIBLE)
})
afterAll(() => fs.rm(folder, { recursive: true, force: true }))

async function solve(...options: string[]) {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', 'scripts/match.ts', 'solve', path.join(folder, 'impossible.dzn'), ...options],
    { cwd: root },
  )
  return JSON.parse(stdout)
}

describe('npm run match', { timeout: 30_000 }, () => {
  test('says why no timetable holds all meetings and what the largest part leaves out', async () => {
    const { feasible, proven, leftOut, because } = await solve('--locale', 'en')
    expect({ feasible, proven, leftOut }).toEqual({ feasible: false, proven: true, leftOut: 1 })
    expect(because.slice(0, 5)).toEqual([
      'These 3 meetings cannot all be held: meeting 1, meeting 2, and meeting 3.',
      'What cannot hold together: times away and one meeting at a time for each person.',
      'All of it is about participant 1.',
      'Times left for all of them: 2.',
      'The largest timetable found holds 2 of 3 meetings.',
    ])
    expect(because[5]).toMatch(
      /^meeting \d has no time yet: 2 times: .*somebody is (away|in another meeting).*[.]$/,
    )
  })

  test('says so in Indonesian when not asked, and in Arabic', async () => {
    const [indonesian, arabic] = await Promise.all([solve(), solve('--locale', 'ar')])
    expect(indonesian.because[0]).toMatch(/^3 pertemuan ini tidak bisa/)
    expect(arabic.because[0]).toContain('لا يمكن عقد')
    expect(arabic.because).toHaveLength(indonesian.because.length)
  })
})
