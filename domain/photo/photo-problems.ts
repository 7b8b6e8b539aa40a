/** Why a file that was sent isn't shown; what to do next says the page. */
export const PHOTO_PROBLEMS = [
  /** More than MOST_PHOTO_BYTES. */
  'too-many-bytes',
  /** More than MOST_PHOTO_PIXELS. */
  'too-many-pixels',
  /** Too few pixels to be shown. */
  'too-small',
  /** A strip, hundreds of times as long as wide. */
  'too-narrow',
  /** As an iPhone keeps it unless told otherwise: we can't read it. */
  'heic',
  /** No picture of a kind that we take, whatever its name says. */
  'not-a-photo',
  /** It begins as one, and then isn't whole, makes no sense, or breaks what opens it. */
  'broken',
  /** It got lost on our side before it was made ready. */
  'lost',
] as const
export type PhotoProblem = (typeof PHOTO_PROBLEMS)[number]

export function isPhotoProblem(value: unknown): value is PhotoProblem {
  return PHOTO_PROBLEMS.includes(value as PhotoProblem)
}
