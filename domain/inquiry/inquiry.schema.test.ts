import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formId } from '../shared/form-id.server'
import { inquiryProblems, inquirySchema } from './inquiry.schema'

const good = {
  name: ' Fatimah ',
  email: 'fatimah@example.com',
  phone: '0812 3456 7890',
  quantity: '1.200',
  message: 'Can you send\r\n240 jars a month?',
}
const problems = (change: Record<string, string>) => {
  const parsed = inquirySchema.safeParse({ ...good, ...change })
  return parsed.success ? {} : inquiryProblems(parsed.error)
}

test('reads what was typed', () => {
  expect(inquirySchema.parse(good)).toEqual({
    name: 'Fatimah',
    email: 'fatimah@example.com',
    phone: '+6281234567890',
    quantity: 1200,
    message: 'Can you send\n240 jars a month?',
  })
})

test('tells everything that is wrong at once', () => {
  expect(problems({ name: '', email: '', phone: '', message: 'hi', quantity: 'x' })).toEqual({
    name: 'name-missing',
    email: 'contact-missing',
    message: 'message-short',
    quantity: 'quantity-wrong',
  })
})

test('one way to answer is enough, none is not', () => {
  expect(problems({ email: '' })).toEqual({})
  expect(problems({ phone: '' })).toEqual({})
  expect(problems({ email: '', phone: '' })).toEqual({ email: 'contact-missing' })
})

test.each([
  [{ name: '  ' }, { name: 'name-missing' }],
  [{ email: 'fatimah@' }, { email: 'email-wrong' }],
  [{ phone: '12345' }, { phone: 'phone-wrong' }],
  [{ quantity: 'many' }, { quantity: 'quantity-wrong' }],
  [{ quantity: '0' }, { quantity: 'quantity-wrong' }],
  [{ message: 'hello' }, { message: 'message-short' }],
] as Record<string, string>[][])('%j is told as %j', (change = {}, expected) => {
  expect(problems(change)).toEqual(expected)
})

test('long words are refused, not cut', () => {
  expect(problems({ name: 'x'.repeat(121) })).toEqual({ name: 'too-long' })
  expect(problems({ message: 'x'.repeat(2001) })).toEqual({ message: 'too-long' })
})

test('nothing that can be typed reaches the database with a NUL', () => {
  const unit = fc.constantFrom('\0', '\u0001', '\u007f', '\n', '\t', 'a', 'é', 'ع', '\ud83c', ' ')
  const typed = fc.string({ unit, minLength: 10, maxLength: 40 })
  fc.assert(
    fc.property(typed, (message) => {
      const parsed = inquirySchema.safeParse({ ...good, message, name: `a${message.slice(0, 50)}` })
      if (parsed.success) expect(JSON.stringify(parsed.data)).not.toContain('\\u0000')
    }),
  )
})

test('an id follows from the form and the words, and is a UUID of version 7 with the time of the form', () => {
  const token = '0198f1c2-4a5b-7000-8000-000000000000'
  const id = formId(token, ['a', 1, null])
  expect(id).toMatch(/^0198f1c2-4a5b-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(formId(token, ['a', 1, null])).toBe(id)
  expect(formId(token, ['b', 1, null])).not.toBe(id)
  expect(formId('0198f1c2-4a5b-7000-8000-000000000001', ['a', 1, null])).not.toBe(id)
})
