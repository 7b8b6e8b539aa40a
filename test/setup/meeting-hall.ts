import type { ConnectOptions } from '~/db/client.server'
import { type MeetingHall, meetingHallIn } from './meeting-parties'
import { createTestDatabase } from './test-database'

export type { MeetingHall, Side } from './meeting-parties'

/** A database of a test file's own with a small hall in which pesantren and companies can meet. */
export async function openMeetingHall(options: ConnectOptions = {}): Promise<MeetingHall> {
  return meetingHallIn(await createTestDatabase(options))
}
