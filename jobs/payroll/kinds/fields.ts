import type { Field } from '../../imports/kind'
import { currencyField, field } from '../../shared/import-fields'

// How these columns are called in English, French, Spanish, Portuguese, German and Hindi in Latin script.

export const RATE_TABLE_FIELDS: Field[] = [
  field(
    'code',
    'Table',
    'text',
    {
      en: 'table code, rate table, tax table, code, table id, schedule code',
      fr: 'code du barème, table, barème, code, code de la table, code barème',
      es: 'código de tabla, tabla, código, código de la tabla',
      pt: 'código da tabela, tabela, código',
      de: 'Tabellencode, Tabelle, Code, Kennung, Tabellenkürzel',
      hi: 'talika code, talika, code, saarni',
    },
    {
      required: true,
      note: 'The name by which components and formulas know the table: capitals, digits and underscores.',
      example: 'INCOME_TAX',
    },
  ),
  field(
    'name',
    'Name',
    'text',
    {
      en: 'table name, title, description, rate table name',
      fr: 'nom, libellé, intitulé, nom du barème, désignation',
      es: 'nombre, denominación, descripción, nombre de la tabla',
      pt: 'nome, descrição, nome da tabela, designação',
      de: 'Name, Bezeichnung, Beschreibung, Tabellenname',
      hi: 'naam, vivaran, talika naam',
    },
    { note: 'What the table is called in words.', example: 'Income tax' },
  ),
  field(
    'kind',
    'Kind',
    'text',
    {
      en: 'table kind, kind of table, table type, type, rate type',
      fr: 'genre, type, type de barème, nature',
      es: 'clase, tipo, tipo de tabla',
      pt: 'espécie, tipo, tipo de tabela',
      de: 'Art, Typ, Tabellenart',
      hi: 'prakar, talika prakar',
    },
    { required: true, note: 'bands (a row for each band), rate, or amount.', example: 'bands' },
  ),
  field(
    'from',
    'From',
    'date',
    {
      en: 'effective from, valid from, in force from, effective date, start date, from date, applies from, effective',
      fr: 'à partir du, date d’effet, en vigueur le, valable à partir du, date de début, entrée en vigueur',
      es: 'vigente desde, desde, fecha de vigencia, en vigor desde, fecha de inicio, válido desde',
      pt: 'em vigor desde, vigência desde, data de vigência, válido a partir de, data de início, início de vigência',
      de: 'gültig ab, ab, Gültig von, in Kraft ab, Wirksam ab, Gültigkeitsbeginn',
      hi: 'kab se, lagu tithi, prabhavi tithi, se lagu',
    },
    { required: true, note: 'The first day on which this holds.', example: '2026-01-01' },
  ),
  field(
    'up_to',
    'Up to',
    'money',
    {
      en: 'band up to, upper limit, upper bound, to amount, band limit, threshold, income up to, bracket up to, limit',
      fr: 'jusqu’à, plafond, limite supérieure, plafond de tranche, seuil, borne supérieure',
      es: 'hasta, límite superior, tope, hasta importe, límite',
      pt: 'até, limite superior, limite, até valor',
      de: 'bis, bis Betrag, Obergrenze, obere Grenze, Grenze',
      hi: 'tak, upari seema, seema, rashi tak',
    },
    { min: 0, note: 'bands: the upper end of the band; empty: no end.', example: '15000.00' },
  ),
  field(
    'rate',
    'Rate',
    'percent',
    {
      en: 'rate %, percentage, percent, tax rate, rate percent, marginal rate',
      fr: 'taux, taux %, pourcentage, taux d’imposition, taux marginal',
      es: 'tipo %, porcentaje, tasa, tipo impositivo, tasa %',
      pt: 'taxa, percentagem, alíquota, taxa %, porcentagem',
      de: 'Satz, Prozentsatz, Steuersatz, Satz %, Prozent',
      hi: 'dar, pratishat, kar dar',
    },
    { note: 'bands and rate: the percentage, with its sign.', example: '12.5%' },
  ),
  field(
    'amount',
    'Amount',
    'money',
    {
      en: 'fixed amount, table amount, value, sum',
      fr: 'montant, montant fixe, somme',
      es: 'importe, monto, importe fijo, cuantía',
      pt: 'montante, valor, valor fixo, quantia',
      de: 'Betrag, Festbetrag, Wert',
      hi: 'rashi, nishchit rashi',
    },
    { note: 'amount: the amount itself.', example: '' },
  ),
  field(
    'source',
    'Source',
    'text',
    {
      en: 'published in, reference, legal source, law, legal basis, gazette',
      fr: 'source, référence, base légale, publié dans, journal officiel',
      es: 'fuente, referencia, base legal, publicado en, boletín',
      pt: 'fonte, referência, base legal, publicado em, diário oficial',
      de: 'Quelle, Fundstelle, Rechtsgrundlage, veröffentlicht in, Gesetzblatt',
      hi: 'srot, sandarbh, kanooni aadhar',
    },
    { note: 'Where it is published: title, year and page or address.', example: 'Gazette 2025, page 12' },
  ),
  currencyField(),
]
