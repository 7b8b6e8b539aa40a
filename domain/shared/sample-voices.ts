/**
 * What buyers who tried a product's sample said, counted: one voice a buyer, the latest. Pleased is who found it
 * good and as described; disappointed who found it poor or something else than described; the others are between.
 */
export interface VoiceCount {
  tried: number
  pleased: number
  disappointed: number
}

/** How what they said falls; or why nobody said anything. */
export const SAMPLE_STANDINGS = ['pleased', 'mixed', 'disappointed', 'waiting', 'not-offered'] as const
export type SampleStanding = (typeof SAMPLE_STANDINGS)[number]

/**
 * The one step of readiness that nobody is asked for: a sample that a buyer received and judged. It counts neither
 * in 'so many of so many' nor in the levels that buyers search by, since whether somebody orders a sample isn't in
 * the pesantren's hands; a product that nobody tried stands exactly where it stood before there were samples.
 */
export function sampleStanding({
  isOffered,
  ...voices
}: VoiceCount & { isOffered: boolean }): SampleStanding {
  if (voices.tried === 0) return isOffered ? 'waiting' : 'not-offered'
  const lean = voiceLean(voices)
  return lean > 0 ? 'pleased' : lean < 0 ? 'disappointed' : 'mixed'
}

/** As if two more had tried it and said nothing: one voice weighs little, the tenth hardly changes anything. */
const DOUBT = 2

/** Which way what buyers said leans: above -1 (all disappointed) and below 1 (all pleased); 0 where nobody tried it. */
export function voiceLean({ tried, pleased, disappointed }: VoiceCount): number {
  return (pleased - disappointed) / (tried + DOUBT)
}
