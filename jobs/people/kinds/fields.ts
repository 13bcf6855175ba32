import type { Field } from '../../imports/kind'
import { names } from './names'
import { DEPARTMENT_NEVER, EMAIL_NEVER, LEFT_NEVER, NAME_NEVER, NUMBER_NEVER, PHONE_NEVER } from './never'

// How offices call these columns in English, French, Spanish, Portuguese, German and Hindi in Latin script.

/** Who a row is about, in both kinds. */
export const IDENTITY_FIELDS: Field[] = [
  {
    name: 'employee_id',
    label: 'Employee number',
    type: 'identifier',
    synonyms: names(
      'emp id, emp no, emp number, emp code, employee no, employee number, employee code',
      'staff id, staff no, staff number, staff code, personnel number, personnel no, personnel id',
      'payroll number, payroll id, payroll no, worker id, worker number, badge number, ecode, e code',
      'matricule, numéro employé, no employé, numéro salarié, id employé, identifiant salarié, code salarié',
      'número de empleado, no empleado, código de empleado, id empleado, legajo, num empleado, nómina no',
      'matrícula, matrícula funcional, registro funcional, número do funcionário, código do funcionário, id funcionário, número do colaborador',
      'Personalnummer, Personal-Nr, Pers-Nr, Mitarbeiternummer, Mitarbeiter-Nr, Mitarbeiter-ID, MA-Nr',
      'karmchari number, karmchari id, karmchari sankhya, karmchari kramank, karmchari code',
      'works number, employee reference, clock number, associate id',
      'matricule salarié, identifiant, matricule du salarié, code collaborateur',
      'clave de empleado, código trabajador, número de trabajador, número de nómina',
      'registro, nº mecanográfico, chapa, cadastro',
      'PNR, Stammnummer, Arbeitnehmernummer',
    ),
    never: NUMBER_NEVER,
    means:
      '@ number/identity payroll? works? | payroll/works/file/person/matricule/service number employee? | matricule payroll? employee? | register employee',
    note: 'The number the employee goes by. Leading zeros count. Without it a row is matched by name and department.',
  },
  {
    name: 'name',
    label: 'Name',
    type: 'text',
    synonyms: names(
      'employee name, full name, emp name, staff name, worker name, name of employee, complete name',
      'nom complet, nom et prénom, nom et prénoms, noms et prénoms, prénom nom, nom du salarié, nom employé',
      'nombre completo, nombre y apellidos, apellidos y nombre, nombre del empleado, nombre empleado',
      'nome completo, nome do funcionário, nome do colaborador, nome',
      'vollständiger Name, Mitarbeitername, Mitarbeiter Name, Name des Mitarbeiters, Vor- und Nachname',
      'naam, poora naam, pura naam, karmchari ka naam, karmchari naam',
      'employee, worker, payroll name, legal name, display name, associate name',
      'salarié, collaborateur, employé, nom',
      'trabajador, empleado, nombre',
      'funcionário, colaborador, empregado',
      'Mitarbeiter, Arbeitnehmer, Name Vorname, Mitarbeitende',
    ),
    never: NAME_NEVER,
    means: 'name | name surname | given surname | first last name? | @ | person name? | full | legal name',
    looks: 'different_names',
    note: 'The whole name as it is to be printed. Where the file has given and family name apart, leave this out.',
  },
  {
    name: 'given_name',
    label: 'Given name',
    type: 'text',
    synonyms: names(
      'first name, forename, christian name, fname, givenname, employee first name, first names',
      'prénom, prénoms, nombre de pila, primer nombre, nombres, primeiro nome, nome próprio',
      'Vorname, Vornamen, Rufname, pehla naam, pratham naam',
      'prénom usuel, prenome',
    ),
    means:
      'given name? digits? | first name? | called given? first? name? | use given | first given | first middle name',
    note: 'The given name; with the family name it makes the name.',
  },
  {
    name: 'family_name',
    label: 'Family name',
    type: 'text',
    synonyms: names(
      'last name, surname, lname, familyname, second name, employee last name, last names',
      'nom de famille, nom usuel, apellido, apellidos, primer apellido, sobrenome, apelido, último nome',
      'Nachname, Familienname, Zuname, upnaam, kulnaam, antim naam',
      'nom d’usage, nom de naissance, apellido paterno, kul naam',
    ),
    means:
      'surname name? | family name | last name? | use name | birth name | first surname | paternal surname | last surname | family last/surname name?',
    note: 'The family name.',
  },
  {
    name: 'department',
    label: 'Department',
    type: 'text',
    synonyms: names(
      'dept, dept name, department name, division, business unit, org unit, section',
      'département, service, unité, departamento, área, sección, setor, secção',
      'work area, área de trabajo, setor de trabalho, Arbeitsbereich, service d’affectation',
      'Abteilung, Abteilungsname, Bereich, vibhag, vibhaag, vibhag ka naam',
      'home department, team, direction, pôle',
      'nombre departamento, nombre del departamento, nome do departamento',
      'shakha vibhag, Abteilungsbezeichnung, Organisationseinheit, Fachbereich',
    ),
    never: DEPARTMENT_NEVER,
    means: 'department unit? company? home? heading? regular? | unit company',
    note: 'The department’s name. A new name makes a new department.',
  },
  {
    name: 'email',
    label: 'E-mail',
    type: 'email',
    synonyms: names(
      'e mail, mail, email address, e mail address, email id, mail id, work email, office email',
      'courriel, adresse e mail, adresse mail, adresse électronique, correo, correo electrónico',
      'dirección de correo, correio eletrônico, endereço de e mail, E-Mail-Adresse, Mailadresse, dak pata',
    ),
    never: EMAIL_NEVER,
    means: 'email contact? | mail | electronic mail/post/postal | electronic address',
    note: 'One address. Payslips are sent there.',
  },
  {
    name: 'hire_date',
    label: 'Hired on',
    type: 'date',
    synonyms: names(
      'date of hire, hired on, date hired, date of joining, joining date, doj, join date, date joined',
      'start date, employment start, employment start date, entry date, date of entry, date of appointment',
      'date d’embauche, date embauche, date d’entrée, date entrée, fecha de contratación, fecha de ingreso',
      'fecha de alta',
      'data de admissão, data de contratação, admissão, data de entrada, Eintrittsdatum, Eintritt',
      'Einstellungsdatum, eingestellt am',
      'niyukti tithi, niyukti tarikh, bharti tarikh, joining tarikh',
      'starting date, employment date, commencement date, seniority date, latest hire date',
      'date de début, date début contrat, date de début de contrat, date d’entrée dans la société, date d’arrivée',
      'fecha de inicio, fecha inicio contrato, fecha antigüedad, fecha de incorporación',
      'data de início, data de ingresso, início do contrato',
      'beschäftigt seit, Vertragsbeginn, Beschäftigungsbeginn, karyagrahan tithi, niyukti dinank',
    ),
    means:
      'hire/join/entry/start/since employment? contract? service? company? position? function? work? working? from? since? first? last? continuous? taking? | employment/contract/service date continuous? | seniority | taking function/position | employment from/since | first day work/working/employment',
    note: 'First day of employment; pay of a part month is prorated by it.',
  },
  {
    name: 'termination_date',
    label: 'Left on',
    type: 'date',
    synonyms: names(
      'date of termination, terminated on, date terminated, term date, left on, leaving date',
      'date of leaving, date left',
      'exit date, end date, employment end, employment end date, last working day, separation date',
      'date of exit, relieving date',
      'date de sortie, date de départ, date de fin, date fin de contrat, fecha de baja, fecha de salida',
      'fecha de cese, fecha de terminación',
      'data de demissão, data de saída, data de desligamento, data de término, Austrittsdatum, Austritt',
      'ausgeschieden am, Kündigungsdatum',
      'seva samapti tithi, chhodne ki tarikh, tyag tithi',
      'leave date, end of employment, date of separation, contract end date',
      'date fin contrat, date de fin de contrat, date de départ de la société',
      'fecha fin contrato, fecha de egreso, fecha fin de contrato',
      'data rescisão, data de rescisão, data de demissão, fim do contrato',
      'beschäftigt bis, Vertragsende, Beschäftigungsende, sevanivritti tithi, seva samapti dinank',
    ),
    never: LEFT_NEVER,
    means:
      'leave/end employment? contract? service? company? position? function? work? working? | hire to/until | last day working? work? employment? service? hire? | last working day | contract/employment to/until',
    note: 'Last day of employment. An empty cell leaves what is known.',
  },
]

/** Only in the employees' own kind. */
export const CONTACT_FIELDS: Field[] = [
  {
    name: 'phone',
    label: 'Phone',
    type: 'phone',
    synonyms: names(
      'telephone, phone number, telephone number, mobile, mobile number, mobile phone, cell, cell phone',
      'contact number',
      'téléphone, portable, numéro de téléphone, teléfono, móvil, celular, telefone, telemóvel',
      'Telefon, Telefonnummer, Handy, Handynummer, Mobilnummer, doorbhash, mobile nambar, phone nambar',
      'teléfono de contacto, telefone de contato, Rufnummer, Mobilfunknummer',
    ),
    never: PHONE_NEVER,
    means: 'phone | mobile phone? | fixed | contact number? | phone contact | direct line/phone',
    note: 'A telephone number.',
  },
  {
    name: 'iban',
    label: 'IBAN',
    type: 'text',
    synonyms: names(
      'iban number, iban no, bank iban, account iban, salary iban, international bank account number',
      'numéro iban, code iban, iban du salarié, número iban, cuenta iban, iban conta, IBAN-Nummer, Bankverbindung IBAN',
      'iban sankhya',
    ),
    note: 'The account the net is paid to. A changed one waits until somebody has confirmed it.',
  },
  {
    name: 'bic',
    label: 'BIC',
    type: 'text',
    synonyms: names(
      'swift, swift code, bic swift, bic code, swift bic, code bic, código bic, código swift, BIC-Code, bic sankhya',
    ),
    note: 'Of the bank. Inside the SEPA area the IBAN is enough.',
  },
  {
    name: 'bank_routing',
    label: 'Routing number',
    type: 'text',
    synonyms: names(
      'aba, aba number, aba routing, routing no, bank routing number, routing transit number, rtn',
      'numéro de routage, número de ruta, número de roteamento, Routingnummer, routing sankhya',
    ),
    note: 'Nine digits (ABA), together with the account number.',
  },
  {
    name: 'bank_account_number',
    label: 'Bank account number',
    type: 'text',
    synonyms: names(
      'account number, account no, bank account no, bank account, acct number, acct no, dda account',
      'numéro de compte, número de cuenta, número da conta, Kontonummer, khata sankhya',
    ),
    note: 'The account at the bank of the routing number.',
  },
  {
    name: 'account_holder',
    label: 'Account holder',
    type: 'text',
    synonyms: names(
      'bank account holder, account name, name on account, holder of the account, beneficiary name',
      'titulaire du compte, titular de la cuenta, titular da conta, Kontoinhaber, khata dharak',
    ),
    note: 'Where the bank knows the person by another name.',
  },
]
