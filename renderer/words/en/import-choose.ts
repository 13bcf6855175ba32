const n = new Intl.NumberFormat('en-GB')

/** Where a file is chosen, and what it holds. */
export const choose = {
  title: 'Import a file',
  note: 'A spreadsheet (.xlsx, .ods) or a text table (.csv, .tsv), 50 MB at most.',
  file: 'File',
  pick: 'Choose a file…',
  another: 'Another file…',
  none: 'No file chosen. It can also be dropped anywhere in the window.',
  kind: 'What the file holds',
  notShown: (kind: string) => `${kind} are kept and can be saved from here again; no screen shows them.`,
  template: 'Its empty template:',
  present: 'What the office holds now, to change and drop again:',
  presentName: (kind: string, format: string) => `What the office holds now: ${kind} ${format}`,
  check: 'Read the file',
  foot: 'The file is read and checked; nothing is written yet.',
  wait: 'Choose a file first.',
  leave: 'Leave',
  notRead: (file: string) =>
    `“${file}” was chosen and not read yet. It stays where it is on the disk; here it has to be chosen again.`,
  otherKind: (kind: string) => `This looks like a list of another kind: ${kind}.`,
  otherKindWhy: (kind: { label: string; fits: number; columns: number }, chosen: { label: string; fits: number }) =>
    `${kind.fits} of its ${kind.columns} columns are called like those of ${kind.label}, ${chosen.fits} like those of ${chosen.label}.`,
  takeKind: (kind: string) => `Take it as ${kind}`,
  noKind: (fits: number, columns: number) =>
    fits === 0
      ? 'None of its columns is called like one of these lists.'
      : columns === 1
        ? 'It has one column alone.'
        : `Of its ${columns} columns at most ${fits} ${fits === 1 ? 'is' : 'are'} called like those of one of these lists.`,
  noKindFix:
    'Perhaps it is a file of something else. If it is one of these lists, choose which; the next step asks which column holds what. The empty template shows how the columns are called.',
  size: (bytes: number) =>
    bytes < 1_000_000 ? `${n.format(Math.ceil(bytes / 1000))} KB` : `${(bytes / 1e6).toFixed(1)} MB`,
  months: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
}
