import fs from 'node:fs'

export interface ProcessRow {
  pid: number
  parent: number
  command: string
}

/** All living processes, from Linux's /proc: a bare machine has no `ps`. A zombie, which nobody has collected, is dead. */
export function processTable(): ProcessRow[] {
  return fs.readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return []
    try {
      const stat = fs.readFileSync(`/proc/${name}/stat`, 'utf8')
      // After the name, which is in parentheses: state, parent.
      const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      if (state === 'Z') return []
      const command = fs.readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
      return [{ pid: Number(name), parent: Number(parent), command }]
    } catch {
      // It ended while we read.
      return []
    }
  })
}
