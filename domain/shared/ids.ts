import { v7 } from 'uuid'

/** A new id: UUID version 7 (RFC 9562) sorts by time and tells no counts. */
export function newId(): string {
  return v7()
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whether a text from an address or a form can be an id at all: the database would refuse the question otherwise. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && ID.test(value)
}
