import type { Field, NeverRule } from '../../imports/kind'
import { currencyField, field } from '../../shared/import-fields'
import { addressField, emailField, phoneField } from '../../shared/person-fields'

// How these columns are called in English, French, Spanish, Portuguese, German and Hindi in Latin script.

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
    { note: 'The number the client goes by. Without it a client is matched by name.', example: 'K-1042' },
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
    { note: 'The name as it stands on invoices.', example: 'Northwind Bakery Ltd' },
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
    { note: 'The number the client is known by to the tax office.', example: 'GB123456789' },
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
    { note: 'Three letters. Empty: the office’s currency.', example: '' },
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
    { min: 0, note: 'What an hour costs, in the office’s currency.', example: '85.00' },
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
    { min: 0, max: 365, note: 'Days from the invoice to the due date.', example: '30' },
  ),
]

const time = (name: string, label: string, tongues: Parameters<typeof field>[3], example: string): Field =>
  field(name, label, 'text', tongues, { note: 'A time of the day: 09:30, 2:15 PM.', example })

/** What has been billed already is not what may be. */
const BILLED: NeverRule[] = [
  {
    header: /\b(invoiced|billed|facture|facturada?o?|faturad[ao]|abgerechnet|fakturiert|verrechnet|gaya)\b/i,
    reason: 'it says whether the time has been billed, not whether it may be',
  },
]

export const TIME_FIELDS: Field[] = [
  field(
    'entry_number',
    'Entry number',
    'identifier',
    {
      en: 'entry id, time entry id, id, timesheet id, record id, entry no, time entry number',
      fr: 'numéro de saisie, id saisie, numéro d’entrée, id entrée, identifiant saisie, numéro de ligne',
      es: 'número de registro, id registro, id de entrada',
      pt: 'número do registro, id do registro, número do registo, id registo',
      de: 'Eintragsnummer, Eintrags-ID, Zeiteintrag ID, Buchungsnummer',
      hi: 'pravishti sankhya, pravishti id',
    },
    {
      note: 'The number the entry has where it comes from; a second import then changes it instead of adding.',
      example: 'T-20931',
    },
  ),
  field(
    'date',
    'Date',
    'date',
    {
      en: 'work date, entry date, start date, day, date worked, spent date, started on',
      fr: 'jour, date de travail, date de début, le',
      es: 'fecha, fecha de trabajo, día, fecha de inicio',
      pt: 'data, data do trabalho, dia, data de início, data do apontamento',
      de: 'Datum, Tag, Arbeitstag, Startdatum, Leistungsdatum',
      hi: 'tarikh, tithi, dinank, din',
    },
    { required: true, note: 'The day of the work.', example: '2025-03-14' },
  ),
  time(
    'start',
    'Start',
    {
      en: 'start time, from, begin, time in, started, started at, start hour, clock in, begin time',
      fr: 'heure de début, début, de, arrivée',
      es: 'hora de inicio, inicio, hora inicio, desde, entrada',
      pt: 'hora de início, início, hora início, hora inicial',
      de: 'Beginn, Startzeit, von, Anfang, Start, Kommen',
      hi: 'shuru, shuruaat, prarambh samay, aarambh, aarambh samay',
    },
    '09:30',
  ),
  time(
    'end',
    'End',
    {
      en: 'end time, to, finish, time out, ended, stop, stop time, end hour, clock out, finish time, until',
      fr: 'heure de fin, fin, à',
      es: 'hora de fin, fin, hora fin, hasta, salida, hora de término',
      pt: 'hora de fim, fim, hora fim, término, hora final',
      de: 'Ende, Endzeit, bis, Schluss',
      hi: 'samapt, samapti samay, ant',
    },
    '11:00',
  ),
  field(
    'duration',
    'Duration',
    'text',
    {
      en: 'hours, time, time spent, hours worked, total hours, duration h, duration hours, decimal hours, hrs, quantity, duration decimal, rounded hours',
      fr: 'durée, heures, temps, temps passé, nombre d’heures, nb heures',
      es: 'duración, horas, tiempo, horas trabajadas, tiempo dedicado',
      pt: 'duração, horas, tempo, horas trabalhadas, tempo gasto',
      de: 'Dauer, Stunden, Zeit, Arbeitszeit, Anzahl Stunden, Std, Aufwand',
      hi: 'avadhi, ghante, samay, kul ghante',
    },
    { note: 'Hours: 1:30, 1.5, 1h 30m. Left out, it is the time from start to end.', example: '1:30' },
  ),
  field(
    'person',
    'Person',
    'text',
    {
      en: 'employee, user, name, staff, member, team member, employee name, user name, resource, worker, consultant, user email, employee number, employee id, who, full name, email',
      fr: 'personne, employé, utilisateur, salarié, collaborateur, nom, intervenant',
      es: 'persona, empleado, usuario, trabajador, nombre, colaborador, consultor',
      pt: 'pessoa, funcionário, utilizador, usuário, colaborador, nome, trabalhador',
      de: 'Mitarbeiter, Mitarbeiterin, Benutzer, Name, Person, Personalnummer, Bearbeiter, Nutzer',
      hi: 'karmchari, vyakti, karmchari ka naam, naam, upyogkarta',
    },
    {
      required: true,
      note: 'The employee’s number, e-mail or name; the employees are imported first.',
      example: 'Amina Costa',
    },
  ),
  field(
    'client',
    'Client',
    'text',
    {
      en: 'customer, client name, customer name, company, account, client number, client code',
      fr: 'client, nom du client, société',
      es: 'cliente, nombre del cliente, empresa',
      pt: 'cliente, nome do cliente, empresa',
      de: 'Kunde, Kundenname, Auftraggeber, Firma',
      hi: 'grahak, grahak ka naam',
    },
    { note: 'The client’s number or name; the clients are imported first.', example: 'Northwind Bakery Ltd' },
  ),
  field(
    'project',
    'Project',
    'text',
    {
      en: 'project name, matter, job, engagement, case, job name',
      fr: 'projet, dossier, affaire, mission, nom du projet',
      es: 'proyecto, nombre del proyecto, asunto, encargo',
      pt: 'projeto, nome do projeto, projecto, processo, contrato',
      de: 'Projekt, Projektname, Auftrag, Vorgang',
      hi: 'pariyojana, project ka naam',
    },
    { note: 'The project of the client. A new name makes a new project.', example: 'Website' },
  ),
  field(
    'description',
    'Description',
    'text',
    {
      en: 'note, notes, work done, comment, comments, details, task description, work description, memo, narrative',
      fr: 'description du travail, commentaire, libellé, note, descriptif',
      es: 'descripción, comentario, notas, detalle, concepto',
      pt: 'descrição, comentário, notas, detalhes, observação',
      de: 'Beschreibung, Bemerkung, Notiz, Kommentar, Leistung, Text, Leistungsbeschreibung, Tätigkeitsbeschreibung',
      hi: 'vivaran, kaam ka vivaran, tippani',
    },
    { note: 'What was done.', example: 'Drafted the landing page' },
  ),
  field(
    'billable',
    'Billable',
    'text',
    {
      en: 'billable yes no, chargeable, is billable, invoiceable, billable?',
      fr: 'facturable, à facturer',
      es: 'facturable sí no, facturable, cobrable, es facturable',
      pt: 'faturável, facturável, cobrável',
      de: 'abrechenbar, fakturierbar, verrechenbar, kostenpflichtig',
      hi: 'bill yogya, billable hai',
    },
    { never: BILLED, note: 'yes or no. Left out: yes.', example: 'yes' },
  ),
  field(
    'rate',
    'Hourly rate',
    'money',
    {
      en: 'rate, rate per hour, price per hour, billing rate, billable rate, hour rate',
      fr: 'taux horaire, tarif horaire, prix horaire',
      es: 'tarifa por hora, tarifa, precio por hora, tarifa horaria',
      pt: 'valor por hora, valor hora, taxa horária, preço por hora',
      de: 'Stundensatz, Satz, Preis pro Stunde, Verrechnungssatz',
      hi: 'prati ghanta dar, dar, ghante ki dar',
    },
    { min: 0, note: 'What an hour costs. Left out, the project’s or the client’s rate holds.', example: '85.00' },
  ),
  currencyField(),
]
