import type { Field } from '../../imports/kind'
import { field } from '../../shared/import-fields'
import { about, SUBJECTS } from '../../shared/import-subjects'
import { addressField, emailField, nameFields, phoneField } from '../../shared/person-fields'

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
      required,
      note: 'The number the student is entered under. Leading zeros count.',
      example: '2025-0041',
    },
  )

const level = (required: boolean): Field =>
  field(
    'level',
    'Level',
    'text',
    {
      en: 'class level, grade, grade level, form, year group, standard, class grade, school grade',
      fr: 'niveau, classe niveau, niveau de classe, niveau scolaire',
      es: 'nivel, grado, curso, nivel escolar, curso de matrícula',
      pt: 'série, ano de escolaridade, nível, etapa, ano de escolarização',
      de: 'Klassenstufe, Jahrgangsstufe, Stufe, Jahrgang, Jgst',
      hi: 'kaksha star, star, darja',
    },
    { required, note: 'The level of the class: Form 1, Grade 7, 6e.', example: 'Form 1' },
  )

const stream = (): Field =>
  field(
    'stream',
    'Stream',
    'text',
    {
      en: 'class stream, section, division, class section, arm, div',
      fr: 'filière, section',
      es: 'sección, grupo, paralelo, división',
      pt: 'turma, seção, secção',
      de: 'Zug, Klassenzug, Parallelklasse',
      hi: 'varg, anubhag, section',
    },
    { note: 'Which of the classes of a level: A, Blue, Science. Empty where there is only one.', example: 'A' },
  )

export const schoolYear = (): Field =>
  field(
    'school_year',
    'School year',
    'identifier',
    {
      en: 'academic year, school session, session, academic session, year',
      fr: 'année scolaire, année académique',
      es: 'año escolar, año lectivo, año académico, curso escolar, gestión, curso académico',
      pt: 'ano letivo, ano lectivo, ano acadêmico',
      de: 'Schuljahr, Studienjahr',
      hi: 'shaikshik varsh, satra, shaikshanik satra',
    },
    { note: '2025, or 2025/2026. Left out, the current school year is meant.', example: '2025/2026' },
  )

const classroom = (): Field =>
  field(
    'classroom',
    'Class',
    'text',
    {
      en: 'classroom, class name, class room, homeroom, form class, class group, registration group',
      fr: 'classe, nom de la classe, classe de rattachement',
      es: 'clase, aula, nombre de la clase, grupo de clase, unidad',
      pt: 'classe, nome da turma, sala de aula, código da turma',
      de: 'Klasse, Klassenname, Schulklasse, Stammklasse, Kl',
      hi: 'kaksha, class ka naam',
    },
    {
      note: 'Level and stream in one: Form 1 A. Where they have columns of their own, leave this out.',
      example: 'Form 1 A',
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
    { note, example: '19850412-7781' },
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
    { note: 'The day of birth.', example: '2012-09-14' },
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
    { note: 'As the school writes it: F, M, girl, boy.', example: 'F' },
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
    { note: 'The first day at the school.', example: '2025-09-01' },
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
    { note: 'The last day at the school. An empty cell leaves what is known.', example: '' },
  ),
]

export const CLASSROOM_FIELDS: Field[] = [
  field(
    'level',
    'Level',
    'text',
    {
      en: 'class, class name, class level, grade, grade level, form, year group, standard, class grade',
      fr: 'niveau, classe, nom de la classe, niveau de classe, niveau scolaire',
      es: 'nivel, grado, curso, clase, nivel escolar',
      pt: 'série, nível, ano de escolaridade, classe, etapa',
      de: 'Klassenstufe, Klasse, Jahrgangsstufe, Stufe, Jahrgang, Jgst',
      hi: 'kaksha star, kaksha, star, darja',
    },
    { required: true, note: 'The level of the class: Form 1, Grade 7, 6e.', example: 'Form 1' },
  ),
  stream(),
  schoolYear(),
  field(
    'capacity',
    'Capacity',
    'integer',
    {
      en: 'seats, places, maximum students, max students, class size, size, max capacity, maximum capacity, number of places, seat count',
      fr: 'capacité, places, effectif maximum, nombre de places, effectif max',
      es: 'capacidad, cupo, plazas, cupos, aforo, cupo máximo, vacantes totales',
      pt: 'capacidade da turma, vagas, lotação, número de vagas, capacidade',
      de: 'Kapazität, Plätze, Platzzahl, Höchstzahl, Klassengröße, Klassenteiler',
      hi: 'kshamta, seat, seats sankhya, sthan',
    },
    { min: 1, max: 10_000, note: 'How many students the class takes. Empty: no limit is kept.', example: '40' },
  ),
  field(
    'class_teacher',
    'Class teacher',
    'text',
    {
      en: 'teacher, homeroom teacher, form teacher, form tutor, class master, class tutor, teacher in charge, form master, teacher name, class teacher name',
      fr: 'professeur principal, titulaire, enseignant, maître, professeur, prof principal, professeur titulaire',
      es: 'tutor, profesor tutor, maestro, profesor, docente, profesor jefe, maestro titular',
      pt: 'diretor de turma, professor, professor titular, regente, professor regente, director de turma, professor responsável',
      de: 'Klassenlehrer, Klassenlehrerin, Klassenleitung, Lehrkraft, Lehrer, Klassenvorstand',
      hi: 'kaksha adhyapak, kaksha shikshak, adhyapak, shikshak, varg shikshak',
    },
    { note: 'The teacher’s name, identity number or e-mail; the teachers are imported first.', example: '' },
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
    { note: 'The first day at the school.', example: '2019-09-01' },
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
    { note: 'Mother, father, guardian: as the school writes it.', example: 'mother' },
  ),
]
