import type { Currency } from '../../values/money'
import { toDecimal } from '../../values/money'
import { encodeWinAnsi } from '../payslips/pdf/win-ansi'
import type { JournalEntry } from './journal'

/** Who the office is to its accountant, and what the batch is of. */
export type DatevBatch = {
  consultant: string
  client: string
  accountLength: number
  /** YYYY-MM-DD: where the fiscal year of the month begins. */
  fiscalYearStart: string
  from: string
  to: string
  /** Wall clock of the office: YYYY-MM-DD, HH:MM:SS. */
  madeOn: string
  madeAt: string
  currency: string
}

const numbered = (text: string, times: number) =>
  Array.from({ length: times }, (_, index) => text.replaceAll('#', String(index + 1)).split('|')).flat()

/** The 125 columns of format version 13, which a file names in its second line. */
const COLUMNS = [
  'Umsatz (ohne Soll/Haben-Kz)|Soll/Haben-Kennzeichen|WKZ Umsatz|Kurs|Basis-Umsatz|WKZ Basis-Umsatz|Konto',
  'Gegenkonto (ohne BU-Schlüssel)|BU-Schlüssel|Belegdatum|Belegfeld 1|Belegfeld 2|Skonto|Buchungstext|Postensperre',
  'Diverse Adressnummer|Geschäftspartnerbank|Sachverhalt|Zinssperre|Beleglink',
  ...numbered('Beleginfo - Art #|Beleginfo - Inhalt #', 8),
  'KOST1 - Kostenstelle|KOST2 - Kostenstelle|Kost-Menge|EU-Land u. UStID (Bestimmung)|EU-Steuersatz (Bestimmung)',
  'Abw. Versteuerungsart|Sachverhalt L+L|Funktionsergänzung L+L|BU 49 Hauptfunktionstyp|BU 49 Hauptfunktionsnummer',
  'BU 49 Funktionsergänzung',
  ...numbered('Zusatzinformation - Art #|Zusatzinformation- Inhalt #', 20),
  'Stück|Gewicht|Zahlweise|Forderungsart|Veranlagungsjahr|Zugeordnete Fälligkeit|Skontotyp|Auftragsnummer|Buchungstyp',
  'USt-Schlüssel (Anzahlungen)|EU-Land (Anzahlungen)|Sachverhalt L+L (Anzahlungen)|EU-Steuersatz (Anzahlungen)',
  'Erlöskonto (Anzahlungen)|Herkunft-Kz|Buchungs GUID|KOST-Datum|SEPA-Mandatsreferenz|Skontosperre|Gesellschaftername',
  'Beteiligtennummer|Identifikationsnummer|Zeichnernummer|Postensperre bis|Bezeichnung SoBil-Sachverhalt',
  'Kennzeichen SoBil-Buchung|Festschreibung|Leistungsdatum|Datum Zuord. Steuerperiode|Fälligkeit|Generalumkehr (GU)',
  'Steuersatz|Land|Abrechnungsreferenz|BVV-Position|EU-Land u. UStID (Ursprung)|EU-Steuersatz (Ursprung)',
  'Abw. Skontokonto',
].flatMap((line) => line.split('|'))

/**
 * A booking batch (“Buchungsstapel”) of the DATEV format: header version 700, category 21, format version 13, as DATEV
 * describes it (developer.datev.de/datev/platform/en/dtvf, “DATEV-Format” with its sample file, and …/de/dtvf/formate/
 * buchungsstapel for the fields; read November 2026). Windows-1252, semicolons, CR LF; text in quotation marks. No
 * program of DATEV was at hand to try it.
 */
export function writeDatev(journal: readonly JournalEntry[], batch: DatevBatch): Uint8Array {
  const day = (date: string) => date.replaceAll('-', '')
  const made = `${day(batch.madeOn)}${batch.madeAt.replaceAll(':', '')}000`
  const header = [
    '"EXTF"', '700', '21', '"Buchungsstapel"', '13', made, '', '"RE"', '""', '""', batch.consultant, batch.client,
    day(batch.fiscalYearStart), String(batch.accountLength), day(batch.from), day(batch.to), quoted('Payroll journal', 30),
    '""', '1', '0', '0', quoted(batch.currency, 3), '', '""', '', '', '""', '', '', '""', '""',
  ] // biome-ignore format: the 31 fields in their order
  const lines = journal.map((entry) => {
    const cells = new Array<string>(COLUMNS.length).fill('')
    const size = entry.amountMinor < 0 ? -entry.amountMinor : entry.amountMinor
    cells[0] = toDecimal(BigInt(size), batch.currency as Currency).replace('.', ',')
    cells[1] = entry.amountMinor < 0 ? '"H"' : '"S"'
    cells[2] = quoted(batch.currency, 3)
    cells[6] = entry.debit
    cells[7] = entry.credit
    cells[9] = `${batch.to.slice(8, 10)}${batch.to.slice(5, 7)}`
    cells[10] = quoted(`PAY-${entry.runId}-${entry.code}`, 36)
    cells[13] = quoted(`${entry.name} ${batch.to.slice(0, 7)}`, 60)
    return cells.join(';')
  })
  const text = [header.join(';'), COLUMNS.join(';'), ...lines].map((line) => `${line}\r\n`).join('')
  return Buffer.from(windows1252(text), 'latin1')
}

/** Line by line, since a line's end is no letter of the encoding's table. */
const windows1252 = (text: string) =>
  text
    .split('\r\n')
    .map((line) => encodeWinAnsi(line).bytes)
    .join('\r\n')

/** Belegfeld and the like take only some signs; quotation marks are doubled, what is too long is cut. */
const quoted = (text: string, most: number) => `"${text.slice(0, most).replaceAll('"', '""')}"`
