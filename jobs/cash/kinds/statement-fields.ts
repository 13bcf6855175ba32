import type { Field } from '../../imports/kind'
import { currencyField, field } from '../../shared/import-fields'

/** The lines of a bank statement, as banks call them. */
export const STATEMENT_FIELDS: Field[] = [
  field(
    'booked_on',
    'Booking date',
    'date',
    {
      en: 'date, booked on, transaction date, posting date, post date, booking day, entry date, posted on, operation date, date posted, booked, date completed',
      fr: 'date de comptabilisation, date, date opération, date d’opération, date comptable, date de l’opération',
      es: 'fecha de operación, fecha, fecha contable, fecha operación, fecha de movimiento, f contable',
      pt: 'data do movimento, data, data de movimento, data mov, data de lançamento, data do lançamento, data operação, data da transação',
      de: 'Buchungstag, Buchungsdatum, Datum, Buchung, Abschlussdatum',
      hi: 'lenden tithi, tarikh, lenden tarikh, tithi, dinank',
    },
    {
      required: true,
      means:
        'booking date | date completed? | transaction date | entry date | entryword date | booking | booking transaction date | transaction',
      note: 'The day the bank booked the line.',
      example: '2025-03-14',
    },
  ),
  field(
    'value_on',
    'Value date',
    'date',
    {
      en: 'valuta, valued on, effective date, val date, value day',
      fr: 'date de valeur, date valeur, valeur',
      es: 'fecha valor, fecha de valor, f valor',
      pt: 'data valor, data de valor, data-valor',
      de: 'Wertstellung, Valuta, Valutadatum, Wertstellungstag, Wertstellungsdatum',
      hi: 'mulya tithi, value tarikh',
    },
    {
      means: 'value date | valuta | effective date | value day | value',
      note: 'The day from which interest counts.',
      example: '2025-03-15',
    },
  ),
  field(
    'amount',
    'Amount',
    'money',
    {
      en: 'transaction amount, value, sum, amount in account currency, net amount, booked amount',
      fr: 'montant, montant de l’opération, somme',
      es: 'importe, monto, valor, cantidad',
      pt: 'montante, valor, importância, quantia',
      de: 'Betrag, Umsatz, Umsatzbetrag, Summe',
      hi: 'rashi, lenden rashi, rakam',
    },
    {
      means:
        'amount transaction? booking? total? own? account? | value transaction? | total | net amount | transaction',
      note: 'What came in; with a minus what went out. Some banks give two columns instead: debit and credit.',
      example: '-42.50',
    },
  ),
  field(
    'debit',
    'Debit',
    'money',
    {
      en: 'debit amount, withdrawal, withdrawals, money out, paid out, out, withdrawal amount, payments, debits, dr',
      fr: 'débit, montant débit, sortie, retrait, débits',
      es: 'cargo, débito, debe, cargos, retiro, egreso',
      pt: 'débito, saída, débitos, montante débito, saídas',
      de: 'Soll, Belastung, Ausgang, Lastschrift, Ausgaben',
      hi: 'nikasi, debit rashi, naame',
    },
    {
      means: 'debit transaction? value? | out money? value? | money out | payable out',
      note: 'What went out, without a sign. Only where the file has two columns of amounts.',
      example: '',
    },
  ),
  field(
    'credit',
    'Credit',
    'money',
    {
      en: 'credit amount, deposit, deposits, money in, paid in, in, deposit amount, receipts, credits, cr',
      fr: 'crédit, montant crédit, entrée, versement, crédits',
      es: 'abono, crédito, haber, abonos, depósito, ingreso',
      pt: 'crédito, entrada, créditos, montante crédito, valor crédito',
      de: 'Haben, Gutschrift, Eingang, Einnahmen',
      hi: 'jama, credit rashi, jama rashi',
    },
    {
      means: 'credit transaction? value? | in money? value? | money in | payable in',
      note: 'What came in. Only where the file has two columns of amounts.',
      example: '',
    },
  ),
  field(
    'balance',
    'Balance',
    'money',
    {
      en: 'running balance, closing balance, account balance, balance after, balance after transaction, available balance',
      fr: 'solde, solde après opération, nouveau solde, solde progressif',
      es: 'saldo, saldo disponible, saldo después, saldo final',
      pt: 'saldo, saldo após movimento, saldo contabilístico, saldo final, saldo disponível',
      de: 'Saldo, Kontostand, Saldo nach Buchung, Kontosaldo',
      hi: 'shesh, shesh rashi, baki rashi, antim shesh',
    },
    {
      means: 'balance account? running? new? transaction? booking? total? out? in?',
      note: 'What the account holds after the line.',
      example: '1204.10',
    },
  ),
  field(
    'reference',
    'Reference',
    'identifier',
    {
      en: 'bank reference, transaction id, transaction reference, ref, ref no, transaction number, reference number, txn id, receipt no, end to end id, document number, utr, cheque number, transaction no, entry reference, chq ref no',
      fr: 'référence, réf, numéro d’opération, référence de l’opération, n° opération, numéro de pièce',
      es: 'referencia, número de operación, nº operación, no de referencia, número de documento, núm operación, referencia bancaria',
      pt: 'referência, número do movimento, nº documento, nº operação, número do documento, id da transação',
      de: 'Referenz, Kundenreferenz, Transaktionsnummer, Belegnummer, Buchungsreferenz, Referenznummer, Umsatz-ID',
      hi: 'sandarbh, sandarbh sankhya, lenden sankhya',
    },
    {
      means:
        'ref number? transaction? bank? client? booking? document? entryword? | transaction number | document number? | cheque number? ref? | utr number?',
      note: 'The bank’s number of the line; it tells two lines of a day apart.',
      example: 'TRX-558120',
    },
  ),
  field(
    'counterparty',
    'Counterparty',
    'text',
    {
      en: 'payee, payer, payee payer, beneficiary, name, recipient, sender, counterparty name, partner name, other party, merchant, beneficiary sender, remitter, payer name',
      fr: 'contrepartie, bénéficiaire, donneur d’ordre, tiers, nom du tiers, émetteur',
      es: 'contraparte, beneficiario, ordenante, nombre, destinatario',
      pt: 'contraparte, beneficiário, ordenante, destinatário, nome, favorecido',
      de: 'Auftraggeber/Empfänger, Empfänger, Begünstigter, Zahlungspflichtiger, Beguenstigter/Zahlungspflichtiger, Name Zahlungsbeteiligter, Auftraggeber, Zahlungsbeteiligter, Auftraggeber / Begünstigter',
      hi: 'paksh, prapt karta, bhugtan karta, labharthi, praptakarta ka naam',
    },
    {
      means:
        'counterparty | counterparty/party/sender/owner name | party counter? other? | sender | order | contra party? payment? | name counterparty payer?',
      looks: 'name',
      note: 'Who paid or was paid.',
      example: 'Northwind Bakery Ltd',
    },
  ),
  field(
    'counterparty_account',
    'Counterparty account',
    'identifier',
    {
      en: 'counterparty iban, payee account, beneficiary account, recipient account, account number of payee, partner iban, payee iban, beneficiary account number',
      fr: 'compte de la contrepartie, iban bénéficiaire, compte bénéficiaire, iban du tiers',
      es: 'cuenta de la contraparte, iban beneficiario, cuenta beneficiario, cuenta destino',
      pt: 'conta da contraparte, iban do beneficiário, conta destino, conta do beneficiário, iban destinatário',
      de: 'Konto des Empfängers, IBAN Zahlungsbeteiligter, Kontonummer/IBAN, IBAN des Empfängers, Empfängerkonto',
      hi: 'paksh khata, labharthi khata sankhya, party khata no',
    },
    {
      means:
        'counterparty account/iban number? iban? | destination account/iban number? | contra account/iban number? | party account/iban number? | sender account/iban number?',
      note: 'The account of who paid or was paid.',
      example: 'DE89370400440532013000',
    },
  ),
  field(
    'description',
    'Description',
    'text',
    {
      en: 'narrative, details, transaction details, memo, particulars, narration, purpose, transaction description, remarks, payment details, text, booking text, message, remittance information',
      fr: 'libellé, détail, motif, libellé de l’opération, description, communication, nature de l’opération, libellé opération',
      es: 'concepto, descripción, detalle, movimiento, glosa, observaciones, concepto ampliado',
      pt: 'descrição, descritivo, detalhe, histórico, descrição do movimento, movimento, lançamento',
      de: 'Verwendungszweck, Buchungstext, Beschreibung, Zweck, Text, Avisierungstext, Umsatztext',
      hi: 'vivaran, lenden vivaran, uddeshya',
    },
    {
      means:
        'description transaction? booking? extended? payment? | comment transaction? | purpose payment? transaction? description? | remittance description? | transaction description | transaction',
      note: 'What the bank writes to the line.',
      example: 'Card payment 14 March',
    },
  ),
  field(
    'account',
    'Account',
    'identifier',
    {
      en: 'own account, iban, account number, account iban, account no, our account, order account',
      fr: 'compte, iban du compte, numéro de compte, n° compte, compte du titulaire',
      es: 'cuenta, número de cuenta, iban de la cuenta, no de cuenta, cuenta propia',
      pt: 'conta, número de conta, iban da conta, nº conta, conta corrente',
      de: 'Auftragskonto, Konto, Eigenes Konto, IBAN Auftragskonto, Kontonummer',
      hi: 'khata, khata sankhya, hamara khata',
    },
    {
      means: 'account number? own? bank? iban? running? holder? | iban own? | own account/iban number?',
      note: 'The office’s account, where the file holds several.',
      example: 'GB29NWBK60161331926819',
    },
  ),
  field(
    'direction',
    'Debit or credit',
    'text',
    {
      en: 'debit credit, dr cr, cr dr, d c, credit debit, debit credit indicator, credit debit indicator, direction, in or out, cdt dbt ind, af bij',
      fr: 'débit ou crédit, sens, sens de l’opération, débit crédit',
      es: 'cargo o abono, cargo abono, debe haber, d h, débito crédito, signo',
      pt: 'débito ou crédito, d c, débito crédito, sinal',
      de: 'Soll oder Haben, Soll Haben, S H, Soll-Haben-Kennzeichen, Soll/Haben-Kennzeichen, Sollhabenkennzeichen, Vorzeichen',
      hi: 'naame ya jama, naame jama',
    },
    {
      means: 'debit credit type? sense? | sense transaction? | direction | debit credit ',
      note: 'Whether the amount went out or came in, where the amounts have no sign.',
      example: '',
    },
  ),
  currencyField(),
]
