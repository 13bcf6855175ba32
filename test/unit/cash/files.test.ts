import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Db } from '../../../db/open'
import { type RateScope, ratesOverlap } from '../../../jobs/cash/rules/tax-rates'
import { apply, contentOf, fix, undo, view } from '../../support/imports/import-file'
import { bringIn, check, officeOfAllKinds } from '../../support/imports/office-files'

let db: Db
beforeEach(() => {
  db = officeOfAllKinds()
})
const all = (sql: string) => db.prepare(sql).all()

describe('vehicles', () => {
  test('plates are one however they are written; owners are found, made, or told apart', async () => {
    const before = contentOf(db)
    const first = await bringIn(
      db,
      'vehicles',
      'plate,owner tax number,owner,email\nAB-123-CD,N1,Ana Real,ana@example.org\nEF 456,,Bo,\n',
    )
    const found = await check(
      db,
      'vehicles',
      [
        'Immatriculation;N° de contribuable;Propriétaire;Puissance fiscale;Mise en circulation;Énergie',
        'ab 123 cd;N1;Ana Real;7;22/05/2018;essence',
        'ef-456;N2;Cy;5;;diesel',
        'GH789;N2;Cy;;;diesel',
        'IJ012;N2;Di;;;diesel',
        'KL345;N9;;;;diesel',
        ';N1;Ana Real;;;',
        'MN678;;Bo;sept;;',
        'OP901;;Bo;;31/12/2030;',
        'ab 123 cd;N1;Ana Real;7;22/05/2018;essence',
      ].join('\n'),
    )
    expect(found.mapping).toMatchObject({
      plate: 'Immatriculation',
      owner_name: 'Propriétaire',
      fiscal_power: 'Puissance fiscale',
      first_registered_on: 'Mise en circulation',
    })
    expect(found.errors).toEqual([
      '5 Propriétaire: An earlier row of the file tells something else about Di.',
      expect.stringMatching(/^6 (owner_number|N° de contribuable): Nobody has the tax number N9 yet/),
      '7 Immatriculation: The row has no plate.',
      expect.stringMatching(/^8 Puissance fiscale: /),
      '9 Mise en circulation: The first registration 2030-12-31 lies in the future.',
    ])
    expect(found.counts).toEqual({ rows: 9, create: 1, update: 2, duplicate: 1, error: 5 })
    await apply(db, found.id, 'good')
    expect(
      all(
        'select v.plate_key, p.name, r.external_ref from vehicle v join party p on p.id = v.owner_id join party_role r on r.party_id = p.id order by 1',
      ),
    ).toEqual([
      { plate_key: 'AB123CD', name: 'Ana Real', external_ref: 'N1' },
      { plate_key: 'EF456', name: 'Cy', external_ref: 'N2' },
      { plate_key: 'GH789', name: 'Cy', external_ref: 'N2' },
    ])
    await undo(db, found.id)
    await undo(db, first)
    expect(contentOf(db)).toEqual(before)
  })
})

describe('tax rates', () => {
  test('rates that one vehicle could fall under are refused, in the file and against what is kept', async () => {
    await bringIn(
      db,
      'tax_rates',
      'year,category,power from,power to,amount\n2026,car,0,7,120.00\n2026,car,8,,180.00\n',
    )
    const found = await check(
      db,
      'tax_rates',
      [
        'Tarifs de la vignette;;;;',
        'Exercice;Catégorie;Puissance min;Puissance max;Montant',
        '2026;Car;0;7;125,50',
        '2026;car;7;9;140,00',
        '2026;;0;3;99,00',
        '2027;car;0;7;130,00',
        '2027;car;5;9;150,00',
        '2027;car;9;8;150,00',
        '2027;truck;;;',
        '2026;truck;;;1 250,00',
      ].join('\n'),
    )
    expect(found.errors).toEqual([
      '4 –: A vehicle could fall under this rate and under another one: 2026, Car, every energy, power 0–7, age 0–∞.',
      '5 –: A vehicle could fall under this rate and under another one: 2026, Car, every energy, power 0–7, age 0–∞.',
      '7 –: A vehicle could fall under this rate and under another one: 2027, car, every energy, power 0–7, age 0–∞.',
      '8 Puissance max: The range ends at 8, before it begins at 9.',
      '9 Montant: The row has no amount.',
    ])
    expect(found.counts).toEqual({ rows: 8, create: 2, update: 1, error: 5 })
    await apply(db, found.id, 'good')
    expect(all('select amount_minor from tax_rate order by id')).toEqual(
      [12_550, 18_000, 13_000, 125_000].map((amount_minor) => ({ amount_minor })),
    )
  })

  test('mending one of two rates that overlap settles both; mended into an overlap, a row is an error', async () => {
    const csv = 'year,category,power from,power to,amount\n2026,car,0,7,1.00\n2026,car,5,9,2.00\n2026,car,20,30,3.00\n'
    const { id, counts } = await check(db, 'tax_rates', csv)
    expect(counts).toEqual({ rows: 3, create: 2, error: 1 })
    await fix(db, id, 2, { 'power to': '4' })
    expect(view(db, id).counts).toMatchObject({ create: 3, error: 0 })
    await fix(db, id, 2, { 'power to': '22' })
    expect(all(`select n, outcome from import_row where batch_id = ${id} order by n`)).toEqual([
      { n: 2, outcome: 'create' },
      { n: 3, outcome: 'error' },
      { n: 4, outcome: 'error' },
    ])
  })

  test('two rates overlap exactly where one vehicle falls under both', () => {
    const bound = fc.option(fc.integer({ min: 0, max: 6 }), { nil: null })
    const scope: fc.Arbitrary<RateScope> = fc.record({
      year: fc.constantFrom(2025, 2026),
      category: fc.constantFrom(null, 'car', 'Car', 'truck'),
      energy: fc.constantFrom(null, 'petrol'),
      powerFrom: bound,
      powerTo: bound,
      ageFrom: bound,
      ageTo: bound,
    })
    const inRange = (value: number, from: number | null, to: number | null) =>
      value >= (from ?? 0) && value <= (to ?? 99)
    const falls = (one: RateScope, category: string, energy: string, power: number, age: number) =>
      (one.category ?? category).toLowerCase() === category &&
      (one.energy ?? energy) === energy &&
      inRange(power, one.powerFrom, one.powerTo) &&
      inRange(age, one.ageFrom, one.ageTo)
    const isRange = (one: RateScope) =>
      (one.powerFrom ?? 0) <= (one.powerTo ?? 99) && (one.ageFrom ?? 0) <= (one.ageTo ?? 99)
    const steps = Array.from({ length: 9 }, (_, i) => i)
    fc.assert(
      fc.property(scope.filter(isRange), scope.filter(isRange), (a, b) => {
        const both = ['car', 'truck', 'bus'].some((category) =>
          ['petrol', 'diesel'].some((energy) =>
            steps.some((power) =>
              steps.some((age) => falls(a, category, energy, power, age) && falls(b, category, energy, power, age)),
            ),
          ),
        )
        expect(ratesOverlap(a, b)).toBe(a.year === b.year && both)
      }),
    )
  })
})

describe('bank statements', () => {
  test('a German statement with debit and credit marks in one column, titles above and totals below', async () => {
    const csv = [
      'Kontoauszug;;;;;',
      'Konto: DE02 1203 0000 0000 2020 51;;;;;',
      'Buchungstag;Valuta;Auftraggeber/Empfänger;Verwendungszweck;Betrag;Saldo',
      '04.03.2025;05.03.2025;Northwind;Rechnung 7;1.200,00;2.400,10',
      '04.03.2025;04.03.2025;Stadtwerke;Abschlag;-88,40;2.311,70',
      '04.03.2025;04.03.2025;Stadtwerke;Abschlag;-88,40;2.223,30',
      '31.02.2025;;Unmöglich;;1,00;',
      ';;Ohne Tag;;1,00;',
      '05.03.2025;;Ohne Betrag;;;',
      'Summe;;;;1.023,20;',
    ].join('\r\n')
    const found = await check(db, 'bank_statement', csv, { options: { account: 'de02 1203 0000 0000 2020 51' } })
    expect(found.mapping).toMatchObject({
      booked_on: 'Buchungstag',
      value_on: 'Valuta',
      amount: 'Betrag',
      balance: 'Saldo',
      counterparty: 'Auftraggeber/Empfänger',
    })
    expect(found.counts).toEqual({ rows: 6, create: 3, error: 3 })
    expect(found.errors).toEqual([
      expect.stringMatching(/^7 Buchungstag: /),
      '8 Buchungstag: The line has no booking date.',
      '9 Betrag: The line has no amount.',
    ])
    await apply(db, found.id, 'good')
    expect(all('select account, booked_on, amount_minor, balance_minor from statement_line order by id')).toEqual([
      { account: 'DE02120300000000202051', booked_on: '2025-03-04', amount_minor: 120_000, balance_minor: 240_010 },
      { account: 'DE02120300000000202051', booked_on: '2025-03-04', amount_minor: -8_840, balance_minor: 231_170 },
      { account: 'DE02120300000000202051', booked_on: '2025-03-04', amount_minor: -8_840, balance_minor: 222_330 },
    ])
    // The next statement overlaps this one; what is known is not booked twice.
    const next = await check(db, 'bank_statement', csv, { options: { account: 'DE02120300000000202051' } })
    expect(next.counts).toEqual({ rows: 6, unchanged: 3, error: 3 })
  })

  test('two columns of amounts: debit goes out whatever its sign, both at once is an error', async () => {
    const found = await check(
      db,
      'bank_statement',
      'Date,Description,Money out,Money in,Transaction ID\n2025-03-04,Rent,800.00,,X1\n2025-03-04,Fee,-2.50,0.00,X2\n2025-03-05,Sale,,120.00,X3\n2025-03-05,Both,1.00,1.00,X4\n2025-03-05,None,,,X5\n2025-03-05,Odd,,-5.00,X6\n',
    )
    expect(found.errors).toEqual([
      '5 Money out: The line has a debit and a credit.',
      expect.stringMatching(/^6 \S+: The line has no amount\.$/),
      '7 Money in: The credit is negative.',
    ])
    await apply(db, found.id, 'good')
    expect(all('select reference, amount_minor from statement_line order by reference')).toEqual([
      { reference: 'X1', amount_minor: -80_000 },
      { reference: 'X2', amount_minor: -250 },
      { reference: 'X3', amount_minor: 12_000 },
    ])
  })

  test('amounts without a sign go out or come in as the column beside them says', async () => {
    const found = await check(
      db,
      'bank_statement',
      'Buchungstag;Betrag;Soll/Haben;Referenz;Währung\n04.03.2025;800,00;S;1;EUR\n04.03.2025;1,50;Haben;2;€\n05.03.2025;-2,00;Soll;3;Euro\n05.03.2025;-3,00;H;4;\n05.03.2025;4,00;vielleicht;5;\n05.03.2025;5,00;;6;\n05.03.2025;6,00;H;7;USD\n',
    )
    expect(found.mapping).toMatchObject({ amount: 'Betrag', direction: 'Soll/Haben', currency: 'Währung' })
    expect(found.errors).toEqual([
      '5 Soll/Haben: The amount is negative, but “H” says that it came in.',
      '6 Soll/Haben: “vielleicht” does not say whether the amount went out or came in.',
      '8 Währung: The amounts of this row are in “USD”; the office keeps its books in EUR.',
    ])
    await apply(db, found.id, 'good')
    expect(all('select reference, amount_minor from statement_line order by reference')).toEqual([
      { reference: '1', amount_minor: -80_000 },
      { reference: '2', amount_minor: 150 },
      { reference: '3', amount_minor: -200 },
      { reference: '6', amount_minor: 500 },
    ])
  })

  test.each([
    ['salaries', 'Employee ID,Name,Salary,Currency\n1,Ana,1000.00,USD\n', { year: 2025, month: 'MAR' }],
    [
      'time_entries',
      'Date,Start,Duration,Person,Client,Description,Rate,Currency\n2025-03-04,09:00,1:00,,,Work,80.00,USD\n',
      {},
    ],
    ['tax_rates', 'Year,Category,Amount,Currency\n2026,car,120.00,USD\n', {}],
    ['bank_statement', 'Date,Amount,Reference,Currency\n2025-03-04,12.00,X,USD\n', {}],
  ])('amounts of %s in another currency are not taken for the office’s', async (kind, csv, options) => {
    const { mapping, errors } = await check(db, kind, csv, { options })
    expect(mapping).toMatchObject({ currency: 'Currency' })
    expect(errors).toEqual(['2 Currency: The amounts of this row are in “USD”; the office keeps its books in EUR.'])
  })
})
