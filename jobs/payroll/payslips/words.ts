import type { Words } from '../../values/problem'

export const payslipWords: Words = {
  'payslips.unknown_run': { message: 'There is no pay run {id}.', fix: 'Reload the pay runs.' },
  'payslips.unknown_slip': { message: 'There is no payslip for slip {id}.', fix: 'Approve the pay run first.' },
  'payslips.run_not_approved': {
    message: 'Pay run {id} is {status}; payslips are made and sent of approved runs only.',
    fix: 'Review and approve the run first.',
  },
  'payslips.not_made_yet': {
    message: 'The payslips of pay run {id} are still being made.',
    fix: 'Wait a moment. If it takes longer, look at the task “generate payslips” under Tasks.',
  },
  'payslips.no_address': {
    message: 'This employee has no mail address, so the payslip was not mailed.',
    fix: 'Type the address in the employee’s page and send again: only those who have not got theirs get one. Or print the payslip.',
  },
  'payslips.shared_address': {
    message: '{people} employees have this mail address: whoever reads it sees the others’ pay. Their mails are held.',
    fix: 'Correct the addresses, cancel these mails and hand the payslips over; or release the mails in the outbox.',
  },
  'payslips.address_changed': {
    message: 'The last payslip of this employee went to another address. The mail is held.',
    fix: 'Ask the employee whether the new address is theirs, then release the mail in the outbox.',
  },
  'payslips.no_password': {
    message:
      'Payslips are to open with a password, and this employee has not got what it is made of. The mail is held, its payslip opens without.',
    fix: 'Type the bank account or the number on the employee’s page for the next run; hand this payslip over, or release the mail in the outbox.',
  },
  'payslips.not_a_password_rule': {
    message: '“{found}” is no rule for the password of payslips.',
    fix: 'Give none, account (the last eight characters of the bank account) or number (the employee number).',
  },
  'payslips.sample_no_address': {
    message: 'The office has no mail address of its own yet, so there is nowhere to send samples to.',
    fix: 'Type it under Settings, Office, “Mail address for news”.',
  },
  'payslips.sample_address_misspelt': {
    message: 'The office’s own address, {to}, looks like {meant} misspelt, so no sample was sent there.',
    fix: 'Correct it under Settings, Office, “Mail address for news”.',
  },
  'payslips.sample_to_employee': {
    message: 'The office’s own address, {to}, is also that of {name}, who would see other people’s pay.',
    fix: 'Send them all the same only if that person may see it; or give another address under Settings, Office.',
  },
  'payslips.address_misspelt': {
    message: 'The domain of this address looks like {meant} misspelt. The mail is held.',
    fix: 'Ask the employee. If the address is right, release the mail in the outbox.',
  },
}
