/** The ways in which a request can fail that the reader can do something about. */
export type AppErrorCode = 'not-found' | 'forbidden' | 'conflict' | 'too-many-requests' | 'unavailable'

const STATUS: Record<AppErrorCode, number> = {
  'not-found': 404,
  forbidden: 403,
  conflict: 409,
  'too-many-requests': 429,
  unavailable: 503,
}

/**
 * Thrown where an expected value cannot be returned. The server and the app are separate bundles,
 * so recognise it with `isAppError`, never with instanceof.
 */
export class AppError extends Error {
  readonly appError = true
  readonly status: number
  constructor(
    readonly code: AppErrorCode,
    message: string = code,
    readonly retryAfterSeconds?: number,
  ) {
    super(message)
    this.name = 'AppError'
    this.status = STATUS[code]
  }
}

export function isAppError(error: unknown): error is AppError {
  return error instanceof Error && (error as Partial<AppError>).appError === true
}
