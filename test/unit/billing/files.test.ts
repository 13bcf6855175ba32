import { beforeEach, describe, expect, test } from 'vitest'
import type { Db } from '../../../db/open'
import { minutesBetween, readMinutes, readTimeOfDay } from '../../../jobs/billing/rules/times'
import { apply, undo } from '../../support/imports/import-file'
import { bringIn, check, officeOfAllKinds } from '../../support/imports/office-files'

let db: Db
beforeEach(() => {
  db = officeOfAllKinds()
})
const all = (sql: string) => db.prepare(sql).all()

describe('clients', () => {
  test('a German list: amounts by their commas, a namesake without a number, a foreign currency', async () => {
    await bringIn(db, 'clients', 'client,phone\nBäckerei Weiß,\nZwilling,+44 20 7946 0991\n')
    const found = await check(
      db,
      'clients',
      [
        'Kundenstamm;Stand 1.1.2026;;;;',
        'Kundennummer;Firma;E-Mail-Adresse;Stundensatz;Zahlungsziel;Währung',
        'K-1;BÄCKEREI  WEISS;;95,50;30;',
        'K-2;Bäckerei Weiß;info@weiss.example;1.095,50;14;EUR',
        'K-3;Überseehandel;;80,00;30;USD',
        'K-4;;;80,00;30;',
        'K-5;Neu;kein Mail;80,00;400;',
        'K-6;Neu;;-1,00;30;Euro',
      ].join('\n'),
    )
    expect(found.mapping).toMatchObject({
      client_number: 'Kundennummer',
      rate: 'Stundensatz',
      payment_days: 'Zahlungsziel',
    })
    expect(found.counts).toEqual({ rows: 6, create: 1, update: 1, error: 4 })
    expect(found.errors).toEqual([
      '5 Stundensatz: The client is invoiced in USD; rates are kept in EUR, the office’s currency.',
      '6 Firma: The client is not known yet, and the row gives no name to enter it by.',
      expect.stringMatching(/^7 E-Mail-Adresse: /),
      expect.stringMatching(/^7 Zahlungsziel: /),
      expect.stringMatching(/^8 Stundensatz: /),
    ])
    const id = found.id
    await apply(db, id, 'good')
    expect(
      all(
        'select p.name, r.external_ref, c.rate_minor, c.payment_days from client c join party p on p.id = c.party_id join party_role r on r.party_id = p.id order by p.id',
      ),
    ).toEqual([
      { name: 'Bäckerei Weiß', external_ref: 'K-2', rate_minor: 109_550, payment_days: 14 },
      { name: 'Zwilling', external_ref: null, rate_minor: null, payment_days: null },
      { name: 'BÄCKEREI  WEISS', external_ref: 'K-1', rate_minor: 9_550, payment_days: 30 },
    ])
    await undo(db, id)
    expect(all('select external_ref from party_role where external_ref is not null')).toEqual([])
  })
})

describe('time entries', () => {
  beforeEach(async () => {
    await bringIn(
      db,
      'employees',
      'employee number,name,email\n1,Ana Real,ana@example.org\n2,Bo,bo@example.org\n3,Bo,\n',
    )
    await bringIn(db, 'clients', 'client number,client\nK1,Northwind\nK2,Southwind\n')
  })

  test('an export of a time tracker: durations with seconds, unknown people and clients, the same entry twice', async () => {
    const found = await check(
      db,
      'time_entries',
      [
        'User,Email,Client,Project,Description,Billable,Start date,Start time,End date,End time,Duration,Tags',
        'Ana Real,ana@example.org,Northwind,Website,Landing page,Yes,2025-03-04,09:30:00,2025-03-04,11:00:00,01:30:00,',
        'Ana Real,ana@example.org,,Website,Fixes,No,2025-03-04,11:10:00,2025-03-04,11:40:20,00:30:20,',
        'Bo,,K2,Audit,Kick-off,Yes,2025-03-05,14:00:00,2025-03-05,15:00:00,01:00:00,',
        'Cy,,K2,Audit,Kick-off,Yes,2025-03-05,14:00:00,2025-03-05,15:00:00,01:00:00,',
        'Ana Real,ana@example.org,Eastwind,Audit,,Yes,2025-03-05,25:00:00,2025-03-05,15:00:00,01:00:00,',
        'Ana Real,ana@example.org,Northwind,Website,Landing page,Yes,2025-03-04,09:30:00,2025-03-04,11:00:00,01:30:00,',
        'Ana Real,ana@example.org,Northwind,Website,Landing page,perhaps,2025-03-06,09:30:00,2025-03-06,11:00:00,,',
      ].join('\n'),
    )
    expect(found.mapping).toMatchObject({
      date: 'Start date',
      start: 'Start time',
      end: 'End time',
      duration: 'Duration',
      billable: 'Billable',
    })
    expect(found.errors).toEqual([
      '3 Project: No client has a project “Website”, and the row names no client.',
      '4 User: It cannot be told which employee “Bo” is. There are: Bo (2), Bo (3).',
      '5 User: There is no employee “Cy”.',
      '6 Client: There is no client “Eastwind”.',
      '6 Start time: “25:00:00” is no time of the day.',
      '8 Billable: “perhaps” is neither yes nor no.',
    ])
    expect(found.counts).toEqual({ rows: 7, create: 1, duplicate: 1, error: 5 })
    await apply(db, found.id, 'good')
    // Now the project is known, and tells its client.
    const again = await check(
      db,
      'time_entries',
      'person,date,project,hours,notes\n1,2025-03-04,website,"0,5",Fixes\n1,2025-03-04,Website,1.333,More\n1,2025-03-07,,25,a\n1,2025-03-07,,soon,b\n1,2025-03-07,,,c\n',
    )
    expect(again.counts).toEqual({ rows: 5, create: 2, error: 3 })
    expect(again.errors).toEqual([
      '4 hours: The work took 25:00; more than 0:00 and at most 24:00 was expected.',
      '5 hours: “soon” is no duration.',
      '6 hours: The row does not say how long the work took.',
    ])
    await apply(db, again.id, 'good')
    expect(
      all(
        'select e.minutes, e.from_time, e.zone, p.name as client, j.name as project from time_entry e join party p on p.id = e.client_id join project j on j.id = e.project_id order by e.id',
      ),
    ).toEqual([
      { minutes: 90, from_time: '09:30', zone: 'Europe/Lisbon', client: 'Northwind', project: 'Website' },
      { minutes: 30, from_time: null, zone: 'Europe/Lisbon', client: 'Northwind', project: 'Website' },
      { minutes: 80, from_time: null, zone: 'Europe/Lisbon', client: 'Northwind', project: 'Website' },
    ])
  })

  test('an entry known by its number is changed, one that is locked is not; a break is only remarked on', async () => {
    const csv = (minutes: string) =>
      `entry id,employee,date,start,end,duration\nT1,1,2025-03-04,9:00 AM,5:30 pm,${minutes}\n`
    await bringIn(db, 'time_entries', csv('8:00'))
    const found = await check(db, 'time_entries', csv('7:45'))
    expect(found).toMatchObject({
      counts: { rows: 1, update: 1, warning: 1 },
      warnings: ['2 duration: The duration is 7:45; from start to end it is 8:30. The duration counts.'],
    })
    db.exec('update time_entry set locked = 1')
    expect((await check(db, 'time_entries', csv('7:30'))).errors).toEqual([
      '2 –: The entry is locked: it has been invoiced or closed.',
    ])
    expect((await check(db, 'time_entries', csv('8:00'))).counts).toEqual({ rows: 1, unchanged: 1, warning: 1 })
  })
})

describe('times', () => {
  test.each([
    ['09:30', '09:30'],
    ['9.30', '09:30'],
    ['9h05', '09:05'],
    ['2:15 PM', '14:15'],
    ['12:00 am', '00:00'],
    ['12 p.m.', '12:00'],
    ['2025-03-04 09:30:15', '09:30'],
    ['24:00', null],
    ['13:00 PM', null],
    ['9', null],
    ['09:60', null],
    ['noon', null],
  ])('%s is the time %s', (text, time) => expect(readTimeOfDay(text)).toBe(time))

  test.each([
    ['1:30', 90],
    ['01:29:30', 90],
    ['1h 30m', 90],
    ['90 min', 90],
    ['2 hours', 120],
    ['1.5', 90],
    ['0,25', 15],
    ['0.3333', 20],
    ['7', 420],
    ['1:75', null],
    ['', null],
    ['-1', null],
    ['1.5.2', null],
  ])('%s is %s minutes', (text, minutes) => expect(readMinutes(text)).toBe(minutes))

  test('a shift over midnight counts on', () => {
    expect(minutesBetween('23:00', '01:30')).toBe(150)
    expect(minutesBetween('09:00', '17:00')).toBe(480)
  })
})
