import type { Field } from '../imports/kind'
import { field, type Tongues } from './import-fields'

/** The names of a person, in every kind whose rows are about people. `called` is how the whole name is headed there. */
export const nameFields = (called: Tongues): Field[] => [
  field(
    'name',
    'Name',
    'text',
    {
      en: `full name, complete name, ${called.en ?? ''}`,
      fr: `nom complet, nom et prénom, nom et prénoms, noms et prénoms, nom prénom, prénom nom, ${called.fr}`,
      es: `nombre completo, nombre y apellidos, apellidos y nombre, ${called.es}`,
      pt: `nome completo, nome, ${called.pt}`,
      de: `vollständiger Name, Vor- und Nachname, Name Vorname, ${called.de}`,
      hi: `poora naam, naam, pura naam, ${called.hi}`,
    },
    {
      means: 'name | name surname | given surname | first last name? | @ | person name? | full | legal name',
      looks: 'different_names',
      note: 'The whole name as it is to be printed. Where the file has given and family name apart, leave this out.',
      example: 'Amina Costa',
    },
  ),
  field(
    'given_name',
    'Given name',
    'text',
    {
      en: 'first name, forename, fname, first names, christian name',
      fr: 'prénom, prénoms, prénom usuel',
      es: 'nombre de pila, primer nombre, nombres',
      pt: 'primeiro nome, nome próprio, prenome, nomes próprios',
      de: 'Vorname, Vornamen, Rufname',
      hi: 'pehla naam, pratham naam',
    },
    {
      means:
        'given name? digits? | first name? | called given? first? name? | use given | first given | first middle name',
      note: 'The given name; with the family name it makes the name.',
      example: 'Amina',
    },
  ),
  field(
    'family_name',
    'Family name',
    'text',
    {
      en: 'last name, surname, lname, last names',
      fr: 'nom de famille, nom usuel, nom d’usage, nom de naissance',
      es: 'apellidos, apellido, primer apellido',
      pt: 'apelido, sobrenome, último nome',
      de: 'Nachname, Familienname, Zuname',
      hi: 'upnaam, kulnaam, antim naam',
    },
    {
      means:
        'surname name? | family name | last name? | use name | birth name | first surname | paternal surname | last surname | family last/surname name?',
      note: 'The family name.',
      example: 'Costa',
    },
  ),
]

/** `whose` begins the note: what is sent there. */
export const emailField = (note: string): Field =>
  field(
    'email',
    'E-mail',
    'email',
    {
      en: 'mail, e mail address, email address, mail address, email id, mail id',
      fr: 'adresse e mail, courriel, adresse électronique, adresse mail',
      es: 'correo electrónico, correo, dirección de correo',
      pt: 'correio eletrônico, endereço de e mail, correio eletrónico',
      de: 'E-Mail-Adresse, Mailadresse',
      hi: 'email pata, dak pata',
    },
    {
      means: 'email | mail | electronic mail/post/postal | electronic address',
      note,
      example: 'amina.costa@example.org',
    },
  )

export const phoneField = (): Field =>
  field(
    'phone',
    'Phone',
    'phone',
    {
      en: 'telephone, phone number, telephone number, mobile, mobile number, mobile phone, cell, cell phone, contact number',
      fr: 'téléphone, portable, numéro de téléphone, tél, téléphone domicile, tél domicile',
      es: 'teléfono, móvil, celular, número de teléfono, teléfono de contacto',
      pt: 'telefone, telemóvel, número de telefone',
      de: 'Telefon, Telefonnummer, Handy, Handynummer, Mobilnummer',
      hi: 'doorbhash, mobile nambar, phone nambar',
    },
    {
      means: 'phone | mobile phone? | fixed | contact number? | phone contact | direct line/phone',
      note: 'A telephone number.',
      example: '+44 20 7946 0991',
    },
  )

export const addressField = (): Field =>
  field(
    'address',
    'Address',
    'text',
    {
      en: 'postal address, home address, street address, residence, mailing address, bill to',
      fr: 'adresse, adresse postale, domicile, siège social',
      es: 'dirección, domicilio, dirección postal, domicilio fiscal',
      pt: 'endereço, morada, endereço residencial',
      de: 'Anschrift, Adresse, Wohnadresse',
      hi: 'pata, ghar ka pata, dak ka pata, karyalay ka pata',
    },
    {
      means:
        'address home? postal? current? permanent? street? residence? bill? invoiced? company? fiscal? work? register? | residence | street address | permanent address',
      looks: 'postal_address',
      note: 'The postal address in one cell.',
      example: '12 Mill Lane, Ashford',
    },
  )
