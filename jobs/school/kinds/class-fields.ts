import type { Field } from '../../imports/kind'
import { field } from '../../shared/import-fields'

// How schools call the columns about classes, in English, French, Spanish, Portuguese, German and Hindi in Latin script.

export const level = (required: boolean): Field =>
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
    {
      required,
      creates: { code: 'school.unknown_classroom' },
      means: 'level class? school? teaching? | class level | year',
      looks: 'class_level',
      note: 'The level of the class: Form 1, Grade 7, 6e.',
      example: 'Form 1',
    },
  )

export const stream = (): Field =>
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
    {
      means: 'stream class? | class stream | group | class group | letter class?',
      note: 'Which of the classes of a level: A, Blue, Science. Empty where there is only one.',
      example: 'A',
    },
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
    {
      means:
        'school/teaching/study year name? | session school? | school session/period | school cycle | year calendar? | schoolyear | course school? | exercise school',
      looks: 'school_year',
      note: '2025, or 2025/2026. Left out, the current school year is meant.',
      example: '2025/2026',
    },
  )

export const classroom = (): Field =>
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
      creates: { code: 'school.unknown_classroom' },
      means:
        'class number? register? school? current? home? | homeroom | group | class group/section/stream | register/teacher/level/school group | unit',
      note: 'Level and stream in one: Form 1 A. Where they have columns of their own, leave this out.',
      example: 'Form 1 A',
    },
  )

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
    {
      required: true,
      means: 'level class? school? teaching? | class | year',
      looks: 'class_level',
      note: 'The level of the class: Form 1, Grade 7, 6e.',
      example: 'Form 1',
    },
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
    {
      min: 1,
      max: 10_000,
      means:
        'capacity max? class? student? total? seat? enrol? room? limit? number? | seat/places max? total? class? student? number? | max student/enrol/strength/size/count/number class? student? size? number? | limit student? class? size?',
      note: 'How many students the class takes. Empty: no limit is kept.',
      example: '40',
    },
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
    {
      creates: { code: 'school.unknown_teacher', named: true },
      means:
        'teacher class? homeroom? level? stream? group? main? incharge? name? | incharge class? stream? group? level? | leadership class? group?',
      note: 'The teacher’s name, identity number or e-mail; the teachers are imported first.',
      example: '',
    },
  ),
]
