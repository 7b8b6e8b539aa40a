// A thread begins as plain JavaScript and learns TypeScript here: in a thread, Node 20 heeds no `--import`.
import { workerData } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

register()
await import(workerData.program)
