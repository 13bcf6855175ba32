import type { Field, NeverRule } from '../../imports/kind'
import { currencyField, field } from '../../shared/import-fields'

// How these columns are called in English, French, Spanish, Portuguese, German and Hindi in Latin script.

const time = (
  name: string,
  label: string,
  tongues: Parameters<typeof field>[3],
  means: string,
  example: string,
): Field => field(name, label, 'text', tongues, { means, note: 'A time of the day: 09:30, 2:15 PM.', example })

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
      means: '@ number | entryword number? time? | entryword time number | logged/booking number',
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
    {
      required: true,
      means:
        'date | day | work/entryword/booking/start/service/spent/description date | @ date | day work | work/working day? date?',
      note: 'The day of the work.',
      example: '2025-03-14',
    },
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
    'start time? hour? work? working? | from time? hour? | in time/works/cheque | entry time? hour? | come | works in | arrival time? hour?',
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
    'end time? hour? work? working? | to time? hour? | until time? hour? | out time/works/cheque | leave time? hour? | go',
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
    {
      means:
        'duration hour? time? total? decimal? work? | count | hour working? count? number? total? spent? decimal? work? logged? | time spent/working/total | time spent hour | time hour? | spent hour | count hour work? spent?',
      note: 'Hours: 1:30, 1.5, 1h 30m. Left out, it is the time from start to end.',
      example: '1:30',
    },
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
      means: 'person | employee | user | resource | consultant | person/employee/user/resource/consultant name | name',
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
    {
      creates: { code: 'billing.unknown_client', named: true },
      means: 'client number? | company | client company',
      note: 'The client’s number or name. One that is not known yet can be made with the file.',
      example: 'Northwind Bakery Ltd',
    },
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
    { means: 'project', note: 'The project of the client. A new name makes a new project.', example: 'Website' },
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
    {
      means: 'description work? task? done? service? | comment work? | task/work done/description | work description',
      looks: 'words',
      note: 'What was done.',
      example: 'Drafted the landing page',
    },
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
    {
      never: BILLED,
      means: 'billable bill? status? payment? yesno? number? | chargeto | bill yesno?',
      note: 'yes or no. Left out: yes.',
      example: 'yes',
    },
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
    {
      min: 0,
      means: 'rate hour? bill? billable? regular? | price hour | value hour | hour rate/price/value/amount',
      note: 'What an hour costs. Left out, the project’s or the client’s rate holds.',
      example: '85.00',
    },
  ),
  currencyField(),
]
