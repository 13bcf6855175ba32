import { sheetCellStates } from '../../../jobs/api/contract/lists'

/** A trial run, and a pay run beside an old sheet. */
export const paySheet = {
  trial: {
    button: 'Trial run',
    open: (no: number) => `Trial run ${no}`,
    mark: 'Trial: never approved, paid or mailed',
    foot: 'A trial run is looked at and never paid.',
    detail: 'It counts nowhere: not in the year to date, not in the charts. Recalculate it as often as you like.',
  },
  button: 'Beside an old sheet',
  title: (run: string, period: string) => `${run}, ${period}`,
  run: (no: number) => `Run ${no}`,
  empty: {
    what: 'No sheet lies beside this run yet',
    how: 'Drop last month’s sheet here: one row a person, a column for each component you know. Nobody’s pay is changed by it; you see where the two differ.',
    pick: 'Choose the sheet…',
    own: 'A sheet of this run’s own figures',
  },
  another: 'Another sheet…',
  again: 'Recalculate',
  csv: 'Save as CSV',
  xlsx: 'Save as xlsx',
  of: (file: string, rows: number) => `beside ${file}, ${rows === 1 ? '1 row' : `${rows} rows`}`,
  gone: (cells: number, version: number, amount: string) =>
    cells === 0
      ? `no difference went away since version ${version}`
      : `${cells === 1 ? '1 difference' : `${cells} differences`} of ${amount} went away since version ${version}`,
  filter: 'Filter by name or number',
  shows: {
    label: 'Who is listed',
    names: {
      all: 'All',
      open: 'Open',
      accepted: 'Accepted',
      gone: 'Gone',
      run: 'Only the run',
      sheet: 'Only the sheet',
    },
  },
  nobody: 'Nobody is listed by this filter.',
  nobodyHow: 'Choose another, or take the text away.',
  grid: 'People and their differences',
  number: 'Number',
  name: 'Name',
  openColumn: 'Open',
  total: (n: number) => (n === 1 ? '1 person' : `${n} people`),
  sides: { sheet: 'only the sheet', run: 'only the run' },
  error: 'has an error here',
  states: sheetCellStates,
  short: { same: '', rounding: 'rounding', accepted: 'accepted', follows: 'follows', open: '' },
  went: 'gone',
  /** Said and not seen, between the figures of a cell. */
  said: { both: 'both ', difference: 'difference ', office: ', office ', sheet: ', sheet ', open: 'open ' },
  flipped: 'written with a minus',
  /** Below the heading of a column that is added of several. */
  added: (components: number, columns: number) =>
    columns === 1 ? `${components} together` : `${components === 1 ? '' : `${components} beside `}${columns} columns`,
  standsFor: (name: string, { office, sheet }: { office: string[]; sheet: string[] }) =>
    [name, ...(office.length > 0 ? [office.join(' + ')] : []), ...(sheet.length > 0 ? [sheet.join(' + ')] : [])].join(
      ': ',
    ),
  foot: {
    open: (n: number, amount: string) =>
      n === 1 ? `1 open difference of ${amount}` : `${n} open differences of ${amount}`,
    none: 'No difference is open',
    rounding: (n: number) => `${n} by rounding`,
    accepted: (n: number) => `${n} accepted`,
    follows: (n: number) => `${n} that follow from their parts`,
    same: (n: number) => `${n} the same`,
    noColumn: (names: string) => `Not in your sheet: ${names}.`,
    forNothing: (headings: string[]) =>
      `Columns of the sheet that stand for nothing: ${headings.map((one) => `“${one}”`).join(', ')}.`,
    noColumns: 'No column of the sheet is compared: map at least one to a component.',
  },
  panel: {
    label: 'One figure on both sides',
    title: (column: string, name: string) => `${column} of ${name}`,
    columnTitle: (column: string) => `${column}, everybody`,
    office: 'Office',
    sheet: 'Sheet',
    difference: 'Difference',
    empty: 'empty',
    row: (row: number) => `row ${row} of the sheet`,
    explain: 'Explain this number',
    explainNet: 'Explain the net',
    before: (version: number, amount: string) => `In version ${version} the difference was ${amount}.`,
    flipped: 'The sheet writes what is deducted with a minus; it is compared without.',
    follows: 'The parts of this sum differ by exactly as much: it is settled with them.',
    rounding: 'So little more or less is how two programs round.',
    officeParts: 'Office, added of',
    sheetParts: 'Sheet, added of',
    minus: (header: string) => `${header}, written with a minus`,
    explainPart: (name: string) => `Explain ${name}`,
    lost: 'a column that is not known any more',
    accepted: (because: string, by: string, at: string) => `Accepted, because “${because}” (${by}, ${at}).`,
    was: (amount: string, because: string) =>
      `A difference of ${amount} was accepted here, because “${because}”. It is another one now.`,
    reopen: 'Open it again',
    because: 'Accepted, because',
    scope: 'What is accepted',
    one: 'This difference',
    person: (n: number, name: string) => `All ${n} open of ${name}`,
    column: (n: number, column: string) => `All ${n} open of ${column}`,
    accept: 'Accept',
  },
}
