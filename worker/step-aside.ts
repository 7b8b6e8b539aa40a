import fs from 'node:fs'
import os from 'node:os'

/** As far behind as a task may be put without being starved. */
const BEHIND = 10

/**
 * Lets this process's helping threads, which make photographs, take only what the web leaves of the processors; its
 * main thread, which delivers, keeps its turn. On Linux, where a thread has a priority of its own; elsewhere it does
 * nothing. To be called once the threads are there, that is after the first file was read.
 */
export function stepAside(): void {
  if (process.platform !== 'linux') return
  try {
    for (const name of fs.readdirSync('/proc/self/task')) {
      const thread = Number(name)
      if (thread !== process.pid) os.setPriority(thread, BEHIND)
    }
  } catch {
    // One has just ended, or the machine doesn't let us: then they take their full turn.
  }
}
