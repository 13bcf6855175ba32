import { type Headers, headers } from '../header-list'

// Other headers of the same columns as in payroll-headers.ts, gathered later and from other programs: Paylocity, UKG, Zoho People,
// HiBob, IRIS Cascade, Xero Payroll, RazorpayX (English); ADP Decidium, Eurécia, Lucca, Cegid HR Sprint (French); Sesame, Bizneo,
// Meta4, Aspel NOI (Spanish); ADP Brasil, Gupy, Sage HR, Convenia (Portuguese); SAP HCM, rexx, HRworks, Abacus (German). All of it
// is held out: it is there to measure with, and nothing of it may be taken over into the importer's names.

export const PERSONNEL_HELD_OUT: Headers = headers({
  en: `
    employee_id: Staff Number | Associate ID | Badge Number | Personnel Number | Worker ID | Staff No. | Employee Code
    name: Staff Name | Associate Name | Employee Full Name | Worker Name | Person Name
    given_name: Preferred First Name | Employee First Name | Forenames | First
    family_name: Employee Last Name | Legal Surname | Last | Family name
    department: Org Unit | Cost Center Name | Division | Team | Business Unit | Department Desc
    email: Business Email | Employee Email | Office Email | Corporate Email | Primary Email Address
    hire_date: Date Hired | Commencement Date | Join Date | Date Started | Employed Since | Most Recent Hire Date
    termination_date: Exit Date | Last Day of Employment | Separation Date | End Date | Date of Exit | Term Date
    phone: Cell Phone | Contact Phone | Phone Number | Mobile | Home Phone
    -job: Role | Job Profile | Grade
    -birth: Birthdate | Birthday
    -status: Worker Status | Contract Type
    -manager: Line Manager | Supervisor Name
    -place: Office | Site`,
  fr: `
    employee_id: N° de matricule | ID salarié | Numéro de salarié | Matricule employé | Code employé
    name: Nom du salarié | Employé | Nom du collaborateur | Nom & prénom | Identité
    given_name: Premier prénom | Prénom du salarié | Prénom employé
    family_name: Nom du salarié (naissance) | Nom patronymique | Nom de naissance
    department: Pôle | Libellé service | Unité organisationnelle | Nom du département
    email: Mail pro | Courriel pro | Adresse électronique | Email pro.
    hire_date: Date d'arrivée | Date d'ancienneté | Embauché le | Date début de contrat | Date d'embauche initiale
    termination_date: Date de fin de contrat | Sorti le | Date départ | Date de sortie effective
    phone: Portable | Tél. pro | N° de mobile | Tél. mobile
    -job: Fonction | Poste
    -birth: Naissance
    -status: Nature du contrat
    -manager: N+1 | Supérieur
    -place: Site | Lieu de travail`,
  es: `
    employee_id: N.º de empleado | ID empleado | Matrícula empleado | Núm. trabajador | Legajo
    name: Nombre del trabajador | Nombre empleado | Colaborador | Apellidos, nombre
    given_name: Nombres | Primer nombre | Nombre del empleado (pila)
    family_name: Apellidos del empleado | Apellido paterno | Apellidos trabajador
    department: Dpto. | Unidad organizativa | Equipo | Departamento actual
    email: Correo de empresa | Email corporativo | Dirección de correo | Mail
    hire_date: Fecha de incorporación | Fecha de contratación | Ingreso | Fecha inicio contrato | F. alta
    termination_date: Fecha de cese | Fecha de término | F. baja | Fin de contrato
    phone: Teléfono personal | Tel. móvil | Número de teléfono | Tel.
    -job: Ocupación | Función
    -birth: Nacimiento
    -status: Estado contrato
    -manager: Supervisor | Responsable directo
    -place: Sede | Ciudad`,
  pt: `
    employee_id: Nº de matrícula | ID do colaborador | Código do colaborador | N.º empregado | Nº trabalhador
    name: Nome do empregado | Empregado | Trabalhador | Nome do trabalhador | Nome social
    given_name: Nome (primeiro) | Nomes próprios | Primeiro nome do colaborador
    family_name: Apelidos | Sobrenomes | Último sobrenome
    department: Depto. | Equipe | Unidade | Nome do departamento | Departamento atual
    email: E-mail profissional | Email da empresa | E-mail do colaborador | Correio electrónico
    hire_date: Data de ingresso | Data de contratação | Contratado em | Data admissional | Início do contrato
    termination_date: Data de término | Fim do contrato | Data do desligamento | Data de cessação
    phone: Contacto telefónico | Tel. | Número de celular | Telefone móvel
    -job: Ocupação | Posto
    -birth: Nascimento
    -status: Tipo de vínculo
    -manager: Supervisor | Superior hierárquico
    -place: Unidade de trabalho | Cidade`,
  de: `
    employee_id: Mitarbeiter-Nr. | PersNr | Stammnummer | Personal-ID | Arbeitnehmernummer | MA-Nummer
    name: Name des Mitarbeiters | Beschäftigter | Mitarbeiter (Name) | Nachname, Vorname | Angestellter
    given_name: Vorname des Mitarbeiters | Erster Vorname | Vorname(n)
    family_name: Nachname des Mitarbeiters | Familien-Name | Nachnamen
    department: Organisationseinheit | Bereich | Team | Name der Abteilung | Kostenstellenbezeichnung
    email: Geschäftliche E-Mail | Dienst-E-Mail | Firmen-E-Mail | E-Mail geschäftl.
    hire_date: Einstellung am | Beginn Arbeitsverhältnis | Arbeitsbeginn | Vertragsbeginn | Diensteintritt
    termination_date: Ende Arbeitsverhältnis | Ausgeschieden am | Letzter Arbeitstag | Dienstaustritt | Kündigung zum
    phone: Telefon geschäftlich | Tel. | Mobilnummer | Rufnummer | Handy
    -job: Funktion | Beruf
    -birth: Geburtstag
    -status: Beschäftigungsstatus
    -manager: Führungskraft | Disziplinarischer Vorgesetzter
    -place: Arbeitsort | Niederlassung`,
  hi: `
    employee_id: Staff No. | Karmchari Code | Karmik Sankhya | Karmik ID
    name: Staff ka Naam | Karmik ka Naam | Naam (Karmchari)
    given_name: Naam (Pehla) | Vyaktigat Naam
    family_name: Parivarik Naam | Surname
    department: Anubhag | Vibhag Naam | Karyalay Vibhag
    email: Karyalay Email | Karmchari Email | Vibhagiya Email
    hire_date: Naukri Prarambh Tithi | Niyukti ki Tithi | Seva Prarambh Tithi
    termination_date: Naukri Samapti Tithi | Seva Samapti ki Tithi | Tyagpatra Tithi
    phone: Mobile | Karmchari Mobile | Sampark Number
    -job: Padvi
    -birth: Janm ki Tithi
    -status: Naukri ka Prakar
    -manager: Varishth Adhikari
    -place: Nagar`,
})

export const PAY_HELD_OUT: Headers = headers({
  en: `
    salary: Gross Pay | Basic Wage | Gross Salary | Monthly Wage | Monthly Base | Basic Amount
    days: No. of Days Worked | Worked Days | Attendance Days | Days Paid
    absent: Unpaid Leave Days | LWP Days | Days of Absence | Absence Days
    ot: OT Hrs | Hours Overtime | Overtime (hrs) | Extra Hours
    nett_payable: Net Amount Payable | Net Wage | Take Home | Net to Pay | Net Pay Amount
    tds: Tax Withheld | PAYE Tax | Tax | Federal Tax
    advance: Loan/Advance | Advances | Pay Advance | Advance Recovered
    incentive: Incentive Pay | Bonuses | Bonus Amount | Sales Commission
    -hra: Housing Allowance | Transport Allowance
    -pf: Employee Pension | National Insurance
    -bank: Bank Account | Sort Code`,
  fr: `
    salary: Brut | Salaire | Rémunération mensuelle | Salaire mensuel brut
    days: Nombre de jours travaillés | Jours ouvrés travaillés
    absent: Jours absents | Nombre de jours d'absence | Absence (j)
    ot: Heures sup | Nombre d'heures sup. | H. supp.
    nett_payable: Net versé | Net à verser | Montant net à payer
    tds: Retenue à la source | Impôt prélevé | Prélèvement source
    advance: Avance versée | Acompte versé | Avances
    incentive: Bonus | Commissions | Prime de performance
    -hra: Indemnité logement
    -pf: Cotisations retraite
    -bank: Coordonnées bancaires`,
  es: `
    salary: Salario bruto | Sueldo bruto | Salario | Sueldo bruto mensual
    days: Días de trabajo | Nº días trabajados
    absent: Días ausente | Inasistencias | Días no trabajados
    ot: Hs. extra | Horas extraordinarias trabajadas | Hrs. extra
    nett_payable: Total neto | Neto a percibir | Sueldo neto
    tds: Retención de IRPF | Impuesto retenido | ISR retenido
    advance: Adelanto | Adelantos | Anticipo de sueldo
    incentive: Bonificación | Comisión | Bonos
    -hra: Ayuda vivienda
    -pf: Cuota obrera
    -bank: Cuenta bancaria`,
  pt: `
    salary: Salário mensal base | Remuneração base | Ordenado | Ordenado base
    days: Nº de dias trabalhados | Dias de trabalho
    absent: Dias de ausência | Ausências | Nº de faltas
    ot: Hora extra | H. extras | Horas suplementares
    nett_payable: Total líquido | Líquido a pagar | Vencimento líquido
    tds: IR retido | Imposto de renda | IRS retido
    advance: Adiantamentos | Vales | Adiantamento de salário
    incentive: Comissões e prêmios | Prémio | Bonificação
    -hra: Auxílio moradia
    -pf: Segurança social
    -bank: Dados bancários`,
  de: `
    salary: Grundvergütung | Monatsbrutto | Bruttolohn | Basisgehalt
    days: Tage gearbeitet | Anzahl Arbeitstage
    absent: Abwesende Tage | Tage Abwesenheit | Fehlzeiten (Tage)
    ot: Überstunden (h) | Mehrarbeit (Std.) | Überstd.
    nett_payable: Auszahlung | Nettoauszahlung | Zahlbetrag
    tds: Lohnsteuerabzug | Quellensteuer | Einbehaltene Lohnsteuer
    advance: Vorschüsse | Lohnvorschuss | Abschlagszahlung
    incentive: Leistungsprämie | Boni | Provisionen
    -hra: Wohngeld
    -pf: Rentenversicherung AN
    -bank: Bankverbindung`,
  hi: `
    salary: Mool Vetan Rashi | Mahine ka Vetan | Basic Vetan Rashi
    days: Kaam kiye Din | Upasthit Din
    absent: Anupasthiti ke Din | Chhutti (Bina Vetan) Din
    ot: OT Ghante | Overtime ke Ghante
    nett_payable: Net Rashi | Shuddh Dey Vetan
    tds: Kaati gayi Aaykar | TDS Rashi
    advance: Peshgi | Agrim Rashi
    incentive: Protsahan Bhatta | Bonus Rashi
    -hra: Kiraya Bhatta
    -pf: PF Katauti
    -bank: Bank Khata Sankhya`,
})
