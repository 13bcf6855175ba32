import { describe, expect, it } from 'vitest'
import { finding, open, refusal, rowsOf, textsOf } from './opened'

describe('rows', () => {
  it('keep their number as a spreadsheet shows it, also after line breaks in cells and blank rows', async () => {
    const sheet = await open('Name;Note\n"An\nn";x\n;\n\nBo;y\n')
    const rows = await rowsOf(sheet)
    expect(rows.map((row) => row.n)).toEqual([2, 5])
    expect(rows[1]?.cells.map((cell) => cell.address)).toEqual(['A5', 'B5'])
    expect(finding(sheet, 'import.blank_rows')).toEqual({ count: 2, rows: '3, …' })
  })

  it('have their cells trimmed, and the file says in which columns', async () => {
    const sheet = await open('Name;City;Pay\nAnn  ;\u00a0Porto;1\nBo\u200b;Faro;2\n')
    expect((await textsOf(sheet)).slice(1)).toEqual([
      ['Ann', 'Porto', '1'],
      ['Bo', 'Faro', '2'],
    ])
    expect(finding(sheet, 'import.spaces_trimmed')).toEqual({ cells: 2, columns: 'Name, City' })
    expect(finding(sheet, 'import.invisible_removed')).toEqual({ cells: 1, columns: 'Name' })
    expect((await rowsOf(sheet))[0]?.cells[0]?.raw).toBe('Ann  ')
  })

  it('have what nobody sees left out of their cells, joiners that a script needs kept, and the file says so', async () => {
    const sheet = await open('Name;City\nAn\u202ena;Po\ufeffrto \nمی\u200cخواهم;Faro\n\u2066\u2069;Faro\n')
    expect((await textsOf(sheet)).slice(1)).toEqual([
      ['Anna', 'Porto'],
      ['می\u200cخواهم', 'Faro'],
      ['', 'Faro'],
    ])
    expect(finding(sheet, 'import.invisible_removed')).toEqual({ cells: 2, columns: 'Name, City' })
    expect(finding(sheet, 'import.spaces_trimmed')).toEqual({ cells: 1, columns: 'City' })
  })

  it('that have a delimiter too many are not trusted', async () => {
    const sheet = await open('Name;Job;Pay\nAnn;Sr; DBA;1000\nBo;Clerk;900\nCy;Clerk;900;\n')
    const rows = await rowsOf(sheet)
    expect(rows[0]?.problems).toEqual([
      { code: 'import.row_longer', params: { row: 2, found: 4, expected: 3, beyond: '1000' } },
    ])
    expect(rows.slice(1).map((row) => row.problems)).toEqual([[], []])
    expect(finding(sheet, 'import.rows_longer')).toEqual({ count: 1, rows: '2' })
  })

  it('that a line break cut in two are not trusted', async () => {
    const sheet = await open(`Name;Job;Pay\n${'Ann;Clerk;1\n'.repeat(20)}Bo;Sr\nDBA;900\n`)
    const rows = await rowsOf(sheet)
    expect(rows.filter((row) => row.problems.length > 0).map((row) => row.n)).toEqual([22, 23])
  })

  it('may simply end early where the whole file does', async () => {
    const sheet = await open('Name;Job;Pay\nAnn;Clerk;1\nBo\nCy\nDi;Boss\nEd;Boss;2\n')
    expect((await rowsOf(sheet)).flatMap((row) => row.problems)).toEqual([])
  })

  it('with a mark inside a quoted cell are not trusted', async () => {
    const sheet = await open('Name;Job\n"Bob" Smith";Clerk\nAnn;Boss\n')
    const rows = await rowsOf(sheet)
    expect(rows[0]?.problems[0]?.code).toBe('import.row_quotes')
    expect(rows[1]?.problems).toEqual([])
  })

  it('a quote that never closes is refused with its row, also in a large file', async () => {
    expect(await refusal(open('Name;Job\nAnn;x\nBo;"y\nCy;z\n'))).toEqual({
      code: 'import.quote_not_closed',
      params: { row: 3, found: '"y\nCy;z\n' },
    })
    const large = `Name;Job\n${'Ann;x\n'.repeat(1000)}Bo;"y\n${'Cy;z\n'.repeat(1_500_000)}`
    expect(await refusal(open(large))).toMatchObject({ code: 'import.quote_not_closed', params: { row: 1002 } })
  })

  const totals = async (content: string) =>
    (await rowsOf(await open(content))).flatMap((row) => (row.totals ? [row.n] : []))

  it('of somebody called Total are no totals, those that add up are', async () => {
    const clients = 'Name;City;Owed\nAcme;Porto;100\nTotal Energies;Paris;250\nZoé SARL;Lyon;50\n'
    expect(await totals(clients)).toEqual([])
    expect(await totals(`${clients}Total Energies;;\nTotal clients;;400\n`)).toEqual([6])
    // the same name with a gap, where the sum is another
    expect(await totals('Name;City;Owed\nAcme;Porto;100\nBo;;20\nTotal Energies;;250\n')).toEqual([])
  })

  it('of totals leave empty what every record fills, whatever they add up', async () => {
    const pay =
      'No;Name;City;Dept;Pay;Tax\n1;Ann;Porto;A;1.000,00;10\n2;Bo;Lyon;A;2.000,00;20\n3;Cy;Bern;B;3.000,00;30\n'
    expect(await totals(`${pay}Total Sales department;;;;5.999,00;1\n`)).toEqual([5])
    expect(await totals(`${pay}Total;;;;6.000,00;60\n`)).toEqual([5])
    expect(await totals('Name;Pay\nTotal Energies;5\nTotalgas Ltd;7\n')).toEqual([])
  })

  it('of each part of the table add up to that part', async () => {
    const parts = 'Dept;Pay\nA;10\nA;20\nSubtotal A;30\nB;5\nB;6\nSubtotal B;11\nGrand total;41\n'
    expect(await totals(parts)).toEqual([4, 7, 8])
  })

  it('of totals may fill all columns of figures, as a register of pay has them', async () => {
    const pay = 'Name;Basic;Days;Tax;Net\nAnn;1.000,00;20;10;990\nBo;2.000,00;21;20;1980\n'
    expect(await totals(`${pay}Total;3.000,00;41;30;2970\n`)).toEqual([4])
    expect(await totals(`${pay}Total of March;3.000,00;41;30;2970\n`)).toEqual([4])
    expect(await totals(`${pay}Total;3.500,00;;30;2970\n`)).toEqual([4])
    // somebody of that name earns something else
    expect(await totals(`${pay}Soma;1.500,00;20;30;1470\nTotal Tom;1.500,00;20;30;1470\n`)).toEqual([])
  })

  it('of totals may have the name of their group in front, as a spreadsheet writes it', async () => {
    const groups =
      'Person;Day;Hours\nAnn;1;8\nAnn Total;;8\nBo;1;7\nBo;2;6\nBo Total;;13\nEnergie Total;3;2\nGesamtergebnis;;23\n'
    expect(await totals(groups)).toEqual([3, 6, 8])
  })

  it('of averages and counts are none of the list, somebody called Max or Media is', async () => {
    const marks = 'Name;Class;Mark\nMax Muster;7A;12\nMedia Markt;7A;14\nMax;7A;13\n'
    expect(await totals(`${marks}Average;;13\nDurchschnitt;;13,00\nAnzahl;;3\n`)).toEqual([5, 6, 7])
    expect(await totals('Name;Mark;Year\nMax;20;20\nMax;20;20\nMaximiliano;20;20\n')).toEqual([])
  })

  it('that repeat the headers are left out: printed lists have them on every page', async () => {
    const sheet = await open('Name;Dept\nAnn;IT\nName;Dept\nBo;HR\nName;HR\n')
    expect((await rowsOf(sheet)).flatMap((row) => (row.totals ? [row.n] : []))).toEqual([3])
    expect(finding(sheet, 'import.headers_again')).toEqual({ count: 1, rows: '3' })
  })

  it('with a remark where every row is full are asked about; a record of one name is one', async () => {
    const list = 'Name;Dept;Town\nAnn;IT;Porto\nBo;HR;Lyon\nCy;IT;Bern\n'
    const sheet = await open(`${list}Printed by the office;;\n© Payroll Suite;;\nDora Lee;;\nPage;;Lyon\n`)
    const said = (await rowsOf(sheet)).map(({ problems }) => problems.map(({ code }) => code))
    expect(said).toEqual([[], [], [], ['import.row_remark'], ['import.row_remark'], [], []])
    expect(finding(sheet, 'import.remark_rows')).toEqual({ count: 2, rows: '5, 6' })
  })

  it('of totals are marked', async () => {
    const sheet = await open('Name;Dept;Month;Pay\nAnn;IT;1;1000\nTotal Tom;IT;1;900\nTotal;;;1900\n')
    expect((await rowsOf(sheet)).map((row) => row.totals)).toEqual([false, false, true])
    expect(finding(sheet, 'import.totals_rows')).toEqual({ count: 1, rows: '4' })
  })

  it('with an error that a spreadsheet exported are errors, not text', async () => {
    const [row] = await rowsOf(await open('Name;Pay;Day;Note\nAnn;#N/A;########;#1 of all\n'))
    expect(row?.cells.map((cell) => cell.kind)).toEqual(['text', 'error', 'error', 'text'])
  })

  it.each([
    ...['#VALUE!', '#NAME?', '#DIV/0!', '#REF!', '#NUM!', '#SPILL!', '#GETTING_DATA!', '#####'],
    ...['#NV', '#WERT!', '#BEZUG!', '#ZAHL!', '#ÜBERLAUF!', '#NOM?', '#VALEUR!', '#NOMBRE!'],
    ...['#N/D', '#¡VALOR!', '#¿NOMBRE?', '#¡DIV/0!', '#NOME?', '#NÚM!', 'Err:502', 'Fehler:508'],
  ])('with %s have an error there, in whatever language the spreadsheet was', async (shown) => {
    const [row] = await rowsOf(await open(`Name;Dept\nAnn;${shown}\n`))
    expect(row?.cells[1]?.kind).toBe('error')
  })

  it.each(['#1', '#hash!', 'ERR', 'Err: see note', 'E', '#', 'Fehler'])('may say %s', async (said) => {
    const [row] = await rowsOf(await open(`Name;Dept\nAnn;${said}\n`))
    expect(row?.cells[1]?.kind).toBe('text')
  })

  it('have the text that exports for Excel dress as a formula to keep its zeros', async () => {
    const [row] = await rowsOf(await open('No;Name;Note\n="00123";"=""A """"b"""" C""";=1+2\n'))
    expect(row?.cells.map((cell) => cell.text)).toEqual(['00123', 'A "b" C', '=1+2'])
  })

  it('come in pages of at most 200, and can be read again from the start', async () => {
    const sheet = await open(`Name;Pay\n${'Ann;1\n'.repeat(2500)}`)
    const pages: number[] = []
    for await (const page of sheet.rows()) pages.push(page.length)
    expect(pages).toEqual([...Array<number>(12).fill(200), 100])
    expect((await rowsOf(sheet)).length).toBe(2500)
  })
})
