/** Letters of a question, a reason or an answer at the most. */
export const TEXT_LENGTH = 600
export const TEXT_PROBLEMS = ['text-missing', 'text-too-long'] as const
export type TextProblem = (typeof TEXT_PROBLEMS)[number]
