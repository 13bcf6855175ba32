import { type Headers, headers } from '../header-list'

// How personnel and payroll programs head these columns in their own exports and report builders: ADP Workforce Now,
// Sage 50 Payroll, BrightPay, BambooHR, Gusto, Workday, QuickBooks Payroll, greytHR, Keka, Tally (English); Silae, Sage
// Paie, PayFit, Cegid (French); A3nom, NominaPlus, Factorial, CONTPAQi (Spanish); TOTVS, Domínio, Senior, Primavera, PHC
// (Portuguese); DATEV, Lexware, Personio, Sage HR (German); registers of Indian offices (Hindi in Latin script).
// Written down from those, not from what the importer knows. A concept with a hyphen is no field of Daybook's.

export const PERSONNEL: Headers = headers({
  en: `
    employee_id: Employee Number | Employee ID | Employee # | Emp ID | Employee Reference | Works Number | File Number | Payroll ID | Employee No. | Employee Code | Staff ID
    name: Employee Name | Payroll Name | Legal Name | Name | Full Name | Display Name | Name of Employee | Worker
    given_name: First Name | Forename | Legal First Name | Given Name | First name | Forename(s)
    family_name: Last Name | Surname | Legal Last Name | Family Name | Last name
    department: Department | Home Department Description | Department Name | Dept | Home Department | Dept.
    email: Work Email | Email Address | E-mail | Email | Work Contact: Work Email | Email - Primary Work | Company Email
    hire_date: Hire Date | Start Date | Date Of Join | Joining Date | Date of Joining | Starting Date | Original Hire Date | Employment Start Date
    termination_date: Termination Date | Leave Date | Leaving Date | Last Working Day | Date of Leaving | Employment End Date | Date Left
    phone: Mobile Phone | Telephone | Work Phone | Phone | Mobile No | Personal Contact: Personal Mobile | Mobile Number
    -job: Job Title | Designation | Job Title Description | Position
    -birth: Date of Birth | Birth Date | DOB
    -status: Employment Status | Position Status
    -manager: Reporting To | Manager Name | Reports To Name
    -place: Location | Work Location | City
    -taxcode: Tax Code | NI Number | PAN Number`,
  fr: `
    employee_id: Matricule | Matricule salarié | Code salarié | N° salarié | Numéro matricule | Identifiant | N° employé
    name: Nom et prénom | Nom complet | Salarié | Nom Prénom | Collaborateur
    given_name: Prénom | Prénoms | Prénom usuel
    family_name: Nom | Nom de famille | Nom usuel | Nom d'usage
    department: Service | Département | Direction
    email: E-mail professionnel | Adresse e-mail | Adresse mail | Courriel | Email professionnel | Email
    hire_date: Date d'entrée | Date d'embauche | Date début contrat | Date de début | Date d'entrée dans la société
    termination_date: Date de sortie | Date fin contrat | Date de fin | Date de départ
    phone: Téléphone portable | Téléphone | Tél. portable | N° de téléphone | Mobile
    -job: Emploi | Intitulé du poste | Qualification
    -birth: Date de naissance | Né(e) le
    -status: Type de contrat | Statut
    -manager: Responsable hiérarchique | Nom du manager
    -place: Établissement | Ville
    -taxcode: N° sécurité sociale | NIR`,
  es: `
    employee_id: Código empleado | Nº empleado | Código trabajador | Número de empleado | Cód. empleado | Clave empleado | Código de empleado
    name: Nombre completo | Apellidos y nombre | Trabajador | Empleado | Nombre y apellidos
    given_name: Nombre | Nombre(s) | Nombre de pila
    family_name: Apellidos | Apellido | Primer apellido
    department: Departamento | Área | Sección | Nombre departamento
    email: Correo electrónico | Email | E-mail | Correo corporativo | Correo
    hire_date: Fecha de alta | Fecha alta | Fecha de ingreso | Fecha de inicio | Fecha ingreso | Fecha antigüedad
    termination_date: Fecha de baja | Fecha baja | Fecha de salida | Fecha fin contrato | Fecha de egreso
    phone: Teléfono móvil | Teléfono | Móvil | Celular | Teléfono de contacto
    -job: Puesto | Categoría profesional | Cargo
    -birth: Fecha de nacimiento | F. nacimiento
    -status: Tipo de contrato | Situación
    -manager: Jefe directo | Nombre del responsable
    -place: Centro de trabajo | Población
    -taxcode: NSS | RFC | N.I.F.`,
  pt: `
    employee_id: Matrícula | Cód. Funcionário | Código do funcionário | Nº Mecanográfico | Nº funcionário | Registro | Número do funcionário
    name: Nome completo | Nome | Nome do funcionário | Funcionário | Colaborador | Nome do colaborador
    given_name: Primeiro nome | Nome próprio | Primeiro Nome
    family_name: Sobrenome | Apelido | Último nome
    department: Departamento | Setor | Secção | Área
    email: E-mail | E-mail corporativo | Endereço de e-mail | Email | Correio eletrónico
    hire_date: Data de admissão | Admissão | Data admissão | Dt. admissão | Data de início
    termination_date: Data de demissão | Data rescisão | Data de saída | Data de desligamento | Dt. demissão
    phone: Celular | Telefone | Telemóvel | Telefone celular | Nº de telefone
    -job: Cargo | Função | Categoria profissional
    -birth: Data de nascimento | Dt. nascimento
    -status: Situação | Vínculo
    -manager: Gestor imediato | Nome do gestor
    -place: Filial | Local de trabalho
    -taxcode: CPF | PIS | NISS`,
  de: `
    employee_id: Personalnummer | Pers.-Nr. | Personal-Nr. | PNR | Mitarbeiternummer | Mitarbeiter-ID | MA-Nr. | Personalnr.
    name: Vollständiger Name | Mitarbeiter | Name, Vorname | Mitarbeitername | Arbeitnehmer
    given_name: Vorname | Rufname | Vornamen
    family_name: Nachname | Familienname | Name | Zuname
    department: Abteilung | Abteilungsbezeichnung | Abt. | Abteilungsname
    email: E-Mail | E-Mail-Adresse | E-Mail (geschäftlich) | E-Mail dienstlich | Email
    hire_date: Eintrittsdatum | Eintritt | Eintritt am | Einstellungsdatum | Beschäftigt seit | Datum Eintritt
    termination_date: Austrittsdatum | Austritt | Austritt am | Vertragsende | Beschäftigt bis
    phone: Telefon | Telefonnummer | Mobil | Mobiltelefon | Telefon privat | Handynummer
    -job: Position | Tätigkeit | Stellenbezeichnung
    -birth: Geburtsdatum | Geb.-Datum
    -status: Status | Anstellungsart
    -manager: Vorgesetzter | Teamleiter
    -place: Standort | Betriebsstätte
    -taxcode: Steuerklasse | SV-Nummer | Steuer-ID`,
  hi: `
    employee_id: Karmchari Kramank | Karmchari Sankhya | Karmchari ID | Employee Code | Karmchari No.
    name: Karmchari ka Naam | Naam | Poora Naam | Karmchari Naam
    given_name: Pehla Naam | Pratham Naam
    family_name: Upnaam | Antim Naam | Kul Naam
    department: Vibhag | Vibhag ka Naam | Shakha Vibhag
    email: Email | E-mail ID | Email Pata
    hire_date: Niyukti Tithi | Niyukti Dinank | Bharti Tithi | Karyagrahan Tithi
    termination_date: Seva Samapti Tithi | Sevanivritti Tithi | Seva Samapti Dinank
    phone: Mobile Number | Mobile No. | Phone Number | Doorbhash
    -job: Padnaam | Pad
    -birth: Janm Tithi | Janm Dinank
    -status: Sthiti
    -manager: Adhikari ka Naam
    -place: Sthan | Shahar
    -taxcode: PAN Sankhya | Aadhaar Sankhya`,
})

export const PAY: Headers = headers({
  en: `
    salary: Basic Salary | Basic | Monthly Salary | Base Salary | Basic Pay | BASIC | Monthly Basic | Salary | Monthly Gross Salary
    days: Days Worked | Work Days | Paid Days | Days Present | Present Days | Payable Days
    absent: LOP Days | LOP | Days Absent | Absent Days | Loss of Pay Days
    ot: Overtime Hours | OT Hours | O/T Hours | Overtime Hrs | Overtime
    nett_payable: Net Pay | NET PAY | Net Payable | Take Home Pay | Net Salary | Net Amount
    tds: Income Tax | TDS | Tax Deducted | PAYE | Withholding Tax | INCOME TAX
    advance: Salary Advance | Advance Recovery | Advance Deduction | Advance
    incentive: Bonus | Incentive | Commission | Incentives | Performance Bonus
    -hra: HRA | Conveyance | House Rent Allowance
    -pf: PF | Provident Fund | Pension Employee | ESI
    -bank: Bank Account Number | IBAN | Account No`,
  fr: `
    salary: Salaire de base | Salaire mensuel | Salaire brut | Salaire brut mensuel | Salaire de base mensuel | Brut mensuel
    days: Jours travaillés | Nb jours travaillés | Jours de présence
    absent: Jours d'absence | Nb jours absence | Absences (jours)
    ot: Heures supplémentaires | Heures sup. | HS | Nb heures supplémentaires
    nett_payable: Net à payer | Net payé | Salaire net | Net à payer avant impôt
    tds: Prélèvement à la source | PAS | Impôt sur le revenu | Montant PAS
    advance: Acompte | Acomptes | Avance sur salaire | Avance
    incentive: Prime | Primes | Prime exceptionnelle | Commission
    -hra: Indemnité transport | Titres restaurant
    -pf: CSG CRDS | Cotisations salariales
    -bank: IBAN | RIB`,
  es: `
    salary: Salario base | Sueldo | Sueldo base | Salario bruto mensual | Salario mensual | Sueldo mensual
    days: Días trabajados | Días cotizados | Días laborados
    absent: Días de ausencia | Faltas | Días de falta | Ausencias
    ot: Horas extra | Horas extras | Nº horas extra | Horas extraordinarias
    nett_payable: Líquido a percibir | Neto a pagar | Neto | Líquido | Salario neto
    tds: Retención IRPF | IRPF | ISR | Retención
    advance: Anticipo | Anticipos | Anticipo de nómina
    incentive: Incentivo | Bono | Comisiones | Incentivos | Gratificación
    -hra: Plus transporte | Vales de despensa
    -pf: Seguridad Social | Base de cotización
    -bank: IBAN | CLABE`,
  pt: `
    salary: Salário base | Salário | Vencimento base | Salário mensal | Salário bruto | Vencimento
    days: Dias trabalhados | Dias trab. | Dias úteis trabalhados
    absent: Faltas | Dias de falta | Faltas (dias)
    ot: Horas extras | Horas extra | Qtde. horas extras
    nett_payable: Líquido a receber | Salário líquido | Valor líquido | Líquido
    tds: IRRF | IRS | Imposto retido | Retenção IRS
    advance: Adiantamento | Adiantamento salarial | Vale
    incentive: Bônus | Prêmio | Comissão | Comissões | Gratificação
    -hra: Vale transporte | Subsídio de alimentação
    -pf: INSS | FGTS
    -bank: Conta bancária | IBAN`,
  de: `
    salary: Grundgehalt | Gehalt | Bruttogehalt | Monatsgehalt | Grundlohn | Festgehalt | Fixgehalt
    days: Arbeitstage | Gearbeitete Tage | Anwesenheitstage
    absent: Fehltage | Abwesenheitstage | Unbezahlte Fehltage
    ot: Überstunden | Mehrarbeitsstunden | Anzahl Überstunden
    nett_payable: Auszahlungsbetrag | Nettolohn | Netto | Nettogehalt | Nettobezug
    tds: Lohnsteuer | LSt | Steuerabzug
    advance: Vorschuss | Abschlag | Gehaltsvorschuss
    incentive: Prämie | Bonus | Provision | Sonderzahlung
    -hra: Fahrtkostenzuschuss | VWL
    -pf: SV-Beiträge | KV-Beitrag AN
    -bank: IBAN | Kontonummer`,
  hi: `
    salary: Mool Vetan | Masik Vetan | Vetan | Basic Vetan
    days: Upasthiti Din | Karya Divas | Kaam ke Din
    absent: Anupasthit Din | Anupasthiti Din | Gairhazir Din
    ot: Overtime Ghante | Atirikt Ghante | Overtime
    nett_payable: Shuddh Vetan | Net Vetan | Kul Dey Rashi
    tds: Aaykar | TDS | Aaykar Katauti
    advance: Agrim | Vetan Agrim | Agrim Vasooli
    incentive: Protsahan Rashi | Bonus | Protsahan
    -hra: Makan Kiraya Bhatta | Mahangai Bhatta
    -pf: Bhavishya Nidhi | Kul Katauti
    -bank: Khata Sankhya | Bank Khata No.`,
})
