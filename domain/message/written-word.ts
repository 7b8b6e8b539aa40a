/** Words that WhatsApp's users know for ending and beginning messages, in the three languages. */
const STOP = ['stop', 'berhenti', 'unsubscribe', 'إيقاف', 'ايقاف', 'أوقف']
const START = ['start', 'mulai', 'ابدأ', 'ابدا']

/**
 * What a message written to our number asks for: only a message that is nothing but the word counts, so that
 * 'please don't stop' stops nothing.
 */
export function writtenWord(text: string): 'stop' | 'start' | null {
  const word = text
    .normalize('NFC')
    // Marks of direction, vowel signs and the long stroke change no Arabic word.
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\u0640\u064b-\u0652]/g, '')
    .replace(/^[\s\p{P}\p{S}]+|[\s\p{P}\p{S}]+$/gu, '')
    .toLowerCase()
  if (STOP.includes(word)) return 'stop'
  return START.includes(word) ? 'start' : null
}
