import { type Headers, headers } from '../header-list'

// Account exports of banks: HSBC, Barclays, Revolut Business, Chase, Wise (English); Crédit Mutuel, BNP Paribas, Société Générale,
// Crédit Agricole, Qonto (French); Santander, BBVA, CaixaBank, ING, Banamex, Banorte (Spanish); Itaú, Bradesco, Banco do Brasil,
// PagBank, Millennium bcp, CGD (Portuguese); Sparkasse CAMT, Volksbank, DKB, ING, Commerzbank, PostFinance, UBS (German); HDFC,
// ICICI, SBI, Axis, Kotak (en-IN and Hindi in Latin script).

export const BANK: Headers = headers({
  en: `
    booked_on: Date | Transaction Date | Posting Date | Booking Date | Txn Date | Date completed (UTC) | Posted Date | Date Posted
    value_on: Value Date | Value Dt | Effective Date | Val. Date
    amount: Amount | Transaction Amount | Amount (GBP) | Net Amount | Value
    debit: Debit | Debit Amount | Withdrawal | Withdrawal Amt. | Paid Out | Money Out | Dr | Withdrawals
    credit: Credit | Credit Amount | Deposit | Deposit Amt. | Paid In | Money In | Cr | Deposits
    balance: Balance | Running Balance | Closing Balance | Account Balance | Balance After
    reference: Reference | Transaction ID | Bank Reference | Chq./Ref.No. | Ref No./Cheque No. | Reference No | Transaction Reference
    counterparty: Counterparty | Payee | Payee Name | Counter Party | Beneficiary | Beneficiary Name | Payer/Payee | Merchant
    counterparty_account: Counterparty Account | Payee Account Number | Beneficiary IBAN | Counterparty IBAN | Beneficiary Account
    description: Description | Narrative | Narration | Details | Transaction Description | Particulars | Memo | Transaction Remarks
    account: Account | Account Number | IBAN | Own Account | Account No
    -kind: Type | Transaction Type | Category | State
    currency: Currency | Payment currency
    -rate: Exchange Rate
    -bic: Sort Code | BIC | Bank Name
    -fee: Fee | Charges | Check or Slip #`,
  fr: `
    booked_on: Date | Date opération | Date de l'opération | Date de comptabilisation | Date comptable | Date d'opération
    value_on: Date valeur | Date de valeur | Valeur le
    amount: Montant | Montant (EUR) | Montant de l'opération | Montant total (TTC)
    debit: Débit | Débit euros | Montant débit | Sorties
    credit: Crédit | Crédit euros | Montant crédit | Entrées
    balance: Solde | Solde après opération | Solde (EUR) | Solde progressif
    reference: Référence | Référence opération | N° opération | Réf. opération | Numéro de transaction
    counterparty: Contrepartie | Tiers | Bénéficiaire | Nom de la contrepartie | Émetteur / Bénéficiaire | Donneur d'ordre
    counterparty_account: IBAN contrepartie | IBAN bénéficiaire | Compte contrepartie | Compte bénéficiaire | Compte de la contrepartie
    description: Libellé | Libellé opération | Libellé simplifié | Communication | Nature de l'opération | Détail
    account: Compte | N° de compte | Numéro de compte | IBAN | Compte du titulaire
    -kind: Type d'opération | Catégorie | Sous-catégorie | Type
    currency: Devise
    -rate: Cours | Taux de change
    -bic: BIC | Agence
    -fee: Frais | Pointage opération`,
  es: `
    booked_on: Fecha | Fecha operación | Fecha contable | Fecha de operación | F. operación | F. contable
    value_on: Fecha valor | F. valor | Fecha de valor
    amount: Importe | Importe EUR | Importe (€) | Monto | Importe de la operación
    debit: Cargo | Debe | Cargos | Retiro | Débito | Retiros
    credit: Abono | Haber | Abonos | Depósito | Crédito | Depósitos
    balance: Saldo | Saldo (€) | Saldo disponible | Saldo contable | Saldo posterior
    reference: Referencia | Nº referencia | Referencia bancaria | Número de operación | Referencia 1
    counterparty: Beneficiario | Ordenante | Contraparte | Beneficiario/Ordenante | Nombre del beneficiario
    counterparty_account: Cuenta beneficiario | IBAN beneficiario | Cuenta contrapartida | IBAN ordenante | Cuenta de contraparte
    description: Concepto | Descripción | Movimiento | Observaciones | Detalle | Concepto ampliado
    account: Cuenta | Número de cuenta | IBAN | Nº de cuenta | Cuenta propia
    -kind: Categoría | Tipo de movimiento | Subcategoría
    currency: Divisa | Moneda
    -rate: Tipo de cambio
    -bic: Sucursal | BIC | Oficina
    -fee: Comisión | Clave`,
  pt: `
    booked_on: Data | Data lançamento | Data do lançamento | Data mov. | Data movimento | Data operação | Data da transação
    value_on: Data valor | Data-valor | Data de valor
    amount: Valor | Montante | Valor (R$) | Importância | Valor da operação | Valor do lançamento
    debit: Débito | Débito (R$) | Saídas | Valor débito
    credit: Crédito | Crédito (R$) | Entradas | Valor crédito
    balance: Saldo | Saldo (R$) | Saldo contabilístico | Saldo após | Saldo disponível
    reference: Documento | Nº documento | Referência | Identificador | Código da transação | Nr. doc.
    counterparty: Favorecido | Beneficiário | Contraparte | Ordenante | Nome do favorecido | Destinatário
    counterparty_account: IBAN do beneficiário | Conta do favorecido | Conta contraparte | Conta destino | IBAN destinatário
    description: Histórico | Descrição | Lançamento | Descritivo | Detalhes | Descrição do movimento
    account: Conta | Número da conta | Nº da conta | IBAN | Conta corrente
    -kind: Tipo | Tipo de transação | Categoria | Natureza
    currency: Moeda
    -rate: Câmbio
    -bic: Agência | Banco
    -fee: Tarifa | Comissão`,
  de: `
    booked_on: Buchungstag | Buchungsdatum | Buchung | Datum | Abschlussdatum | Buchungs-Tag
    value_on: Valuta | Wertstellung | Valutadatum | Wertstellungsdatum | Wert
    amount: Betrag | Umsatz | Betrag (EUR) | Umsatz in EUR | Betrag in EUR | Betrag (€)
    debit: Soll | Belastung | Lastschrift | Belastung in CHF | Ausgang
    credit: Haben | Gutschrift | Gutschrift in CHF | Eingang
    balance: Saldo | Saldo nach Buchung | Kontostand | Saldo in CHF | Saldo (EUR)
    reference: Kundenreferenz | Referenz | Transaktions-ID | Transaktions-Nr. | Buchungsreferenz | Kundenreferenz (End-to-End)
    counterparty: Auftraggeber/Empfänger | Beguenstigter/Zahlungspflichtiger | Empfänger | Name Zahlungsbeteiligter | Zahlungsempfänger*in | Auftraggeber / Begünstigter
    counterparty_account: IBAN Zahlungsbeteiligter | Kontonummer/IBAN | Gegenkonto | IBAN Empfänger | Empfängerkonto
    description: Verwendungszweck | Buchungstext | Beschreibung | Avisierungstext | Umsatztext | Verwendungszwecke
    account: Auftragskonto | Konto | IBAN Auftragskonto | Kontonummer | Eigenes Konto
    -kind: Umsatztyp | Kategorie | Buchungsart | Info
    currency: Währung
    -rate: Wechselkurs
    -bic: BLZ | BIC (SWIFT-Code) | Bankname
    -fee: Gläubiger-ID | Mandatsreferenz | Gebühr`,
  hi: `
    booked_on: Dinank | Tithi | Len-den Tithi | Transaction Date | Txn Date
    value_on: Mulya Tithi | Value Date | Mulya Dinank
    amount: Rashi | Len-den Rashi | Amount | Dhanrashi
    debit: Nikasi | Naame | Debit | Nikasi Rashi | Withdrawal Amt.
    credit: Jama | Jama Rashi | Credit | Deposit Amt.
    balance: Shesh | Shesh Rashi | Balance | Antim Shesh
    reference: Sandarbh Sankhya | Chq./Ref.No. | UTR No. | Ref No.
    counterparty: Prapt Karta | Praptakarta ka Naam | Party ka Naam | Labharthi
    counterparty_account: Labharthi Khata Sankhya | Prapt Karta Khata | Party Khata No.
    description: Vivaran | Narration | Len-den Vivaran | Particulars
    account: Khata Sankhya | Khata No. | Account No
    -kind: Prakar | Len-den Prakar
    currency: Mudra
    -rate: Vinimay Dar
    -bic: Shakha | IFSC
    -fee: Shulk | Cheque Prakar`,
})
