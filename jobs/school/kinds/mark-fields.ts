import type { Field } from '../../imports/kind'
import { field } from '../../shared/import-fields'
import { schoolYear } from './class-fields'
import { admissionNumber } from './fields'

/** Nobody else has a number in a list of marks: “ID number” is the student’s; a bare “No.” may count the rows. */
const ownNumber = (one: Field): Field => ({
  ...one,
  means: `${one.means} | ident number | ident user/external/internal | national number/ident | document student | register student/school`,
})

/** A mark a row: who, in what, for which assessment, how many. */
export const MARK_FIELDS: Field[] = [
  ownNumber(admissionNumber('admission_number', 'Admission number', true)),
  schoolYear(),
  field(
    'term',
    'Term',
    'text',
    {
      en: 'semester, trimester, period, quarter, school term, term name, grading period',
      fr: 'trimestre, semestre, période, période de notation',
      es: 'trimestre, periodo, bimestre, semestre, período, lapso',
      pt: 'bimestre, trimestre, período letivo, semestre, período, etapa',
      de: 'Halbjahr, Schulhalbjahr, Trimester, Semester',
      hi: 'avadhi, satra khand, timahi, chhamahi',
    },
    {
      means:
        'term school? assessment? number? year? | period school? grading? assessment? score? | grading term/cycle/period',
      looks: 'words',
      note: 'Term 1, Semester 2. A new name makes a new term of the year.',
      example: 'Term 1',
    },
  ),
  field(
    'subject',
    'Subject',
    'text',
    {
      en: 'subject name, course, course name, discipline, learning area, module',
      fr: 'matière, discipline, cours, nom de la matière, enseignement',
      es: 'asignatura, materia, nombre de la asignatura, área',
      pt: 'disciplina, matéria, nome da disciplina',
      de: 'Fach, Schulfach, Unterrichtsfach',
      hi: 'vishay, vishay ka naam',
    },
    {
      means: 'subject school? teaching? unit? heading? | course heading? | teaching unit?',
      looks: 'subject',
      note: 'The subject’s name. A new name makes a new subject.',
      example: 'Mathematics',
    },
  ),
  field(
    'assessment',
    'Assessment',
    'text',
    {
      en: 'exam, examination, test, exam name, test name, exam type, component, evaluation, assessment name, assessment type',
      fr: 'évaluation, examen, devoir, contrôle, épreuve, composition',
      es: 'evaluación, examen, prueba, tipo de evaluación, actividad',
      pt: 'avaliação, exame, prova, teste',
      de: 'Leistungsnachweis, Prüfung, Klassenarbeit, Klausur, Arbeit',
      hi: 'pariksha, parikshan, pariksha ka naam, mulyankan, jaanch pariksha',
    },
    {
      means: 'assessment type? heading? score? | task type? heading? | score task',
      looks: 'assessment',
      note: 'Which test or exam of the term. Left out, “Exam” is meant.',
      example: 'Mid-term test',
    },
  ),
  field(
    'score',
    'Score',
    'decimal',
    {
      en: 'mark, marks, points, result, grade, marks obtained, score obtained, mark obtained, obtained marks, marks scored, total marks obtained, points earned, raw score',
      fr: 'note, points, note obtenue, résultat',
      es: 'nota, calificación, puntaje, puntos, puntuación, nota obtenida',
      pt: 'nota do aluno, nota, pontuação, pontos, classificação, valores, nota obtida, resultado',
      de: 'Punktzahl, Punkte, Note, Ergebnis, erreichte Punkte, Bewertung',
      hi: 'ank, prapt ank, praptank, prapta ank',
    },
    {
      required: true,
      decimals: 3,
      min: 0,
      means:
        'score obtained? student? outof? digits? end? numeric? | score value | obtained total? | score obtained total | value/worth obtained | scoreobtained',
      looks: 'different_marks',
      note: 'Points scored, not a letter. Empty: the mark is missing, unless the status says why.',
      example: '15.5',
    },
  ),
  field(
    'maximum',
    'Maximum',
    'decimal',
    {
      en: 'out of, maximum score, max score, maximum marks, max marks, full marks, maximum points, max points, total marks, max, points possible',
      fr: 'barème, sur, note maximale, maximum, points maximum',
      es: 'puntaje máximo, nota máxima, máximo, sobre, puntuación máxima',
      pt: 'nota máxima, pontuação máxima, valor máximo, máximo',
      de: 'Höchstpunktzahl, maximale Punkte, Maximalpunkte, Höchstzahl, mögliche Punkte',
      hi: 'poornank, purnank, adhiktam ank, kul ank',
    },
    {
      decimals: 3,
      min: 0,
      means:
        'max score? total? value? count? number? worth? | outof score? | scoremax total? | possible score | out of? | score total/full | value assessment/total | worth total?',
      note: 'What the score is out of: 20, 100.',
      example: '20',
    },
  ),
  field(
    'weight',
    'Weight',
    'percent',
    {
      en: 'weighting, weight percent, percentage weight, weightage, contribution',
      fr: 'pondération, poids, poids de l’évaluation, coef',
      es: 'ponderación, peso, peso porcentual',
      pt: 'ponderação, peso da avaliação, peso',
      de: 'Gewichtung, Gewicht, Wertung',
      hi: 'bhaar, weightage pratishat, bhar',
    },
    {
      min: 0,
      means: 'weight assessment? score? average? total? category? | percent score end?',
      note: 'How much the assessment counts within the subject. Left out: 100%.',
      example: '40%',
    },
  ),
  field(
    'status',
    'Status',
    'text',
    {
      en: 'mark status, attendance status, state',
      fr: 'statut, état, présence',
      es: 'estado, situación, estado de la nota',
      pt: 'situação, estado, estatuto',
      de: 'Stand, Anwesenheitsstatus, Zustand, Teilnahmestatus',
      hi: 'sthiti, upasthiti sthiti, upasthiti',
    },
    {
      means: 'status assessment? present? student? score? | present student? absent?',
      looks: 'words',
      note: 'scored, absent, exempt or missing. Left out, a score is scored and an empty one missing.',
      example: 'scored',
    },
  ),
  field(
    'comment',
    'Comment',
    'text',
    {
      en: 'remark, remarks, comments, teacher comment, teacher remarks, observation, feedback',
      fr: 'appréciation, commentaire, observation, remarque',
      es: 'observación, comentario, observaciones, comentarios, notas del docente, notas del profesor',
      pt: 'observação, comentário, observações, comentários, notas do professor',
      de: 'Bemerkung, Kommentar, Anmerkung, Bemerkungen',
      hi: 'tippani, abhyukti',
    },
    {
      means: 'comment teacher? student? assessment? total? | description comment',
      looks: 'words',
      note: 'The teacher’s word on the mark.',
      example: 'Works steadily',
    },
  ),
]
