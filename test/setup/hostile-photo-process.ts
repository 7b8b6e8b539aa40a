// Stands in for worker/photo-process.ts: one photograph crashes it, another hangs it for good; the rest are made.
const [, , id] = process.argv
if (id === process.env.TEST_CRASHES) process.kill(process.pid, 'SIGSEGV')
if (id === process.env.TEST_HANGS) for (;;);
if (id === process.env.TEST_FAILS) process.exit(1)
await import('~/worker/photo-process')

export {}
