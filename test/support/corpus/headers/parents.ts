import { type Headers, headers } from '../header-list'

// Contact and guardian lists of the programs that headers/students.ts names, and the import sheets schools are given for
// parents' portals (OneRoster, ParentSquare, Schoology; Kidicared, WebUntis; Alexia Familia; ClassApp).

export const PARENTS: Headers = headers({
  en: `
    national_id: National ID | ID Number | Identity Card No | NIC Number | National ID Number | Passport/ID No
    name: Parent Name | Guardian Name | Contact Name | Parent/Guardian | Name | Full Name | Name of Parent | Parent/Carer Name
    given_name: First Name | Parent First Name | Contact Forename | Guardian First Name | Forename | Given Name
    family_name: Last Name | Parent Last Name | Contact Surname | Guardian Last Name | Surname
    email: Email | Parent Email | Contact Email | Guardian Email | E-mail Address | Primary Email
    phone: Phone | Mobile | Parent Phone | Guardian Mobile | Contact Phone | Primary Phone | Mobile Number | Cell
    student_admission_number: Student ID | Admission Number | Student Number | Pupil ID | Ward Admission Number | Child Admission No | Student Admission No. | Students | Linked Student ID
    kinship: Relationship | Relation | Relationship to Student | Relation to Pupil | Relationship to Child | Guardian Type
    -student: Student Name | Child Name | Pupil Name | Student Full Name
    -job: Occupation | Employer | Profession | Job
    -priority: Contact Priority | Lives With Student | Parental Responsibility | Emergency Contact
    -place: City | Postcode | ZIP | Town`,
  fr: `
    national_id: N° carte d'identité | CNI | N° de CNI | Numéro d'identité | N° pièce d'identité
    name: Responsable | Responsable légal | Nom du responsable | Parent | Nom du parent | Nom complet | Représentant légal
    given_name: Prénom | Prénom du responsable | Prénom responsable | Prénom du parent
    family_name: Nom | Nom de famille | Nom responsable | Nom de famille du responsable
    email: E-mail | Courriel | Adresse e-mail du responsable | Mail responsable | Courriel responsable | Adresse mail
    phone: Téléphone | Tél. portable | Portable | Tél. domicile | Téléphone responsable | Tél. mobile
    student_admission_number: Matricule élève | N° élève | Matricule de l'élève | Identifiant élève | INE élève | Numéro élève | N° matricule enfant
    kinship: Lien de parenté | Parenté | Lien | Lien avec l'élève | Qualité
    -student: Nom de l'élève | Élève | Prénom de l'enfant | Nom enfant
    -job: Profession | Employeur | Catégorie socioprofessionnelle
    -priority: Paie les frais | Contact prioritaire | Niveau de responsabilité
    -place: Commune | Code postal | Ville`,
  es: `
    national_id: DNI | NIF | Documento de identidad | DNI/NIE | Nº documento | DNI tutor | Cédula
    name: Tutor | Nombre del tutor | Padre/Madre | Responsable | Nombre completo | Tutor legal | Nombre del apoderado | Nombre y apellidos
    given_name: Nombre | Nombre tutor | Nombres | Nombre del padre/madre
    family_name: Apellidos | Apellidos tutor | Apellidos del tutor | Apellido
    email: Correo electrónico | Email | Correo del tutor | E-mail tutor | Correo
    phone: Teléfono | Móvil | Teléfono tutor | Celular | Tlf. móvil | Teléfono de contacto
    student_admission_number: Matrícula del alumno | Nº expediente alumno | Código alumno | Id. alumno | Nº matrícula alumno | Matrícula del estudiante
    kinship: Parentesco | Relación | Vínculo | Relación con el alumno | Tipo de tutor
    -student: Alumno | Nombre del alumno | Apellidos del alumno | Hijo/a
    -job: Profesión | Ocupación | Empresa
    -priority: Custodia | Recibe comunicaciones | Contacto de emergencia
    -place: Localidad | Código postal | Municipio`,
  pt: `
    national_id: CPF | RG | Nº do documento | Cartão de Cidadão | CPF do responsável | Nº CC | BI
    name: Responsável | Nome do responsável | Encarregado de educação | Nome do EE | Nome do encarregado | Nome completo | Responsável legal
    given_name: Primeiro nome | Nome próprio | Primeiro nome do responsável
    family_name: Sobrenome | Apelido | Sobrenome do responsável
    email: E-mail | E-mail do responsável | Email do EE | Correio eletrónico | E-mail do encarregado
    phone: Telefone | Celular | Telemóvel | Telefone do responsável | Contacto do EE | Celular do responsável
    student_admission_number: Matrícula do aluno | Nº do aluno | RA do aluno | Nº processo do aluno | Código do aluno | Número do aluno
    kinship: Parentesco | Grau de parentesco | Vínculo | Relação com o aluno
    -student: Aluno | Nome do aluno | Nome do educando | Educando
    -job: Profissão | Ocupação | Empresa
    -priority: Responsável financeiro | Autorizado a buscar | Contacto de emergência
    -place: Cidade | CEP | Localidade | Bairro`,
  de: `
    national_id: Ausweisnummer | Personalausweisnr. | Ausweis-Nr. | AHV-Nummer | Identitätskarte Nr.
    name: Erziehungsberechtigte/r | Elternteil | Name des Elternteils | Sorgeberechtigter | Name des Erziehungsberechtigten | Name, Vorname | Kontaktperson
    given_name: Vorname | Vorname Elternteil | Vorname Erziehungsberechtigte | Rufname
    family_name: Nachname | Familienname | Nachname Elternteil | Name | Nachname Erziehungsberechtigte
    email: E-Mail | E-Mail-Adresse | E-Mail Elternteil | E-Mail Eltern | Mailadresse
    phone: Telefon | Mobil | Telefonnummer | Handy | Telefon Elternteil | Handynummer | Tel. privat
    student_admission_number: Schülernummer | Schüler-ID | Schüler-Nr. | Schülernummer des Kindes | ID-Schüler | Schülerkennzahl | Nr. des Kindes
    kinship: Verwandtschaft | Beziehung | Verwandtschaftsgrad | Verhältnis zum Kind | Art des Erziehungsberechtigten
    -student: Name des Kindes | Schüler | Name des Schülers | Kind
    -job: Beruf | Arbeitgeber
    -priority: Sorgerecht | Notfallkontakt | Erhält Anschreiben
    -place: Ort | PLZ | Wohnort`,
  hi: `
    national_id: Aadhaar Number | Aadhaar No. | Pehchan Patra Kramank | Aadhar Sankhya
    name: Abhibhavak ka Naam | Palak ka Naam | Parent ka Naam | Naam | Mata/Pita ka Naam | Sanrakshak ka Naam
    given_name: Pehla Naam | Pratham Naam
    family_name: Upnaam | Kul Naam | Antim Naam
    email: Email | Email ID | Abhibhavak Email
    phone: Mobile Number | Mobile No. | Abhibhavak Mobile | Doorbhash | Phone
    student_admission_number: Chhatra Pravesh Sankhya | Vidyarthi Kramank | Pravesh Sankhya | Student Admission No | Chhatra Kramank | Chhatra ki Pravesh Sankhya
    kinship: Sambandh | Rishta | Chhatra se Sambandh | Relation
    -student: Chhatra ka Naam | Vidyarthi ka Naam | Bachche ka Naam
    -job: Vyavsay | Pesha
    -priority: Aapatkalin Sampark | Mukhya Sampark
    -place: Gaon | Zila | Pin Code`,
})
