import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskAddress, parseAddress } from './address'
import { passwordProblem } from './password'
import { isSampleAddress } from './sample-address'
import { typedCode } from './typed-code'

const whatsapp = (text: string, country?: string) =>
  parseAddress({ channel: 'whatsapp', text }, country ? { country } : {})
const mail = (text: string) => parseAddress({ channel: 'mail', text })

describe('an address as typed', () => {
  it('is a number in E.164, of Indonesia when it has no country code', () => {
    for (const text of ['0812 3456 7890', '+62 812-3456-7890', '62812 3456 7890', '٠٨١٢٣٤٥٦٧٨٩٠'])
      expect(whatsapp(text)).toEqual({ channel: 'whatsapp', address: '+6281234567890' })
    expect(whatsapp('050 123 4567', 'AE')).toEqual({ channel: 'whatsapp', address: '+971501234567' })
  })

  it('is an e-mail in small letters, without what was pasted around it', () => {
    expect(mail('  Rina@Contoh.ID ')).toEqual({ channel: 'mail', address: 'rina@contoh.id' })
  })

  it.each([
    [whatsapp(''), 'phone-missing'],
    [whatsapp('12'), 'phone-wrong'],
    [whatsapp('rina@contoh.id'), 'phone-wrong'],
    [mail(' '), 'email-missing'],
    [mail('rina@'), 'email-wrong'],
    [mail('0812 3456 7890'), 'email-wrong'],
    [mail(`${'a'.repeat(250)}@contoh.id`), 'email-wrong'],
  ])('says what is wrong: %o is %s', (parsed, problem) => {
    expect(parsed).toEqual({ problem })
  })

  it('takes the numbers that are kept for drama, which no network has', () => {
    for (const text of ['+44 7700 900123', '00447700900123', '447700900123'])
      expect(whatsapp(text)).toEqual({ channel: 'whatsapp', address: '+447700900123' })
  })

  it('gives back its own answers', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (text) => {
        const parsed = mail(text)
        if ('problem' in parsed) return
        expect(mail(parsed.address)).toEqual(parsed)
      }),
    )
  })
})

describe('a masked address', () => {
  it('is known to its owner and of use to nobody', () => {
    expect(maskAddress('whatsapp', '+6281234567890')).toBe('+62•••••890')
    expect(maskAddress('mail', 'rina@contoh.id')).toBe('r•••@contoh.id')
    expect(maskAddress('mail', '"a@b"@contoh.id')).toBe('"•••@contoh.id')
  })
})

describe('a sample address', () => {
  it('is of .example or of the numbers kept for drama, and nothing else is', () => {
    for (const address of ['rina@toko.example', 'a@example', '+447700900000', '+447700900999'])
      expect(isSampleAddress(address), address).toBe(true)
    for (const address of [
      'rina@example.com',
      'rina@notexample',
      'rina@toko.example.org',
      'x.example@contoh.id',
      '+447700901000',
      '+4477009001234',
      '+6281234567890',
    ])
      expect(isSampleAddress(address), address).toBe(false)
  })
})

describe('a typed code', () => {
  it.each([
    ['123456', '123456'],
    [' 123 456 ', '123456'],
    ['123-456', '123456'],
    ['١٢٣٤٥٦', '123456'],
    ['۱۲۳۴۵۶', '123456'],
    ['\u2068012345\u2069', '012345'],
    ['12345', null],
    ['1234567', null],
    ['12345a', null],
    ['', null],
  ])('%o is %o', (text, code) => {
    expect(typedCode(text)).toBe(code)
  })
})

describe('a new password', () => {
  it.each([
    ['', 'password-missing'],
    ['pendek', 'password-short'],
    ['aaaaaaaaaaaaaa', 'password-plain'],
    ['a'.repeat(129), 'password-long'],
    ['madu hutan Garut', null],
    ['كلمة مرور طويلة', null],
  ])('%o: %o', (password, problem) => {
    expect(passwordProblem(password)).toBe(problem)
  })
})
