import autocannon from 'autocannon'

export interface Load {
  requestsPerSecond: number
  p95: number
  bytes: number
}

/** Sends requests to `url` for `seconds`, 8 at a time. @throws Error when any answer is not a 200. */
export async function load(url: string, seconds: number): Promise<Load> {
  const result = await autocannon({
    url,
    connections: 8,
    duration: seconds,
    headers: { accept: 'text/html', 'accept-encoding': 'gzip', cookie: 'locale=en' },
  })
  if (result.errors > 0 || result.non2xx > 0 || result['2xx'] === 0) {
    throw new Error(
      `${url}: ${result.errors} errors, ${result.non2xx} other answers, ${result['2xx']} good ones`,
    )
  }
  return {
    requestsPerSecond: Math.round((result['2xx'] / result.duration) * 10) / 10,
    p95: Math.round(percentile95(result.latency) * 10) / 10,
    bytes: Math.round(result.throughput.total / result['2xx']),
  }
}

/** autocannon gives 90 and 97.5: the 95th lies between, in proportion. */
function percentile95(latency: autocannon.Histogram): number {
  return latency.p90 + ((latency.p97_5 - latency.p90) * 5) / 7.5
}

export function ratio(a: number, b: number): number {
  return Math.round((a / b) * 1000) / 1000
}
