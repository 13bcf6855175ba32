import { auditColumns, mailColumns, mailStates } from '../../../jobs/api/contract/lists'

const count = new Intl.NumberFormat('en-GB')
const mails = (n: number) => (n === 1 ? '1 mail' : `${count.format(n)} mails`)

export const outboxWords = {
  title: 'Outbox',
  facet: 'State',
  filters: 'Filters',
  filterHint: 'Type an address, a name, a subject, or “failed”…',
  states: mailStates,
  columns: mailColumns,
  none: [
    'No mail yet.',
    'Payslips, pay run messages and lists of failures wait here until the mail server takes them.',
  ],
  noMatch: ['No mail matches.', 'Take a filter away, or look for other words.'],
  showAll: 'Show all mail',
  noServer: {
    message: 'No mail server is set up, so nothing is sent: mail waits here, and nothing is lost.',
    fix: 'Give the server and the sender’s address in the settings; what waits then goes by itself.',
    toSettings: 'Set up mail',
  },
  rules: (sent: number, cap: number | null, hold: number) => {
    const today =
      cap === null
        ? `${mails(sent)} sent today.`
        : `${count.format(sent)} of ${mails(cap)} sent today; the rest waits for tomorrow.`
    return `${today} ${hold === 0 ? 'Each goes at once.' : `Each waits ${hold} minutes, so that it can be recalled.`}`
  },
  page: {
    folio: 'Mail',
    about: 'About this mail',
    message: 'Message',
    html: 'The same as HTML',
    attachments: 'Attachments',
    server: 'What the server said',
    related: 'Related',
    noReply: 'The server has said nothing yet.',
    hold: 'Hold',
    release: 'Send now',
    cancel: 'Cancel it',
    settle: 'Leave it at that',
    resend: 'Send again…',
    resendNow: 'Send it again now',
    leave: 'Leave it',
    download: 'Download as .eml',
    task: (id: string) => `Delivered by task ${id}`,
    lot: 'All mail of the same lot',
    size: (bytes: number) => (bytes < 1024 ? `${bytes} bytes` : `${count.format(Math.round(bytes / 1024))} KB`),
    resendWhat: {
      unknown: 'It may have arrived already.',
      failed: 'It has not arrived.',
      cancelled: 'It was cancelled before it was sent.',
      settled: 'It was tried before it was left at that.',
    } as Readonly<Record<string, string>>,
    resendHow: {
      unknown:
        'The connection ended after the whole message was handed over and before the server answered. Ask the recipient, or look into the sent folder at the server. If you send it again, the recipient may have it twice; both carry the same message number, which many mail programs notice.',
      failed: 'Sending it again tries the same message with the address and the server as they are set now.',
      cancelled: 'Sending it again puts the same message back into the line.',
      settled:
        'If it was not known whether it arrived, ask the recipient first: sent again, it may be there twice. Both carry the same message number, which many mail programs notice.',
    } as Readonly<Record<string, string>>,
    heldForGood: 'Until somebody releases it',
    kinds: {
      payslip: 'Payslip',
      payslip_sample: 'Sample of a payslip',
      notification: 'Message of a pay run',
      failure: 'List of failures',
      message: 'Message of a task',
    } as Readonly<Record<string, string>>,
    facts: {
      state: 'State',
      to: 'To',
      from: 'From',
      queued: 'Queued',
      goes: 'Goes at',
      changed: 'Last change',
      attempts: 'Attempts',
      kind: 'Kind',
      number: 'Message number',
    },
  },
} as const

export const auditWords = {
  title: 'Audit',
  note: 'Who did what. Each entry carries a seal over the one before, so that a change shows.',
  columns: auditColumns,
  filterHint: 'Type what was done, on what, or who: “run approved”, “import”…',
  noMatch: ['No entry matches.', 'Take a filter away, or look for other words.'],
  showAll: 'Show the whole audit',
  none: ['Nothing has been done yet.', 'Every change of the office is noted here, with who made it.'],
  verify: 'Verify the chain',
  whole: (n: number) => `Verified: ${count.format(n)} ${n === 1 ? 'entry' : 'entries'}, none changed and none missing.`,
  broken: (at: number | null, kind: string) => `${kind} at entry ${at ?? '–'}.`,
  kinds: {
    content: 'The content was changed',
    link: 'The chain is broken',
    gap: 'An entry is missing',
    truncated: 'Entries at the end are missing',
    rewritten: 'The whole chain was written anew',
  } as const,
  brokenFix: 'Keep this folder as it is and compare it with the last backup that verifies.',
  actors: {
    user: 'A person',
    task: (id: string) => `Task ${id}`,
    schedule: (id: string) => `Schedule ${id}`,
    system: 'The office',
  },
} as const

/** `payroll.run_approved`: Payroll, run approved. */
export function actionInWords(action: string): string {
  const [area = '', ...rest] = action.replaceAll('_', ' ').split('.')
  return [area.charAt(0).toUpperCase() + area.slice(1), rest.join(' ')].filter(Boolean).join(', ')
}

const kinds: Readonly<Record<string, string>> = {
  party: 'Person',
  run: 'Pay run',
  period: 'Pay period',
  slip: 'Payslip',
  outbox: 'Mail',
  setting: 'Settings,',
  secret: 'Password,',
  charts: 'Charts,',
  month: 'Month',
}

/** `run:7`: Pay run 7, or with its name: Pay run, October 2026. */
export function entityInWords(entity: string, name: string | null = null): string {
  const [kind = '', id] = entity.replaceAll('_', ' ').split(':')
  const word = kinds[kind] ?? `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`
  if (name !== null) return `${word}, ${name}`
  return id ? `${word} ${id}` : word.replace(/,$/, '')
}
