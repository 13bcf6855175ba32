import type { Field } from '../../imports/kind'
import { field } from '../../shared/import-fields'
import { addressField, emailField, phoneField } from '../../shared/person-fields'

// How offices call the columns about clients, in English, French, Spanish, Portuguese, German and Hindi in Latin script.

export const CLIENT_FIELDS: Field[] = [
  field(
    'client_number',
    'Client number',
    'identifier',
    {
      en: 'client id, client no, client code, customer id, customer number, customer no, customer code, account number, debtor number, id',
      fr: 'numéro de client, code client, numéro client, no client, id client, réf client, compte client',
      es: 'número de cliente, código de cliente, id cliente, no cliente, código cliente, cuenta cliente',
      pt: 'número do cliente, código do cliente, id cliente, nº cliente, cód cliente',
      de: 'Kundennummer, Kunden-Nr, Kd-Nr, Kundenkonto, Debitorennummer, Kunden-ID',
      hi: 'grahak sankhya, grahak kramank, grahak code, grahak id',
    },
    {
      means: '@ number | client account',
      note: 'The number the client goes by. Without it a client is matched by name.',
      example: 'K-1042',
    },
  ),
  field(
    'name',
    'Client',
    'text',
    {
      en: 'client name, customer, customer name, company, company name, organisation, organization, business name, name, display name, account name',
      fr: 'nom du client, client, raison sociale, société, entreprise, nom, dénomination',
      es: 'nombre del cliente, cliente, razón social, empresa, nombre, nombre o razón social',
      pt: 'nome do cliente, cliente, razão social, empresa, nome, denominação social, nome fantasia',
      de: 'Kundenname, Kunde, Firma, Firmenname, Name, Unternehmen',
      hi: 'grahak ka naam, grahak, company ka naam, naam',
    },
    {
      means:
        'client | company client? | company social | client company | legal name | trade name | social name | account name | name digits?',
      note: 'The name as it stands on invoices.',
      example: 'Northwind Bakery Ltd',
    },
  ),
  emailField('One address. Invoices are sent there.'),
  phoneField(),
  addressField(),
  field(
    'tax_number',
    'Tax number',
    'identifier',
    {
      en: 'vat number, vat id, vat no, tax id, tin, vat reg no, vat registration number, gst number, gstin, ein, abn',
      fr: 'numéro de tva, tva intracommunautaire, n° tva, numéro fiscal, siret, siren, nif',
      es: 'número fiscal, nif, cif, rfc, ruc, nit, número de identificación fiscal',
      pt: 'número de contribuinte, nif, cnpj, contribuinte, nipc',
      de: 'Umsatzsteuer-ID, USt-IdNr, USt-ID, Steuernummer, UID',
      hi: 'kar sankhya, gst sankhya, gstin sankhya',
    },
    {
      means:
        'vat number? tax? company? identity? | tax number identity? register? | fiscal number identity? | payer number? | idcard | register vat',
      note: 'The number the client is known by to the tax office.',
      example: 'GB123456789',
    },
  ),
  field(
    'currency',
    'Currency',
    'text',
    {
      en: 'currency code, ccy, invoice currency',
      fr: 'devise, monnaie',
      es: 'moneda, divisa',
      pt: 'moeda, divisa',
      de: 'Währung, Rechnungswährung',
      hi: 'mudra',
    },
    {
      means: 'currency number? bill? invoiced? payment? client? account? regular? main?',
      note: 'Three letters. Empty: the office’s currency.',
      example: '',
    },
  ),
  field(
    'rate',
    'Hourly rate',
    'money',
    {
      en: 'rate, rate per hour, price per hour, default rate, billing rate, billable rate, hour rate',
      fr: 'taux horaire, tarif horaire, prix horaire',
      es: 'tarifa por hora, tarifa, precio por hora, tarifa horaria',
      pt: 'valor por hora, valor hora, taxa horária, preço por hora',
      de: 'Stundensatz, Satz, Preis pro Stunde, Verrechnungssatz',
      hi: 'prati ghanta dar, dar, ghante ki dar',
    },
    {
      min: 0,
      means: 'rate hour? bill? billable? client? regular? | price hour | value hour | hour rate/price/value/amount',
      note: 'What an hour costs, in the office’s currency.',
      example: '85.00',
    },
  ),
  field(
    'payment_days',
    'Payment days',
    'integer',
    {
      en: 'payment terms, terms, payment term days, due days, days to pay, net days, payment terms days, credit days',
      fr: 'délai de paiement, conditions de paiement, échéance jours, jours de paiement',
      es: 'plazo de pago, días de pago, días de crédito, condiciones de pago',
      pt: 'prazo de pagamento, dias para pagamento, condições de pagamento, dias de prazo, vencimento dias',
      de: 'Zahlungsziel, Zahlungsfrist, Zahlungsziel Tage, Tage netto, Fälligkeit',
      hi: 'bhugtan din, bhugtan avadhi, udhaar din, bhugtan ke din',
    },
    {
      min: 0,
      max: 365,
      means:
        'payment terms/day/deadline/limit day? count? | terms day? | due day | credit day | net day payment? | deadline day? | lending day/terms | payment/credit/bill period/terms | day payment count?',
      note: 'Days from the invoice to the due date.',
      example: '30',
    },
  ),
]
