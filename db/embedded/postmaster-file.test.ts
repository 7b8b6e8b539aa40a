import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { clearOrphan, postmasterOf } from './postmaster-file.server'
import { birthOf } from './process-identity.server'

let data: string
beforeEach(() => {
  data = fs.mkdtempSync(path.join(os.tmpdir(), 'opop-orphan-'))
})
afterEach(() => fs.rmSync(data, { recursive: true, force: true }))

const file = () => path.join(data, 'postmaster.pid')
const lock = (pid: number) => fs.writeFileSync(file(), `${pid}\n${data}\n1795316147\n5432\n`)
const lines = () => fs.readFileSync(file(), 'utf8').split('\n')

describe('the lock file of a killed server', () => {
  test('is left alone when its number is free', async () => {
    const child = spawn('true')
    await new Promise((resolve) => child.once('exit', resolve))
    const pid = child.pid ?? 0
    lock(pid)
    expect(postmasterOf(data)?.state).toBe('dead')
    await clearOrphan(data)
    expect(lines()[0]).toBe(String(pid))
  })

  test('is disarmed when a stranger has its number, and keeps the rest', async () => {
    lock(process.pid)
    expect(postmasterOf(data)?.state).toBe('foreign')
    await clearOrphan(data)
    expect(lines()).toEqual(['2147483646', data, '1795316147', '5432', ''])
    expect(postmasterOf(data)?.state).toBe('dead')
  })

  test.runIf(process.platform === 'linux')('is disarmed when only a zombie has its number', async () => {
    // The shell becomes a sleep before its child ends, and never collects it.
    const parent = spawn('sh', ['-c', 'sleep 0.3 & echo $!; exec sleep 30'])
    try {
      const told = await new Promise<Buffer>((resolve) => parent.stdout.once('data', resolve))
      const pid = Number(told.toString())
      await vi.waitFor(() => expect(fs.readFileSync(`/proc/${pid}/stat`, 'utf8')).toContain(') Z '), {
        timeout: 5_000,
      })
      expect(birthOf(pid)).toBe('')
      lock(pid)
      expect(postmasterOf(data)?.state).toBe('foreign')
      await clearOrphan(data)
      expect(lines()[0]).toBe('2147483646')
    } finally {
      parent.kill('SIGKILL')
    }
  })

  test('that is not there is nothing', async () => {
    expect(postmasterOf(data)).toBeNull()
    await clearOrphan(data)
    expect(fs.existsSync(file())).toBe(false)
  })
})
