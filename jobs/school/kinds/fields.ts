import type { Field } from '../../imports/kind'
import { field } from '../../shared/import-fields'
import { about, SUBJECTS } from '../../shared/import-subjects'
import { addressField, emailField, nameFields, phoneField } from '../../shared/person-fields'
import { classroom, level, schoolYear, stream } from './class-fields'

// How schools call these columns in English, French, Spanish, Portuguese, German and Hindi in Latin script.

export const admissionNumber = (name: string, label: string, required: boolean): Field =>
  field(
    name,
    label,
    'identifier',
    {
      en: 'admission number, admission no, adm no, adno, scholar no, gr no, sr no register, student id, student no, student number, student code, pupil id, pupil number, learner id, registration number, reg no, enrolment number, enrollment no, roll number, roll no, index number',
      fr: 'matricule de l’élève, matricule, numéro matricule, numéro élève, numéro d’élève, id élève, n° d’inscription, numéro d’inscription, ine, identifiant élève',
      es: 'número de matrícula, matrícula, código de estudiante, código del alumno, número de alumno, id alumno, no de estudiante, legajo, número de expediente, id escolar',
      pt: 'número de matrícula do aluno, número do aluno, nº do aluno, código do aluno, matrícula do aluno, id aluno, número de processo, ra',
      de: 'Schülernummer, Schüler-Nr, Schüler-ID, Matrikelnummer, Aufnahmenummer',
      hi: 'pravesh sankhya, vidyarthi sankhya, pravesh kramank, chhatra sankhya, anukramank, roll nambar',
    },
    {
      means:
        'student/admission/enrol/register/roll/file/control/unique/seat number admission? assessment? student? school? national? works? card? idcard? status? | matricule number? student? | school number | unique student number',
      required,
      note: 'The number the student is entered under. Leading zeros count.',
      example: '2025-0041',
    },
  )

const nationalId = (label: string, note: string): Field =>
  field(
    'national_id',
    label,
    'identifier',
    {
      en: 'national id, id number, id card, id card number, national identity number, identity number, identity card, nin, nid, ssn, passport number, citizen id, aadhaar, aadhaar number, id no, national id no, nic number, nic no',
      fr: 'numéro d’identité, cni, carte d’identité, numéro cni, n° cni, pièce d’identité, numéro pièce d’identité',
      es: 'documento de identidad, dni, cédula, cédula de identidad, número de documento, documento, cui, curp, nif, dni/nie, nrp',
      pt: 'bilhete de identidade, cpf, documento de identidade, número do documento, cartão de cidadão, bi, rg',
      de: 'Ausweisnummer, Personalausweisnummer, Personalausweis, Ausweis-Nr',
      hi: 'pehchan sankhya, aadhaar sankhya, pehchan patra sankhya',
    },
    {
      means:
        'idcard number? identity? national? card? document? passport? | identity/national/citizen number/card/document number? national? | passport number? | document number | national identity card? number? | @ number',
      note,
      example: '19850412-7781',
    },
  )

export const STUDENT_FIELDS: Field[] = [
  admissionNumber('admission_number', 'Admission number', true),
  ...nameFields({
    en: 'student name, name of student, pupil name, learner name',
    fr: 'nom de l’élève, nom élève, élève',
    es: 'nombre del alumno, nombre del estudiante, alumno, estudiante',
    pt: 'nome do aluno, aluno, nome do estudante',
    de: 'Name des Schülers, Schülername, Name der Schülerin',
    hi: 'vidyarthi ka naam, chhatra ka naam',
  }),
  field(
    'born_on',
    'Date of birth',
    'date',
    {
      en: 'birth date, dob, born, born on, birthday, birthdate',
      fr: 'date de naissance, né le, née le, naissance',
      es: 'fecha de nacimiento, nacimiento, f nacimiento',
      pt: 'data de nascimento, nascimento, data nasc',
      de: 'Geburtsdatum, geboren am, Geburtstag',
      hi: 'janm tithi, janm tarikh, janm dinank',
    },
    { means: 'birth', note: 'The day of birth.', example: '2012-09-14' },
  ),
  field(
    'gender',
    'Gender',
    'text',
    {
      en: 'sex, m/f',
      fr: 'sexe, genre',
      es: 'género, sexo',
      pt: 'gênero, género',
      de: 'Geschlecht',
      hi: 'ling',
    },
    {
      means: 'gender male? female? other? | male female other?',
      note: 'As the school writes it: F, M, girl, boy.',
      example: 'F',
    },
  ),
  emailField('One address, where the student has one.'),
  phoneField(),
  addressField(),
  classroom(),
  level(false),
  stream(),
  schoolYear(),
  field(
    'enrolled_on',
    'Enrolled on',
    'date',
    {
      en: 'admission date, date of admission, enrolment date, enrollment date, date enrolled, date joined, joining date, entry date',
      fr: 'date d’inscription, inscrit le, date d’entrée, date d’admission',
      es: 'fecha de inscripción, fecha de ingreso, fecha de matrícula, fecha de admisión, fecha de alta, f matrícula',
      pt: 'data de matrícula, data de inscrição, data de ingresso, data de entrada',
      de: 'Aufnahmedatum, Eintrittsdatum, eingeschult am, Einschulung, Anmeldedatum',
      hi: 'pravesh tithi, pravesh tarikh, dakhila tarikh, namankan tithi',
    },
    {
      means: 'enrol/admission/entry/join/register/hire/start/since school?',
      note: 'The first day at the school.',
      example: '2025-09-01',
    },
  ),
  field(
    'left_on',
    'Left on',
    'date',
    {
      en: 'leaving date, date of leaving, date left, exit date, withdrawal date, withdrawn on',
      fr: 'date de départ, date de sortie, parti le, date de radiation, sorti le',
      es: 'fecha de salida, fecha de baja, fecha de retiro',
      pt: 'data de saída, data de desistência, data de transferência',
      de: 'Abgangsdatum, Austrittsdatum, abgegangen am, Entlassung',
      hi: 'chhodne ki tithi, nikas tithi, nishkasan tithi, tc dinank',
    },
    {
      means: 'leave/end school?',
      note: 'The last day at the school. An empty cell leaves what is known.',
      example: '',
    },
  ),
]

export const TEACHER_FIELDS: Field[] = [
  nationalId(
    'National ID',
    'The number of the identity card, or the one the school gives. Without it the e-mail stands for the teacher.',
  ),
  ...nameFields({
    en: 'teacher name, name of teacher, staff name',
    fr: 'nom de l’enseignant, nom enseignant, enseignant, professeur',
    es: 'nombre del profesor, nombre del docente, docente, profesor, maestro',
    pt: 'nome do professor, professor, docente',
    de: 'Name der Lehrkraft, Lehrername, Lehrkraft, Lehrer',
    hi: 'adhyapak ka naam, shikshak ka naam, adhyapak',
  }),
  emailField('One address. Without a national ID it stands for the teacher.'),
  phoneField(),
  field(
    'hire_date',
    'Teaching since',
    'date',
    {
      en: 'hire date, date of hire, date hired, joining date, date of joining, date joined, start date, appointment date, date of appointment, employed on',
      fr: 'date d’embauche, date d’entrée, en poste depuis, date de prise de fonction',
      es: 'fecha de contratación, fecha de ingreso, fecha de alta, fecha de nombramiento',
      pt: 'data de admissão, data de contratação, data de ingresso, data de entrada',
      de: 'Eintrittsdatum, Dienstantritt, Einstellungsdatum, eingestellt am',
      hi: 'niyukti tithi, niyukti tarikh, bharti tarikh',
    },
    {
      means:
        'hire/join/entry/start/since service? function? teaching? school? employment? contract? position? | employment date | taking function | seniority',
      note: 'The first day at the school.',
      example: '2019-09-01',
    },
  ),
]

export const PARENT_FIELDS: Field[] = [
  ...about(
    'parent',
    nationalId('National ID', 'The number of the identity card. Without it e-mail or phone stand for the parent.'),
    ...nameFields({
      en: 'parent name, guardian name, name of parent, name of guardian, parent guardian name, parent guardian, parent carer name',
      fr: 'nom du parent, nom du tuteur, parent, tuteur, responsable légal, responsable',
      es: 'nombre del padre, nombre del apoderado, nombre del tutor, apoderado, tutor, acudiente, padre madre',
      pt: 'nome do encarregado, encarregado de educação, nome do responsável, responsável',
      de: 'Name des Erziehungsberechtigten, Erziehungsberechtigter, Elternteil, Sorgeberechtigter, Kontaktperson',
      hi: 'abhibhavak ka naam, mata pita ka naam, abhibhavak, palak, sanrakshak ka naam',
    }),
    emailField('One address. Results are sent there.'),
    phoneField(),
  ),
  {
    ...admissionNumber('student_admission_number', 'Student admission number', true),
    about: SUBJECTS.student,
    note: 'Whose parent it is: the admission number of the student; several apart by semicolons. The students are imported first.',
  },
  field(
    'kinship',
    'Relationship',
    'text',
    {
      en: 'relation, kinship, relationship to student, relation to student, parent type, guardian type, relationship with student',
      fr: 'lien de parenté, lien, parenté, qualité',
      es: 'parentesco, relación, vínculo, tipo de tutor',
      pt: 'grau de parentesco, parentesco, vínculo',
      de: 'Verwandtschaft, Verhältnis, Verwandtschaftsverhältnis, Beziehung, Verhältnis zum Kind',
      hi: 'sambandh, rishta, naata',
    },
    {
      means: 'relation student? level? type? | parent type | type relation',
      note: 'Mother, father, guardian: as the school writes it.',
      example: 'mother',
    },
  ),
]
