import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { openSheet } from '../../../../jobs/imports/reading'
import { open, refusal, textsOf } from './opened'

// The cases of csv-spectrum (github.com/max-mapper/csv-spectrum, BSD-2-Clause), written out: what a parser of csv must
// bear. Values are trimmed and numbers stay text, as everywhere in an import.
const SPECTRUM: [name: string, content: string, rows: string[][]][] = [
  [
    'comma_in_quotes',
    'first,last,address,city,zip\nJohn,Doe,120 any st.,"Anytown, WW",08123\n',
    [
      ['first', 'last', 'address', 'city', 'zip'],
      ['John', 'Doe', '120 any st.', 'Anytown, WW', '08123'],
    ],
  ],
  [
    'empty',
    'a,b,c\n1,"",""\n2,3,4\n',
    [
      ['a', 'b', 'c'],
      ['1', '', ''],
      ['2', '3', '4'],
    ],
  ],
  [
    'empty_crlf',
    'a,b,c\r\n1,"",""\r\n2,3,4\r\n',
    [
      ['a', 'b', 'c'],
      ['1', '', ''],
      ['2', '3', '4'],
    ],
  ],
  [
    'escaped_quotes',
    'a,b\n1,"ha ""ha"" ha"\n3,4\n',
    [
      ['a', 'b'],
      ['1', 'ha "ha" ha'],
      ['3', '4'],
    ],
  ],
  [
    'json',
    'key,val\n1,"{""type"": ""Point"", ""coordinates"": [102.0, 0.5]}"\n',
    [
      ['key', 'val'],
      ['1', '{"type": "Point", "coordinates": [102.0, 0.5]}'],
    ],
  ],
  [
    'newlines',
    'a,b,c\n1,2,3\n"Once upon \na time",5,6\n7,8,9\n',
    [
      ['a', 'b', 'c'],
      ['1', '2', '3'],
      ['Once upon \na time', '5', '6'],
      ['7', '8', '9'],
    ],
  ],
  [
    'newlines_crlf',
    'a,b,c\r\n1,2,3\r\n"Once upon \r\na time",5,6\r\n7,8,9\r\n',
    [
      ['a', 'b', 'c'],
      ['1', '2', '3'],
      ['Once upon \r\na time', '5', '6'],
      ['7', '8', '9'],
    ],
  ],
  [
    'quotes_and_newlines',
    'a,b\n1,"ha \n""ha"" \nha"\n3,4\n',
    [
      ['a', 'b'],
      ['1', 'ha \n"ha" \nha'],
      ['3', '4'],
    ],
  ],
  [
    'simple',
    'a,b,c\n1,2,3\n',
    [
      ['a', 'b', 'c'],
      ['1', '2', '3'],
    ],
  ],
  [
    'simple_crlf',
    'a,b,c\r\n1,2,3\r\n',
    [
      ['a', 'b', 'c'],
      ['1', '2', '3'],
    ],
  ],
  [
    'utf8',
    'a,b,c\n1,2,3\n4,5,ʤ\n',
    [
      ['a', 'b', 'c'],
      ['1', '2', '3'],
      ['4', '5', 'ʤ'],
    ],
  ],
  [
    'location_coordinates',
    'latitude,longitude,name\n"38.8951","-77.0364","Washington, DC"\n',
    [
      ['latitude', 'longitude', 'name'],
      ['38.8951', '-77.0364', 'Washington, DC'],
    ],
  ],
]

describe('the cases of csv-spectrum', () => {
  it.each(SPECTRUM)('%s', async (_name, content, rows) => {
    const sheet = await open(content)
    expect([sheet.delimiter, sheet.encoding]).toEqual([',', 'utf-8'])
    expect(await textsOf(sheet)).toEqual(rows)
  })

  it('a cell may break its line by LF where lines end with CR', async () => {
    expect(await textsOf(await open('a,b\r"x\ny",2\r3,4\r'))).toEqual([
      ['a', 'b'],
      ['x\ny', '2'],
      ['3', '4'],
    ])
  })
})

const shared = path.join(process.env.DAYBOOK_SHARED ?? path.resolve('../shared'), 'data')

it.for([
  ['bank/pain.001.001.03.xsd', 'an XML file'],
  ['calendars/daily_recur.ics', 'a calendar (ICS)'],
  ['calendars/google_birthday.ics', 'a calendar (ICS)'],
  ['calendars/rdate_exdate.ics', 'a calendar (ICS)'],
  ['calendars/recur_instances.ics', 'a calendar (ICS)'],
  ['calendars/timezone_from_file.ics', 'a calendar (ICS)'],
])('%s is no table and is refused as %s', async ([name = '', seems], test) => {
  const file = path.join(shared, name)
  if (!fs.existsSync(file)) return test.skip(`${file} is not on this machine`)
  expect(await refusal(openSheet(file, name))).toMatchObject({ code: 'import.not_a_spreadsheet', params: { seems } })
})
