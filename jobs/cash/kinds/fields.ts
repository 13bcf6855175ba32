import type { Field } from '../../imports/kind'
import { currencyField, field, type Tongues } from '../../shared/import-fields'
import { emailField, phoneField } from '../../shared/person-fields'

// How these columns are called in English, French, Spanish, Portuguese, German and Hindi in Latin script.

const category = (note: string): Field =>
  field(
    'category',
    'Category',
    'text',
    {
      en: 'vehicle category, vehicle type, type, type of vehicle, vehicle class, class, body type',
      fr: 'catégorie, genre, type de véhicule, catégorie du véhicule',
      es: 'categoría, tipo de vehículo, clase de vehículo, tipo, clase',
      pt: 'categoria, tipo de veículo, classe do veículo, tipo',
      de: 'Fahrzeugart, Kategorie, Fahrzeugklasse, Fahrzeugtyp',
      hi: 'shreni, vahan prakar, vahan shreni, vahan ka prakar',
    },
    { means: 'category vehicle? | type vehicle? | class vehicle? | vehicle type/class/category', note, example: 'car' },
  )

const energy = (note: string): Field =>
  field(
    'energy',
    'Energy',
    'text',
    {
      en: 'fuel, fuel type, energy type, propulsion, energy source',
      fr: 'énergie, carburant, type de carburant, source d’énergie',
      es: 'combustible, energía, tipo de combustible',
      pt: 'combustível, energia, tipo de combustível',
      de: 'Kraftstoff, Antrieb, Kraftstoffart, Antriebsart, Energie, Energieträger',
      hi: 'indhan, indhan prakar, urja',
    },
    { means: 'energy type? source? carrier? vehicle?', note, example: 'petrol' },
  )

export const VEHICLE_FIELDS: Field[] = [
  field(
    'plate',
    'Plate',
    'identifier',
    {
      en: 'plate number, number plate, license plate, licence plate, registration, registration number, registration plate, reg no, reg number, vehicle number, vehicle registration, vrn, licence number, license number',
      fr: 'immatriculation, plaque, numéro d’immatriculation, n° immatriculation, plaque d’immatriculation',
      es: 'matrícula, placa, patente, número de placa, dominio, no de placa',
      pt: 'matrícula, placa, chapa, número de matrícula, chapa de matrícula',
      de: 'Kennzeichen, Nummernschild, amtliches Kennzeichen, Kfz-Kennzeichen, polizeiliches Kennzeichen',
      hi: 'gaadi number, vahan sankhya, panjikaran sankhya, number plate, gadi nambar',
    },
    {
      required: true,
      means:
        'plate number? vehicle? register? | register number? vehicle? | vehicle number | register plate/score vehicle?',
      note: 'The registration plate; blanks, dashes and case do not count.',
      example: 'AB-123-CD',
    },
  ),
  field(
    'owner_number',
    'Owner tax number',
    'identifier',
    {
      en: 'taxpayer number, tax number, tax id, tin, owner id, taxpayer id, owner number, owner national id, national id, owner id number',
      fr: 'numéro de contribuable, nif du propriétaire, numéro contribuable, nif, identifiant fiscal',
      es: 'número de contribuyente, rut del propietario, nif del propietario, rfc, rut, nif, cédula del propietario, dni titular',
      pt: 'nif do proprietário, número de contribuinte, contribuinte, nif, cpf do proprietário',
      de: 'Steuernummer des Halters, Steuernummer, Halternummer, Steuer-ID',
      hi: 'kar sankhya, pan sankhya, malik sankhya, kardata sankhya, malik pan',
    },
    {
      means:
        'payer number | @ number | tax/fiscal/vat/idcard/identity/national number identity? | idcard | @ idcard/vat',
      note: 'The number the owner pays taxes under. Without it the owner is matched by name.',
      example: 'NIF-300412',
    },
  ),
  field(
    'owner_name',
    'Owner',
    'text',
    {
      en: 'owner name, name of owner, taxpayer, taxpayer name, vehicle owner, keeper, registered keeper, holder, owner full name, name',
      fr: 'propriétaire, nom du propriétaire, titulaire, contribuable, nom du titulaire, nom, redevable',
      es: 'propietario, nombre del propietario, titular, contribuyente, dueño, nombre, sujeto pasivo',
      pt: 'proprietário, nome do proprietário, titular, contribuinte nome, nome',
      de: 'Halter, Fahrzeughalter, Eigentümer, Name des Halters, Name, Steuerpflichtiger',
      hi: 'malik, malik ka naam, vahan malik, vahan swami, naam, swami ka naam',
    },
    {
      means:
        'owner vehicle? current? register? | holder vehicle? register? | payer | payer name | owner/holder/payer name first? | name',
      note: 'Who pays the tax. Somebody new is entered as a taxpayer.',
      example: 'Amina Costa',
    },
  ),
  emailField('The owner’s address. Reminders are sent there.'),
  phoneField(),
  category('Car, motorcycle, lorry: as the tax rates call it.'),
  energy('Petrol, diesel, electric: as the tax rates call it.'),
  field(
    'fiscal_power',
    'Fiscal power',
    'integer',
    {
      en: 'fiscal horsepower, tax horsepower, horsepower, cv, hp, power, fiscal hp, power cv, engine power, taxable horsepower',
      fr: 'puissance fiscale, cv fiscaux, puissance, chevaux fiscaux',
      es: 'potencia fiscal, caballos fiscales, potencia, cvf',
      pt: 'potência fiscal, cavalos fiscais, potência',
      de: 'Steuer-PS, Leistung, Fiskalleistung, Steuerleistung',
      hi: 'kar ashva shakti, ashva shakti, shakti',
    },
    {
      min: 0,
      max: 10_000,
      means: 'power fiscal? tax? count?',
      note: 'Whole horsepower as the tax counts it.',
      example: '7',
    },
  ),
  field(
    'first_registered_on',
    'First registered',
    'date',
    {
      en: 'first registration, date of first registration, first registration date, registration date, date registered, registered on, date first registered',
      fr: 'première mise en circulation, date de mise en circulation, date de première immatriculation, mise en circulation, 1re mise en circulation, date de première mise en circulation, date mec, 1ère immatriculation',
      es: 'primera matriculación, fecha de matriculación, fecha de primera matriculación, fecha de registro',
      pt: 'data da primeira matrícula, primeira matrícula, data de matrícula, data de registo, data de registro',
      de: 'Erstzulassung, Datum der Erstzulassung, Tag der Erstzulassung, Zulassungsdatum, EZ, Inverkehrsetzung',
      hi: 'pratham panjikaran, panjikaran tithi, pehla panjikaran',
    },
    {
      means:
        'first register/registered/plate/circulation use? | register/registered vehicle? | circulation putting? first? | plate date',
      note: 'The day of the first registration; the vehicle’s age counts from it.',
      example: '2018-05-22',
    },
  ),
  field(
    'make',
    'Make',
    'text',
    {
      en: 'brand, manufacturer, vehicle make, car make',
      fr: 'marque, constructeur',
      es: 'marca',
      pt: 'marca, fabricante, montadora',
      de: 'Marke, Hersteller, Fabrikat',
      hi: 'nirmata, brand',
    },
    { means: 'make', note: 'Who built it.', example: 'Toyota' },
  ),
  field(
    'model',
    'Model',
    'text',
    {
      en: 'vehicle model, car model, model name',
      fr: 'modèle, dénomination commerciale',
      es: 'modelo',
      pt: 'modelo',
      de: 'Modell, Typ',
      hi: 'model ka naam, namuna',
    },
    { means: 'model description? digits? | model make | trade name', note: 'Which of its models.', example: 'Corolla' },
  ),
]

const bound = (name: string, label: string, tongues: Tongues, means: string, note: string, example: string): Field =>
  field(name, label, 'integer', tongues, { means, min: 0, max: 100_000, note, example })

export const RATE_FIELDS: Field[] = [
  field(
    'year',
    'Year',
    'integer',
    {
      en: 'tax year, fiscal year, year of tax, valid year',
      fr: 'année, année fiscale, exercice, année d’imposition',
      es: 'año, año fiscal, ejercicio, ejercicio fiscal',
      pt: 'ano, ano fiscal, exercício',
      de: 'Steuerjahr, Jahr, Kalenderjahr',
      hi: 'varsh, kar varsh, saal',
    },
    {
      required: true,
      min: 1900,
      max: 2199,
      means: 'year tax? fiscal? rateyear? number? | exercise fiscal? tax? | rate year',
      note: 'The year the rate holds for.',
      example: '2026',
    },
  ),
  category('Which vehicles; empty: all of them.'),
  energy('Which energy; empty: every one.'),
  bound(
    'power_from',
    'Power from',
    {
      en: 'fiscal power from, min power, minimum power, power min, from cv, hp from, from hp, cv from, lower power',
      fr: 'puissance de, puissance min, puissance minimale, cv min, puissance à partir de',
      es: 'potencia desde, potencia mínima, potencia min, cv desde',
      pt: 'potência de, potência mínima, potência min, cv de',
      de: 'Leistung von, Leistung ab, Mindestleistung, PS von, PS ab',
      hi: 'shakti se, nyuntam shakti',
    },
    'power from/min/start fiscal? tax? limit? vehicle?',
    'The lowest fiscal power, included; empty: any.',
    '0',
  ),
  bound(
    'power_to',
    'Power to',
    {
      en: 'fiscal power to, max power, maximum power, power max, to cv, hp to, to hp, cv to, upper power',
      fr: 'puissance à, puissance max, puissance maximale, cv max, puissance jusqu’à',
      es: 'potencia hasta, potencia máxima, potencia max, cv hasta',
      pt: 'potência até, potência máxima, potência max, cv até',
      de: 'Leistung bis, Höchstleistung, PS bis',
      hi: 'shakti tak, adhiktam shakti',
    },
    'power to/max/until/end fiscal? tax? limit? vehicle?',
    'The highest fiscal power, included; empty: any.',
    '7',
  ),
  bound(
    'age_from',
    'Age from',
    {
      en: 'vehicle age from, min age, minimum age, age min, from age, from years',
      fr: 'âge de, âge min, âge minimal, âge à partir de',
      es: 'antigüedad desde, edad desde, edad mínima, antigüedad mínima',
      pt: 'idade de, idade mínima, idade min, idade desde',
      de: 'Alter von, Alter ab, Mindestalter',
      hi: 'aayu se, nyuntam aayu, umra se',
    },
    'age from/min vehicle? year? limit? | year from/min',
    'The lowest age in years, included; empty: any.',
    '0',
  ),
  bound(
    'age_to',
    'Age to',
    {
      en: 'vehicle age to, max age, maximum age, age max, to age, to years',
      fr: 'âge à, âge max, âge maximal, âge jusqu’à',
      es: 'antigüedad hasta, edad hasta, edad máxima, antigüedad máxima',
      pt: 'idade até, idade máxima, idade max',
      de: 'Alter bis, Höchstalter',
      hi: 'aayu tak, adhiktam aayu, umra tak',
    },
    'age to/max/until vehicle? year? limit? | year to/max',
    'The highest age in years, included; empty: any.',
    '10',
  ),
  field(
    'amount',
    'Amount',
    'money',
    {
      en: 'tax, tax amount, rate, fee, annual tax, tax rate, price, tariff, duty, annual amount',
      fr: 'montant, taxe, tarif, montant de la taxe, vignette, taux',
      es: 'importe, impuesto, monto, tarifa, tasa, valor, cuota',
      pt: 'valor, imposto, montante, taxa, tarifa',
      de: 'Betrag, Steuer, Steuerbetrag, Jahressteuer, Satz, Steuersatz',
      hi: 'rashi, kar rashi, kar, dar, shulk',
    },
    {
      required: true,
      min: 0,
      means:
        'amount tax? annual? due? payable? total? | tax amount/value/rate/annual/due/price/total | tax | value annual? | price annual? | due | quota annual? | rate annual?',
      note: 'What a vehicle owes for the year.',
      example: '120.00',
    },
  ),
  currencyField(),
]
