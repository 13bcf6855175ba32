import { describe, expect, test } from 'vitest'
import { currencyHere, machineOffice } from '../../../jobs/shared/machine'
import { currencyOfRegion, REGIONS } from '../../../jobs/shared/region-currency'
import { isCurrency } from '../../../jobs/values/money'

const machine = (locale: string, zone: string, environment: Record<string, string> = {}) =>
  machineOffice({ locale, zone, environment })

describe('a fresh office', () => {
  test.each([
    ['pt-PT', 'Europe/Lisbon', {}, 'EUR', 'pt-PT'],
    ['en-IN', 'Asia/Kolkata', {}, 'INR', 'en-IN'],
    ['de-CH', 'Europe/Zurich', {}, 'CHF', 'de-CH'],
    ['ja', 'Asia/Tokyo', {}, 'JPY', 'ja'],
    ['en', 'Europe/Berlin', {}, 'EUR', 'en'],
    ['en-US', 'Europe/Lisbon', {}, 'EUR', 'en-US'],
    ['pt-PT', 'UTC', {}, 'EUR', 'pt-PT'],
    ['ar-KW', 'Asia/Kuwait', {}, 'KWD', 'ar-KW'],
    ['en-US', 'Europe/Berlin', { LANG: 'en_US.UTF-8', LC_MONETARY: 'de_DE.UTF-8' }, 'EUR', 'en-US'],
    ['sv-SE', 'Europe/Stockholm', { LC_ALL: 'sv_SE.UTF-8' }, 'SEK', 'sv-SE'],
    ['en-US-u-va-posix', 'Europe/Lisbon', { LANG: 'C.UTF-8' }, 'EUR', 'en-US'],
    ['en-US-u-va-posix', 'Asia/Kolkata', { LANG: 'POSIX' }, 'INR', 'en-US'],
    ['en-US-u-va-posix', 'Europe/London', { LANG: 'en_GB.UTF-8' }, 'GBP', 'en-GB'],
    ['en-US-u-va-posix', 'UTC', { LANG: 'C.UTF-8' }, 'USD', 'en-US'],
  ])('%s in %s with %j counts in %s', (locale, zone, environment, currency, language) => {
    expect(machine(locale, zone, environment)).toEqual({ currency, language, zone })
  })

  test.each([
    ['pt-PT', 'Europe/Lisbon', {}, 'EUR'],
    ['de-AT', 'Europe/Berlin', {}, 'EUR'],
    ['en', 'Europe/Berlin', {}, 'EUR'],
    ['en-US', 'America/Chicago', {}, 'USD'],
    ['en-US-u-va-posix', 'Asia/Kolkata', { LANG: 'C.UTF-8' }, 'INR'],
    ['en-US', 'UTC', { LC_MONETARY: 'de_DE.UTF-8' }, 'EUR'],
    // The language that software comes with says nothing of the place, nor does a zone that is none.
    ['en-US', 'Europe/Lisbon', {}, null],
    ['en-GB', 'Europe/Lisbon', {}, null],
    ['en-US', 'UTC', {}, null],
    ['pt-PT', 'UTC', {}, null],
    ['en-US-u-va-posix', 'UTC', { LANG: 'C.UTF-8' }, null],
  ])('%s in %s with %j proposes %s', (locale, zone, environment: Record<string, string>, surely) => {
    expect(currencyHere({ locale, zone, environment }).surely).toBe(surely)
  })

  test('a machine without a named zone is in UTC', () => {
    expect(machine('en-GB', 'Etc/UTC').zone).toBe('UTC')
    expect(machine('en-GB', 'GMT').zone).toBe('UTC')
    expect(machine('en-GB', 'EST5EDT').zone).toBe('UTC')
  })

  test('a region without a currency of its own counts in euros', () => {
    expect(machine('en-AQ', 'Antarctica/Troll').currency).toBe('EUR')
  })

  test('this machine’s own settings make an office', () => {
    const { currency, zone, language } = machineOffice()
    expect(isCurrency(currency)).toBe(true)
    expect(zone.length).toBeGreaterThan(0)
    expect(new Intl.Locale(language).language.length).toBeGreaterThan(1)
  })
})

test('every region has a currency that the runtime knows, and none stands under two', () => {
  // ISO 3166-1 has 249 codes; Antarctica has no currency, Kosovo (XK) is a code of its users.
  expect(REGIONS).toHaveLength(249)
  expect(new Set(REGIONS).size).toBe(249)
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  for (const region of REGIONS) {
    expect(names.of(region), region).toBeDefined()
    expect(isCurrency(currencyOfRegion(region) ?? ''), `${region} ${currencyOfRegion(region)}`).toBe(true)
  }
})

test('no region of the runtime is left out', () => {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const known = letters.flatMap((a) => letters.map((b) => a + b)).filter((code) => names.of(code) !== undefined)
  // Not countries: Antarctica, groupings, reserved and withdrawn codes that the runtime still names.
  const others = known.filter(
    (code) => currencyOfRegion(code) === undefined && new Intl.Locale('und', { region: code }).region === code,
  )
  expect(
    others.filter(
      (code) => !/^(AQ|AC|CP|CQ|DG|EA|EU|EZ|IC|QO|TA|UN|XA|XB|ZZ|AN|BU|CS|DD|FX|NT|SU|TP|YD|YU|ZR)$/.test(code),
    ),
  ).toEqual([])
})
