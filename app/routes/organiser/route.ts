import { run } from '~/app/run.server'
import { AppError } from '~/domain/shared/app-error'

export function loader() {
  return run(async () => {
    throw new AppError('not-found')
  })
}
