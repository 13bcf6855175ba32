import fc from 'fast-check'
import { expect, test } from 'vitest'
import { abaFault, bicFault, ibanFault } from '../../../jobs/values/bank-account'
import { bankText } from '../../../jobs/values/bank-text'
import { anyText, IBANS, ROUTINGS } from '../payroll/bank/bank-file-builders'

test('the examples of the IBAN registry are IBANs, with blanks and in small letters too', () => {
  expect(IBANS.map(ibanFault)).toEqual(IBANS.map(() => null))
  expect(ibanFault('de89 3704 0044 0532 0130 00')).toBeNull()
})

test('one wrong digit and two exchanged characters are found', () => {
  const iban = fc.constantFrom(...IBANS)
  fc.assert(
    fc.property(iban, fc.nat(), fc.nat(9), (good, where, to) => {
      const at = 2 + (where % (good.length - 2))
      const wrong = `${good.slice(0, at)}${to}${good.slice(at + 1)}`
      if (/\d/.test(good.charAt(at)) && wrong !== good) expect(ibanFault(wrong)).not.toBeNull()
    }),
    { numRuns: 500 },
  )
  for (const good of IBANS) {
    for (let at = 4; at < good.length - 1; at++) {
      const swapped = good.slice(0, at) + good.charAt(at + 1) + good.charAt(at) + good.slice(at + 2)
      if (swapped !== good) expect(ibanFault(swapped)?.code).toBe('bank.iban_check')
    }
  }
})

test('a refusal says what is wrong', () => {
  expect(ibanFault('DE8937040044053201300')).toMatchObject({
    code: 'bank.iban_length',
    params: { country: 'DE', length: 21, expected: 22 },
  })
  expect(ibanFault('XY89370400440532013000')?.code).toBe('bank.iban_country')
  expect(ibanFault('12345')?.code).toBe('bank.iban_not_one')
  expect(ibanFault('')?.code).toBe('bank.iban_not_one')
})

test('routing numbers are nine digits whose check digit fits', () => {
  expect(ROUTINGS.map(abaFault)).toEqual([null, null, null])
  expect(abaFault('021000022')?.code).toBe('bank.aba_check')
  expect(abaFault('000000000')?.code).toBe('bank.aba_check')
  expect(abaFault('02100002')?.code).toBe('bank.aba_not_one')
})

test('a BIC has eight or eleven characters', () => {
  expect(['COBADEFF', 'cobadeffxxx', 'NEDSZAJJXXX'].map(bicFault)).toEqual([null, null, null])
  expect(['COBADEF', 'COBADEFFXX', '1OBADEFF', ''].map((one) => bicFault(one)?.code)).toEqual(
    Array(4).fill('bank.bic_not_one'),
  )
})

test('a text for banks holds their letters only, never begins or ends with a slash, and is no longer than its field', () => {
  fc.assert(
    fc.property(anyText(120), fc.integer({ min: 1, max: 70 }), (text, most) => {
      const { text: made } = bankText(text, most)
      expect(made).toMatch(/^[A-Za-z0-9/\-?:().,'+ ]*$/)
      expect(made.length).toBeLessThanOrEqual(most)
      expect(made).not.toMatch(/^\/|\/$|\/\//)
    }),
  )
})

test('Greek and Cyrillic are spelt in Latin letters; what has no spelling is named', () => {
  expect(bankText('Γιώργος Παπαδόπουλος', 70)).toEqual({ text: 'Giorgos Papadopoulos', lost: [] })
  expect(bankText('Иван Щукин', 70)).toEqual({ text: 'Ivan Shtukin', lost: [] })
  expect(bankText('王小明', 70)).toEqual({ text: '...', lost: ['王', '小', '明'] })
})
