import { type EnqueuedTask, Meilisearch, MeilisearchApiError } from 'meilisearch'
import { AppError } from '~/domain/shared/app-error'

export interface MeilisearchOptions {
  url: string
  apiKey?: string
  /** The beginning of all our index names: several products can share a server. */
  prefix: string
  /** Milliseconds that one request may take. */
  timeout?: number
  /** Milliseconds between two looks at a task, and for how long to look. */
  taskInterval?: number
  taskTimeout?: number
}

/**
 * The client with the product's manners: what fails is an AppError 'unavailable' that says no more than
 * Meilisearch's error code, because messages may quote what somebody searched for.
 */
export class MeilisearchServer {
  readonly client: Meilisearch
  readonly #wait: { interval: number; timeout: number }

  constructor(options: MeilisearchOptions) {
    this.client = new Meilisearch({
      host: options.url,
      timeout: options.timeout ?? 5_000,
      ...(options.apiKey ? { apiKey: options.apiKey } : {}),
    })
    this.#wait = { interval: options.taskInterval ?? 50, timeout: options.taskTimeout ?? 120_000 }
  }

  /** @throws AppError 'unavailable' when the request fails in any way. */
  async ask<T>(request: (client: Meilisearch) => Promise<T>): Promise<T> {
    try {
      return await request(this.client)
    } catch (error) {
      throw unavailable(error)
    }
  }

  /** As `ask`, but null where there is no such index. */
  async askUnlessMissing<T>(request: (client: Meilisearch) => Promise<T>): Promise<T | null> {
    try {
      return await request(this.client)
    } catch (error) {
      if (codeOf(error) === 'index_not_found') return null
      throw unavailable(error)
    }
  }

  /**
   * Waits until Meilisearch has done what it took on. `accept` names error codes that are as good as done.
   * @returns the error code that was accepted, else null.
   * @throws AppError 'unavailable' when it failed, was cancelled or takes too long.
   */
  async done(
    enqueue: (client: Meilisearch) => Promise<EnqueuedTask>,
    accept: readonly string[] = [],
  ): Promise<string | null> {
    const { taskUid } = await this.ask(enqueue)
    const task = await this.ask((client) => client.tasks.waitForTask(taskUid, this.#wait))
    if (task.status === 'succeeded') return null
    const code = task.error?.code ?? task.status
    if (accept.includes(code)) return code
    throw new AppError('unavailable', `Meilisearch did not finish ${task.type}: ${code}`)
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof MeilisearchApiError ? error.cause?.code : undefined
}

function unavailable(error: unknown): AppError {
  const reason = codeOf(error) ?? (error instanceof Error ? error.name : 'unknown')
  return new AppError('unavailable', `Meilisearch cannot be used: ${reason}`, 5)
}
