import type { Words } from '../../values/problem'

const CORRECT = 'Compare it with what the person gave, and correct it: here, or later on the person’s page.'
const SETTINGS = 'Type it under Settings, Bank.'

/** Accounts and bank files; the person is named wherever one is meant. */
export const bankWords: Words = {
  'bank.iban_not_one': {
    message: '{name}: “{found}” is no IBAN; two letters, two digits and up to 30 letters and digits are expected.',
    fix: CORRECT,
  },
  'bank.iban_country': {
    message: '{name}: the IBAN {found} begins with {country}, a country that has no IBANs.',
    fix: CORRECT,
  },
  'bank.iban_length': {
    message: '{name}: the IBAN {found} has {length} characters; one of {country} has {expected}.',
    fix: CORRECT,
  },
  'bank.iban_check': {
    message: '{name}: the check digits of the IBAN {found} do not fit: a character is wrong, or two are exchanged.',
    fix: CORRECT,
  },
  'bank.bic_not_one': {
    message: '{name}: “{found}” is no BIC; eight or eleven characters are expected, such as COBADEFF or COBADEFFXXX.',
    fix: 'Correct it, or leave it out: inside the SEPA area the IBAN is enough.',
  },
  'bank.aba_not_one': {
    message: '{name}: “{found}” is no ABA routing number; nine digits are expected.',
    fix: CORRECT,
  },
  'bank.aba_check': {
    message:
      '{name}: the check digit of the routing number {found} does not fit: a digit is wrong, or two are exchanged.',
    fix: CORRECT,
  },
  'bank.number_not_one': {
    message: '{name}: the account number {found} is none; up to 17 letters, digits and hyphens are expected.',
    fix: CORRECT,
  },
  'bank.holder_unwritable': {
    message: '{name}: the account holder “{found}” has letters that banks do not take.',
    fix: 'Type the holder in Latin letters, as the bank card shows it.',
  },
  'bank.account_empty': {
    message: '{name}: the account has neither an IBAN nor a routing number with an account number.',
    fix: 'Give one of them, or say that the person is paid otherwise.',
  },
  'bank.two_accounts': {
    message: '{name}: both an IBAN and a routing number are given; pay goes to one account.',
    fix: 'Leave one of them out.',
  },
  'bank.otherwise_with_account': {
    message: '{name} is said to be paid otherwise, and an account is given too.',
    fix: 'Leave the account out, or let the person be paid by bank.',
  },
  'bank.not_account_type': {
    message: '“{found}” is no kind of account; checking or savings is expected.',
    fix: 'Give checking or savings, or leave it out: then it is checking.',
  },
  'bank.no_account': {
    message: '{name} has no bank account.',
    fix: 'Type it on the person’s page, import it, or say there that the person is paid otherwise.',
  },
  'bank.no_iban': {
    message: '{name} has no IBAN, which a {format} file needs.',
    fix: 'Type the IBAN on the person’s page, or choose another format.',
  },
  'bank.no_aba': {
    message: '{name} has no routing number with an account number, which a NACHA file needs.',
    fix: 'Type both on the person’s page, or choose another format.',
  },
  'bank.name_unwritable': {
    message: '{name}: the name has letters that banks do not take.',
    fix: 'Type the account holder in Latin letters on the person’s page, as the bank card shows it.',
  },
  'bank.negative_net': {
    message: '{name} has a net below zero, which no transfer can pay.',
    fix: 'Settle it with the person, or correct the pay run.',
  },
  'bank.account_unconfirmed': {
    message: 'The bank account of {name} was changed, and nobody has confirmed the new one.',
    fix: 'Ask the person, by a number you knew before and not by the mail that asked for the change; then confirm it.',
  },
  'bank.confirm_other_person': {
    message: 'The account of {name} was changed by you; in this office a second person confirms it.',
    fix: 'Let another manager or owner confirm it.',
  },
  'bank.people_not_payable': {
    message: 'No file was made: {count} people cannot be paid by it: {names}.',
    fix: 'Put right what stands beside each of them under “Pay and send”, then make the file again.',
  },
  'bank.nothing_to_pay': {
    message: 'The pay run has nobody whose net goes to a bank account.',
    fix: 'Check the accounts of the people; who is paid otherwise stands in no file.',
  },
  'bank.office_no_name': {
    message: 'The office has no name that a bank can read.',
    fix: 'Type the account holder in Latin letters under Settings, Bank.',
  },
  'bank.office_no_iban': { message: 'The office’s own IBAN is not known.', fix: SETTINGS },
  'bank.office_no_routing': { message: 'The office’s own routing number is not known.', fix: SETTINGS },
  'bank.office_no_number': {
    message: 'A balanced file debits the office’s own account, whose number is not known.',
    fix: `${SETTINGS} Or make the file unbalanced.`,
  },
  'bank.office_no_company': {
    message: 'The bank’s company id for this office is not known.',
    fix: `${SETTINGS} The bank gave it with the ACH agreement; mostly it is 1 and the nine digits of the EIN.`,
  },
  'bank.nacha_needs_usd': {
    message: 'A NACHA file pays US dollars; this pay run is in {currency}.',
    fix: 'Choose another format.',
  },
  'bank.nacha_too_much': {
    message: 'An amount is larger than a NACHA entry can hold (99,999,999.99).',
    fix: 'Make the file unbalanced; if a single net is that large, check it.',
  },
  'bank.pay_on_not_a_date': {
    message: '“{found}” is no date to pay on.',
    fix: 'Give a date that exists as YYYY-MM-DD.',
  },
  'bank.pay_on_out_of_range': {
    message: 'The bank cannot be asked to pay on {found}: expected is a day from {earliest} to {latest}.',
    fix: 'Give another day, or none: then it is the next working day.',
  },
  'bank.unknown_layout': {
    message: 'There is no CSV layout “{found}”.',
    fix: 'The layouts are: {known}. Make another one under Settings, Bank.',
  },
  'bank.unknown_file': { message: 'There is no bank file {id}.', fix: 'The pay run lists the files made of it.' },
  'bank.office_iban': {
    message: '“{found}” is no IBAN: its country, length or check digits are wrong.',
    fix: 'Copy it from a bank statement.',
  },
  'bank.run_is_paid': {
    message: 'The run of {reference} is marked as paid: its money has left the bank.',
    fix: 'Correct or reverse the run where somebody got too much or too little.',
  },
  'bank.office_bic': { message: '“{found}” is no BIC.', fix: 'Give eight or eleven characters, or none.' },
  'bank.office_routing': {
    message: '“{found}” is no ABA routing number: nine digits whose check digit fits are expected.',
    fix: 'Copy it from a cheque or a bank statement.',
  },
  'bank.office_number': {
    message: '“{found}” is no account number; up to 17 letters, digits and hyphens are expected.',
    fix: 'Copy it from a bank statement.',
  },
  'bank.office_company': {
    message: '“{found}” is no company id; up to ten letters and digits are expected.',
    fix: 'The bank gave it with the ACH agreement.',
  },
  'bank.bad_layout': {
    message: 'The layout is incomplete or says something unknown.',
    fix: 'A layout has a name, a delimiter (, ; tab |), a decimal mark (. or ,) and columns; each column has a field of the list.',
  },
  'bank.layout_twice': {
    message: 'Two layouts have the same name, or one is called “standard”.',
    fix: 'Give each layout a name of its own.',
  },
}
