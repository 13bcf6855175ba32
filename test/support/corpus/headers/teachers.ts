import { type Headers, headers } from '../header-list'

// Staff and class lists of the programs that headers/students.ts names.

export const TEACHERS: Headers = headers({
  en: `
    national_id: National ID | ID Number | Staff ID | Teacher ID | Employee ID | Staff Code | NIC No | Teacher Number | Identity Number
    name: Teacher Name | Name | Full Name | Staff Name | Name of Teacher | Teacher | Preferred Name
    given_name: First Name | Forename | Given Name | Teacher First Name | Legal Forename
    family_name: Last Name | Surname | Family Name | Teacher Last Name | Legal Surname
    email: Email | Work Email | School Email | Email Address | Staff Email | E-mail
    phone: Phone | Mobile | Telephone | Mobile Number | Contact No | Work Phone | Cell Phone
    hire_date: Hire Date | Date of Joining | Joining Date | Start Date | Employment Date | Date of Appointment | Teaching Since | Date Joined
    -subject: Subject | Subjects Taught | Department | Main Subject
    -birth: Date of Birth | DOB | Birth Date
    -degree: Qualification | Highest Degree | Designation | Title
    -room: Room | Classroom | Homeroom
    -emergency: Emergency Contact | Next of Kin`,
  fr: `
    national_id: N° identité | NUMEN | Matricule | N° CNI | Identifiant enseignant | Numéro d'identité
    name: Enseignant | Nom complet | Nom de l'enseignant | Professeur | Nom et prénom | Nom Prénom
    given_name: Prénom | Prénom usuel | Prénom de l'enseignant | Prénoms
    family_name: Nom | Nom de famille | Nom d'usage | Nom enseignant
    email: E-mail | Courriel | Adresse e-mail | Mél académique | Courriel professionnel | Mail
    phone: Téléphone | Tél. portable | Portable | Tél. | Téléphone mobile | N° de téléphone
    hire_date: Date d'entrée | Date d'embauche | Date de prise de fonction | Date d'affectation | Date de recrutement
    -subject: Discipline | Matière | Matière enseignée | Spécialité
    -birth: Date de naissance | Né(e) le
    -degree: Grade | Diplôme | Statut | Civilité
    -room: Salle | Salle préférentielle
    -emergency: Personne à prévenir | Contact d'urgence`,
  es: `
    national_id: DNI | NIF | DNI/NIE | Documento de identidad | NRP | Nº documento | Cédula
    name: Profesor | Profesor/a | Nombre completo | Docente | Nombre del profesor | Nombre y apellidos
    given_name: Nombre | Nombres | Nombre de pila | Nombre profesor
    family_name: Apellidos | Apellido | Apellidos profesor | Apellidos del docente
    email: Correo electrónico | Email | Correo corporativo | E-mail | Correo docente
    phone: Teléfono | Móvil | Celular | Teléfono móvil | Tlf.
    hire_date: Fecha de ingreso | Fecha de alta | Fecha de contratación | Fecha de toma de posesión | Fecha de incorporación
    -subject: Asignatura | Materia | Especialidad | Departamento
    -birth: Fecha de nacimiento | F. nacimiento
    -degree: Titulación | Cargo | Categoría
    -room: Aula | Aula asignada
    -emergency: Contacto de emergencia | Avisar a`,
  pt: `
    national_id: CPF | RG | Nº do documento | NIF | Nº CC | Cartão de Cidadão | Nº identificação
    name: Professor | Nome do professor | Docente | Nome completo | Nome | Nome do docente
    given_name: Primeiro nome | Nome próprio | Primeiro nome do professor
    family_name: Sobrenome | Apelido | Último nome
    email: E-mail | E-mail institucional | Correio eletrónico | Email | Endereço de e-mail
    phone: Telefone | Celular | Telemóvel | Contacto telefónico | Telefone celular
    hire_date: Data de admissão | Data de contratação | Data de início de funções | Dt. admissão | Data de ingresso
    -subject: Disciplina | Área | Grupo de recrutamento | Componente curricular
    -birth: Data de nascimento | Nascimento
    -degree: Formação | Habilitações | Escolaridade
    -room: Sala | Sala de aula
    -emergency: Contato de emergência | Avisar em caso de urgência`,
  de: `
    national_id: Ausweisnummer | Personalnummer | Lehrer-ID | Lehrernummer | Lehrkraft-Nr. | Ausweis-Nr.
    name: Lehrkraft | Lehrer | Lehrer/in | Name, Vorname | Vollständiger Name | Lehrername
    given_name: Vorname | Rufname | Vorname Lehrkraft | Vornamen
    family_name: Nachname | Familienname | Name | Zuname
    email: E-Mail | E-Mail-Adresse | Dienstliche E-Mail | E-Mail dienstlich | Mailadresse
    phone: Telefon | Telefonnummer | Mobil | Handy | Mobiltelefon | Tel.-Nr.
    hire_date: Eintrittsdatum | Dienstantritt | Dienstbeginn | Eintritt | An der Schule seit | Einstellungsdatum
    -subject: Fach | Fächer | Lehrbefähigung | Fakultas
    -birth: Geburtsdatum | Geb.-Datum
    -degree: Amtsbezeichnung | Titel | Anrede
    -room: Raum | Stammraum
    -emergency: Notfallkontakt | Im Notfall`,
  hi: `
    national_id: Aadhaar Number | Aadhaar No. | Shikshak Kramank | Shikshak ID | Teacher Code
    name: Shikshak ka Naam | Adhyapak ka Naam | Naam | Teacher ka Naam | Poora Naam
    given_name: Pehla Naam | Pratham Naam
    family_name: Upnaam | Kul Naam | Antim Naam
    email: Email | Email ID | E-mail
    phone: Mobile Number | Mobile No. | Doorbhash | Phone Number
    hire_date: Niyukti Tithi | Niyukti Dinank | Karyagrahan Tithi | Joining Tithi
    -subject: Vishay | Mukhya Vishay
    -birth: Janm Tithi | Janm Dinank
    -degree: Yogyata | Pad | Shaikshanik Yogyata
    -room: Kaksh | Kamra No.
    -emergency: Aapatkalin Sampark | Aapatkalin Number`,
})

export const CLASSROOMS: Headers = headers({
  en: `
    level: Grade | Grade Level | Year Group | Standard | Form | Level | Class | Year Level
    stream: Section | Stream | Division | Section Name | Arm | Class Section
    school_year: Academic Year | School Year | Session | Academic Session
    capacity: Capacity | Max Students | Seats | Class Size | Maximum Capacity | Max Capacity | Seat Count | Maximum Strength
    class_teacher: Class Teacher | Homeroom Teacher | Form Tutor | Teacher | Tutor | Form Teacher | Class Tutor
    -room: Room | Room Number | Building
    -enrolled: Number of Students | Enrolled | Strength | No. of Students
    -code: Class Code | Course Code`,
  fr: `
    level: Niveau | Niveau de classe | Niveau scolaire | Niveau d'enseignement
    stream: Section | Série | Filière | Groupe
    school_year: Année scolaire | Année | Année scolaire en cours
    capacity: Capacité | Effectif maximum | Capacité d'accueil | Effectif max. | Nb places | Nombre de places
    class_teacher: Professeur principal | Enseignant | Titulaire | Prof. principal | Professeur titulaire | Titulaire de classe
    -room: Salle | Bâtiment
    -enrolled: Effectif | Nb élèves | Nombre d'élèves
    -code: Code MEF | Code structure`,
  es: `
    level: Curso | Nivel | Grado | Nivel educativo | Grado escolar
    stream: Sección | Paralelo | Letra | Grupo | Línea
    school_year: Año académico | Curso académico | Curso escolar | Año escolar | Ciclo escolar
    capacity: Capacidad | Plazas | Aforo | Cupo | Cupo máximo | Nº de plazas | Vacantes totales
    class_teacher: Tutor | Profesor tutor | Tutor/a | Profesor titular | Maestro titular | Tutor del grupo
    -room: Aula | Edificio
    -enrolled: Nº de alumnos | Alumnos matriculados | Matriculados
    -code: Código de unidad | Código`,
  pt: `
    level: Série | Ano | Ano de escolaridade | Nível | Série/Ano | Etapa
    stream: Turma | Seção | Letra da turma | Secção
    school_year: Ano letivo | Ano lectivo | Ano escolar | Ano letivo atual
    capacity: Capacidade | Vagas | Nº de vagas | Lotação | Capacidade máxima | Máximo de alunos
    class_teacher: Diretor de turma | Professor regente | Professor titular | Professor responsável | Diretor(a) de turma | Regente
    -room: Sala | Bloco
    -enrolled: Nº de alunos | Alunos matriculados | Total de alunos
    -code: Código INEP | Código da turma`,
  de: `
    level: Jahrgang | Jahrgangsstufe | Klassenstufe | Stufe | Jgst.
    stream: Zug | Parallelklasse | Klassenzug | Klassenbuchstabe
    school_year: Schuljahr | Aktuelles Schuljahr | Schulj.
    capacity: Kapazität | Plätze | Klassenteiler | Max. Schülerzahl | Maximale Schülerzahl | Anzahl Plätze | Höchstzahl
    class_teacher: Klassenlehrer | Klassenlehrer/in | Klassenleitung | Klassenvorstand | Klassenlehrkraft
    -room: Raum | Gebäude
    -enrolled: Schülerzahl | Anzahl Schüler | Belegung
    -code: Klassenkürzel | Kürzel`,
  hi: `
    level: Kaksha | Class | Standard | Shreni
    stream: Varg | Section | Anubhag
    school_year: Satra | Shaikshanik Varsh | Shaikshik Satra | Session
    capacity: Kshamata | Adhiktam Chhatra | Seat Sankhya | Adhiktam Kshamata
    class_teacher: Kaksha Shikshak | Kaksha Adhyapak | Class Teacher ka Naam | Varg Shikshak
    -room: Kamra No. | Bhavan
    -enrolled: Chhatra Sankhya | Kul Chhatra
    -code: Kaksha Code | U-DISE Code`,
})
