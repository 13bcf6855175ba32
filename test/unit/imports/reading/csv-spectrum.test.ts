import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { openSheet } from '../../../../jobs/imports/reading'
import { realFile, whyMissing } from '../../../support/real-file'
import { open, refusal, textsOf } from './opened'

// The cases as they are published (npm package csv-spectrum, BSD-2-Clause), byte for byte, with the published JSON beside
// them. Values are trimmed and numbers stay text, as everywhere in an import.
const PUBLISHED = path.dirname(createRequire(import.meta.url).resolve('csv-spectrum/package.json'))
const CASES = fs.readdirSync(path.join(PUBLISHED, 'csvs')).map((name) => path.basename(name, '.csv'))

/** Its own JSON is one record instead of a list, and hides the telephone number that stands in its csv. */
const MASKED = { name: 'location_coordinates', column: 'Contact Phone Number', found: '2095257564' }

describe('the cases of csv-spectrum', () => {
  it('are all there', () => {
    expect(CASES.length).toBe(12)
  })

  it.each(CASES)('%s', async (name) => {
    const sheet = await openSheet(path.join(PUBLISHED, 'csvs', `${name}.csv`), `${name}.csv`)
    expect([sheet.delimiter, sheet.encoding]).toEqual([',', 'utf-8'])
    const [headers = [], ...rows] = await textsOf(sheet)
    const records = rows.map((row) => Object.fromEntries(headers.map((header, i) => [header, row[i]])))
    const json: unknown = JSON.parse(fs.readFileSync(path.join(PUBLISHED, 'json', `${name}.json`), 'utf8'))
    const published = [json].flat() as Record<string, string>[]
    if (name === MASKED.name) for (const record of published) record[MASKED.column] = MASKED.found
    expect(records).toEqual(published)
  })

  it('a cell may break its line by LF where lines end with CR', async () => {
    expect(await textsOf(await open('a,b\r"x\ny",2\r3,4\r'))).toEqual([
      ['a', 'b'],
      ['x\ny', '2'],
      ['3', '4'],
    ])
  })
})

it.for([
  ['bank/pain.001.001.03.xsd', 'an XML file'],
  ['calendars/daily_recur.ics', 'a calendar (ICS)'],
  ['calendars/google_birthday.ics', 'a calendar (ICS)'],
  ['calendars/rdate_exdate.ics', 'a calendar (ICS)'],
  ['calendars/recur_instances.ics', 'a calendar (ICS)'],
  ['calendars/timezone_from_file.ics', 'a calendar (ICS)'],
])('%s is no table and is refused as %s', async ([name = '', seems], test) => {
  const file = realFile(`data/${name}`)
  const missing = whyMissing(file)
  test.skip(missing !== '', missing)
  expect(await refusal(openSheet(file, name))).toMatchObject({ code: 'import.not_a_spreadsheet', params: { seems } })
})
