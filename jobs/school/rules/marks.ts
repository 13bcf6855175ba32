import type { Finding, OfficeFacts, Row, RowPlan } from '../../imports/kind'
import { changesOf, finding, madeOnce, numberOf, rowPlan, saidBefore, textOf } from '../../shared/planning'
import { fold } from '../../values/fold'
import { nearest } from '../../values/nearest'
import { type NamedYear, type YearFacts, yearOf } from './academic-year'
import { type KnownPerson, lookups } from './people'

export type MarkStatus = 'scored' | 'absent' | 'exempt' | 'missing'

export type KnownAssessment = {
  id: number
  year: string
  term: string
  subject: string
  name: string
  maximumMilli: number
  weightPpm: number
}
export type KnownMark = {
  id: number
  studentId: number
  assessmentId: number
  status: MarkStatus
  scoreMilli: number | null
  comment: string | null
}
export type MarkSnapshot = YearFacts & {
  students: KnownPerson[]
  subjects: string[]
  assessments: KnownAssessment[]
  marks: KnownMark[]
}
export type MarkOptions = {
  academic_year_id?: number | undefined
  term?: string | undefined
  subject?: string | undefined
  assessment?: string | undefined
  /** As a plain decimal: '20'. */
  maximum?: string | undefined
}

export type MarkDeed = {
  studentId: number
  assessment: KnownAssessment | null
  year: NamedYear
  term: string
  subject: string
  name: string
  maximumMilli: number
  weightPpm: number
  status: MarkStatus
  scoreMilli: number | null
  comment: string | null
}

const WHOLE_WEIGHT = 1_000_000
const UNNAMED = 'Exam'

const nameKey = (...names: string[]): string => names.map(fold).join('|')
const assessments = madeOnce(
  (snapshot: MarkSnapshot) =>
    new Map(snapshot.assessments.map((one) => [nameKey(one.year, one.term, one.subject, one.name), one])),
)
const marks = madeOnce(
  (snapshot: MarkSnapshot) => new Map(snapshot.marks.map((one) => [`${one.studentId}|${one.assessmentId}`, one])),
)
const saidOf = madeOnce((_snapshot: MarkSnapshot) => new Map<string, string>())

/** `15.5` as 15,500 thousandths. The importer lets no more than three decimals through. */
export const milliOf = (decimal: string): number => Math.round(Number(decimal) * 1000)
export const decimalOfMilli = (milli: number): string => String(milli / 1000)

/** Decides what one row of a marks file does: one mark for each student and assessment. */
export function decideMark(
  row: Row,
  snapshot: MarkSnapshot,
  options: MarkOptions,
  office: OfficeFacts,
): { plan: RowPlan; deed: MarkDeed | null } {
  const errors: Finding[] = []
  const warnings: Finding[] = []
  const number = textOf(row, 'admission_number')
  const student = number === null ? undefined : lookups(snapshot.students).ref.get(number)
  if (number === null) errors.push(finding('admission_number', null, 'school.admission_number_missing'))
  else if (!student) errors.push(finding('admission_number', number, 'school.unknown_student', { number }))
  const { year, error } = yearOf(row, snapshot, office.today)
  if (error) errors.push(error)
  const term = textOf(row, 'term') ?? options.term ?? null
  if (term === null) errors.push(finding('term', null, 'school.term_missing'))
  const subject = textOf(row, 'subject') ?? options.subject ?? null
  if (subject === null) errors.push(finding('subject', null, 'school.subject_missing'))
  else warnings.push(...newSubject(subject, snapshot.subjects))
  const name = textOf(row, 'assessment') ?? options.assessment ?? UNNAMED
  const score = scoreOf(row, errors)
  if (!student || !year || term === null || subject === null) {
    return { plan: rowPlan({ key: null, entity: null, changes: [], errors }), deed: null }
  }

  const about = nameKey(year.name, term, subject, name)
  const assessment = assessments(snapshot).get(about) ?? null
  const measure = measureOf(row, { assessment, about, options, name }, snapshot, errors)
  if (measure && score.scoreMilli !== null && score.scoreMilli > measure.maximumMilli) {
    const params = { found: decimalOfMilli(score.scoreMilli), maximum: decimalOfMilli(measure.maximumMilli) }
    errors.push(finding('score', params.found, 'school.score_over_maximum', params))
  }
  const mark = assessment ? (marks(snapshot).get(`${student.partyId}|${assessment.id}`) ?? null) : null
  const comment = textOf(row, 'comment')
  const shown = (milli: number | null) => (milli === null ? null : decimalOfMilli(milli))
  const changes = [
    ...changesOf([
      ['status', mark?.status ?? null, score.status],
      ['comment', mark?.comment ?? null, comment],
    ]),
    // A score that goes away, because the student was absent after all, is a change too.
    ...(mark && mark.scoreMilli !== score.scoreMilli
      ? [{ field: 'score', before: shown(mark.scoreMilli), after: shown(score.scoreMilli) }]
      : []),
  ]
  const key = `${student.partyId}|${about}`
  const plan = rowPlan({ key, entity: mark ? `mark:${mark.id}` : null, changes, errors, warnings })
  if (errors.length > 0 || !measure) return { plan, deed: null }
  const deed = { studentId: student.partyId, assessment, year, term, subject, name, ...measure, ...score, comment }
  return { plan, deed }
}

/** A new subject is made; where one of nearly that name is known, that is said. */
function newSubject(subject: string, known: string[]): Finding[] {
  if (known.some((one) => fold(one) === fold(subject))) return []
  const near = nearest(subject, known)[0]
  return near === undefined ? [] : [finding('subject', subject, 'school.subject_like', { found: subject, near })]
}

const STATUSES: Record<string, MarkStatus> = {
  scored: 'scored',
  present: 'scored',
  p: 'scored',
  absent: 'absent',
  abs: 'absent',
  a: 'absent',
  exempt: 'exempt',
  ex: 'exempt',
  exempted: 'exempt',
  missing: 'missing',
}

function scoreOf(row: Row, errors: Finding[]): { status: MarkStatus; scoreMilli: number | null } {
  const score = textOf(row, 'score')
  const said = textOf(row, 'status')
  const scoreMilli = score === null ? null : milliOf(score)
  const told = said === null ? null : STATUSES[fold(said)]
  const status = told ?? (scoreMilli === null ? 'missing' : 'scored')
  if (told === undefined) errors.push(finding('status', said, 'school.unknown_status', { found: said }))
  else if (status === 'scored' && scoreMilli === null) errors.push(finding('score', null, 'school.score_missing'))
  else if (status !== 'scored' && scoreMilli !== null) {
    errors.push(finding('status', said, 'school.score_with_status', { status, score: score ?? '' }))
  }
  return { status, scoreMilli }
}

type About = { assessment: KnownAssessment | null; about: string; options: MarkOptions; name: string }

/** What the assessment is out of and how much it counts: it is one word for all of its marks. */
function measureOf(
  row: Row,
  { assessment, about, options, name }: About,
  snapshot: MarkSnapshot,
  errors: Finding[],
): { maximumMilli: number; weightPpm: number } | null {
  const toldMaximum = textOf(row, 'maximum') ?? (assessment ? null : (options.maximum ?? null))
  const maximumMilli = toldMaximum === null ? assessment?.maximumMilli : milliOf(toldMaximum)
  const weightPpm = numberOf(row, 'weight') ?? assessment?.weightPpm ?? WHOLE_WEIGHT
  if (maximumMilli === undefined) errors.push(finding('maximum', null, 'school.maximum_missing'))
  else if (maximumMilli <= 0)
    errors.push(finding('maximum', toldMaximum, 'school.maximum_zero', { found: toldMaximum }))
  if (weightPpm <= 0) errors.push(finding('weight', String(weightPpm), 'school.weight_zero'))
  if (errors.length > 0 || maximumMilli === undefined) return null
  const word = `${maximumMilli}/${weightPpm}`
  const known = assessment && `${assessment.maximumMilli}/${assessment.weightPpm}`
  const other = known === null ? saidBefore(saidOf(snapshot), about, word) : known === word ? null : known
  if (other !== null) {
    const [maximum = 0, weight = 0] = other.split('/').map(Number)
    const params = { name, maximum: decimalOfMilli(maximum), weight: `${weight / 10_000}%` }
    errors.push(finding('maximum', decimalOfMilli(maximumMilli), 'school.assessment_differs', params))
  }
  return { maximumMilli, weightPpm }
}
