import { type Headers, headers } from '../header-list'

// How school registers head these columns in their exports and import sheets: PowerSchool, Infinite Campus, SIMS, Arbor,
// OpenSIS, Fedena (English); SIECLE, Pronote, SACoche, Charlemagne (French); Séneca, Alexia, Educamos (Spanish);
// i-Educar, Sophia, GIAE (Portuguese); ASV, SchILD, WebUntis, Schulmanager (German); registers of Indian schools (Hindi in
// Latin script). Written down from those before the importer's own names were looked at.

export const STUDENTS: Headers = headers({
  en: `
    admission_number: Admission No | Admission Number | Adm No. | Student ID | Student Number | Student_Number | Registration Number | Local Student ID | GR No. | Enrollment No | Pupil ID | Student No. | Adno | Reg. No.
    name: Student Name | Full Name | Name | Name of Student | Pupil Name | Student | Name of the Student | Legal Name
    given_name: First Name | Forename | First_Name | Given Name | Legal First Name | Student First Name | Chosen Forename
    family_name: Last Name | Surname | Last_Name | Legal Surname | Student Last Name | Family Name
    born_on: Date of Birth | DOB | D.O.B. | Birth Date | Birthdate | Birthday | Date of Birth (DD/MM/YYYY)
    gender: Gender | Sex | Gender (M/F) | Legal Sex | M/F
    email: Student Email | Email | E-mail | School Email | Email Address | Pupil Email
    phone: Phone | Student Phone | Mobile | Telephone | Home Phone | Contact Number | Cell Phone | Student Mobile
    address: Address | Home Address | Residential Address | Street Address | Postal Address | Mailing Address
    classroom: Class | Homeroom | Reg Group | Registration Group | Form | Tutor Group | Class Name | Form Group
    level: Grade | Grade Level | Year Group | Standard | Class | Grade_Level | Std
    stream: Section | Division | Stream | Section Name | Div
    school_year: Academic Year | School Year | Session | Academic Session
    enrolled_on: Admission Date | Date of Admission | Enrollment Date | Entry Date | Date of Entry | EntryDate | Enrolled On | Date Joined
    left_on: Leaving Date | Exit Date | Date of Leaving | Withdrawal Date | Exit_Date | Date Left
    -guardian: Guardian Name | Father's Name | Mother Name | Parent Name | Father Name | Primary Contact
    -guardian_phone: Guardian Phone | Father's Mobile | Parent Mobile | Emergency Contact Number | Mother Phone
    -guardian_mail: Parent Email | Guardian Email | Father Email
    -nation: Nationality | Religion | Blood Group | Ethnicity | First Language
    -serial: Sr. No. | S.No. | Sl No`,
  fr: `
    admission_number: Matricule | N° matricule | Numéro élève | N° élève | Identifiant élève | INE | Identifiant national (INE) | N° d'inscription | Id élève
    name: Élève | Nom complet | Nom et prénom | Nom et prénom de l'élève | Nom Prénom
    given_name: Prénom | Prénom usuel | Prénom de l'élève | Prénom élève | Prénom(s)
    family_name: Nom | Nom de famille | Nom de l'élève | Nom d'usage | Nom élève
    born_on: Date de naissance | Né(e) le | Date naiss. | Naissance | Date de naissance élève
    gender: Sexe | Genre | Sexe (F/M) | Sexe élève
    email: Courriel | Adresse e-mail | Email élève | E-mail | Adresse mail | Mél
    phone: Téléphone | Tél. portable | Portable | Tél. élève | Numéro de téléphone
    address: Adresse | Adresse postale | Adresse élève | Domicile
    classroom: Classe | Division | Libellé classe | Classe de rattachement | Code division | Nom de la classe
    level: Niveau | Niveau scolaire | Niveau de classe | Niveau d'études
    stream: Série | Section | Filière
    school_year: Année scolaire | Année | Année scolaire en cours
    enrolled_on: Date d'entrée | Date d'inscription | Date entrée | Date d'admission | Inscrit le | Entrée le
    left_on: Date de sortie | Date sortie | Sorti le | Date de départ | Date de radiation
    -guardian: Responsable légal | Nom du père | Responsable 1 | Nom de la mère
    -guardian_phone: Tél. responsable | Portable du père | Tél. mère | Téléphone responsable légal
    -guardian_mail: E-mail responsable | Courriel parent | Mail resp. légal 1
    -nation: Nationalité | Ville de naissance | LV1 | Régime
    -serial: N° d'ordre | Rang`,
  es: `
    admission_number: Nº de matrícula | Matrícula | Número de expediente | Nº expediente | Código del alumno | NIE alumno | Id. alumno | Nº Id. Escolar | Cód. alumno | Número de alumno
    name: Alumno | Alumno/a | Nombre completo | Nombre del alumno | Nombre y apellidos | Estudiante
    given_name: Nombre | Nombre alumno | Nombres | Nombre de pila
    family_name: Apellidos | Apellidos alumno | Apellido | Apellidos del alumno
    born_on: Fecha de nacimiento | F. nacimiento | Fecha nac. | Fec. Nac. | Nacimiento
    gender: Sexo | Género | Sexo (H/M) | Sexo alumno
    email: Correo electrónico | Correo | Email alumno | E-mail | Correo del alumno
    phone: Teléfono | Móvil | Teléfono alumno | Celular | Tlf. | Teléfono de contacto
    address: Dirección | Domicilio | Dirección postal | Dirección completa
    classroom: Unidad | Clase | Grupo | Grupo de clase | Unidad de matrícula | Aula
    level: Curso | Nivel | Grado | Nivel educativo | Curso de matrícula
    stream: Sección | Paralelo | Letra | Línea
    school_year: Año académico | Curso académico | Curso escolar | Año escolar | Ciclo escolar | Año lectivo
    enrolled_on: Fecha de matrícula | Fecha de inscripción | Fecha de alta | Fecha de ingreso | F. matrícula
    left_on: Fecha de baja | Fecha de salida | F. baja | Fecha de retiro
    -guardian: Nombre del padre | Tutor legal | Primer tutor | Nombre de la madre
    -guardian_phone: Teléfono del padre | Tlf. madre | Teléfono tutor 1 | Móvil de la madre
    -guardian_mail: Correo del tutor | Email padre | Correo de la madre
    -nation: Nacionalidad | Lugar de nacimiento | País | Localidad de nacimiento
    -serial: Nº de orden | Núm. lista`,
  pt: `
    admission_number: Matrícula | Nº de matrícula | Número do aluno | Nº processo | Nº de processo | Código do aluno | RA | Registro do aluno | Cód. aluno | Nº aluno
    name: Aluno | Nome do aluno | Nome completo | Nome | Estudante | Nome do estudante
    given_name: Primeiro nome | Nome próprio | Nomes próprios
    family_name: Sobrenome | Apelido | Apelidos | Último nome
    born_on: Data de nascimento | Nascimento | Dt. nascimento | Data nasc. | Dt. nasc.
    gender: Sexo | Gênero | Género | Sexo do aluno
    email: E-mail | E-mail do aluno | Correio eletrónico | Email | Endereço de e-mail
    phone: Telefone | Celular | Telemóvel | Contacto | Telefone do aluno
    address: Endereço | Morada | Endereço residencial | Morada completa | Logradouro
    classroom: Turma | Classe | Nome da turma | Turma atual | Cód. turma
    level: Série | Ano de escolaridade | Ano | Série/Ano | Nível | Ano de escolarização
    stream: Seção | Letra | Curso/área
    school_year: Ano letivo | Ano lectivo | Ano escolar | Ano letivo atual
    enrolled_on: Data de matrícula | Data da matrícula | Dt. matrícula | Data de ingresso | Data de inscrição
    left_on: Data de saída | Data de transferência | Dt. saída | Data de desligamento
    -guardian: Nome da mãe | Nome do pai | Encarregado de educação | Responsável | Filiação 1
    -guardian_phone: Telefone da mãe | Telemóvel do EE | Telefone do responsável | Celular do pai
    -guardian_mail: E-mail do responsável | Email do EE | E-mail da mãe
    -nation: Naturalidade | Nacionalidade | Cor/raça | Município de nascimento
    -serial: Nº de ordem | Nº chamada`,
  de: `
    admission_number: Schülernummer | Schüler-ID | Schüler-Nr. | Schülerkennzahl | Matrikelnummer | Interne ID-Nummer | Schülernr. | ID-Schüler | Aufnahmenummer
    name: Schüler | Schüler/in | Name, Vorname | Vollständiger Name | Schülername | Name des Schülers
    given_name: Vorname | Rufname | Vorname (Rufname) | Vornamen
    family_name: Nachname | Familienname | Name | Zuname
    born_on: Geburtsdatum | Geb.-Datum | Geburtstag | geboren am | Geb. am
    gender: Geschlecht | m/w/d | Geschl. | Geschlecht (m/w)
    email: E-Mail | E-Mail-Adresse | E-Mail Schüler | Schul-E-Mail | Mailadresse
    phone: Telefon | Telefonnummer | Handy | Mobil | Tel. Schüler | Tel.-Nr.
    address: Adresse | Anschrift | Wohnadresse | Adresse (vollständig) | Wohnanschrift
    classroom: Klasse | Klassenbezeichnung | Klassenname | Aktuelle Klasse | Stammklasse | Kl.
    level: Jahrgang | Jahrgangsstufe | Klassenstufe | Stufe | Jgst.
    stream: Zug | Parallelklasse | Klassenzug
    school_year: Schuljahr | Aktuelles Schuljahr | Schulj.
    enrolled_on: Eintrittsdatum | Aufnahmedatum | Eintritt | Einschulungsdatum | Aufnahme am | Schuleintritt
    left_on: Austrittsdatum | Entlassdatum | Abgangsdatum | Austritt | Entlassung am
    -guardian: Name der Mutter | Erziehungsberechtigter | Erziehungsberechtigte/r 1 | Name des Vaters
    -guardian_phone: Telefon Mutter | Telefon Eltern | Telefonnummer Elternteil 1 | Notfallnummer
    -guardian_mail: E-Mail Eltern | E-Mail-Adresse Elternteil 1 | E-Mail Mutter
    -nation: Staatsangehörigkeit | Geburtsort | Konfession | Muttersprache
    -serial: Lfd. Nr. | Nr.`,
  hi: `
    admission_number: Pravesh Sankhya | Pravesh Kramank | Scholar No. | Admission No | Chhatra Kramank | Vidyarthi Kramank | SR No. Register | Dakhila Sankhya
    name: Chhatra ka Naam | Vidyarthi ka Naam | Naam | Poora Naam | Student ka Naam | Chhatra Naam
    given_name: Pehla Naam | Pratham Naam
    family_name: Upnaam | Antim Naam | Kul Naam
    born_on: Janm Tithi | Janm Dinank | Janam Tithi | DOB | Janm ki Tithi
    gender: Ling | Gender | Ling (M/F)
    email: Email | Email ID | E-mail
    phone: Mobile Number | Phone Number | Doorbhash | Mobile No.
    address: Pata | Sthayi Pata | Ghar ka Pata | Niwas ka Pata
    classroom: Kaksha ka Naam | Kaksha evam Varg | Class Section
    level: Kaksha | Class | Standard | Shreni
    stream: Varg | Section | Anubhag
    school_year: Satra | Shaikshanik Varsh | Shaikshik Satra | Session
    enrolled_on: Pravesh Tithi | Pravesh Dinank | Namankan Tithi | Dakhila Tithi
    left_on: Nishkasan Tithi | TC Dinank | Chhodne ki Tithi
    -guardian: Pita ka Naam | Mata ka Naam | Abhibhavak ka Naam
    -guardian_phone: Pita ka Mobile | Abhibhavak Mobile No. | Mata ka Mobile
    -guardian_mail: Pita ka Email | Abhibhavak Email
    -nation: Jati | Dharm | Rashtriyata
    -serial: Kram Sankhya | Kra.Sa.`,
})
