import type { Field } from '../imports/kind'

/**
 * What the rows of a kind are about, in English, French, Spanish, Portuguese, German and Hindi in Latin script. Only who and
 * what the row itself is: a parent among students is somebody else, whose address is not the student's.
 */
export const SUBJECTS = {
  student:
    'student students pupil pupils learner child ward élève alumno alumna estudiante aluno aluna educando Schüler Schülerin Schülers Kind Kindes vidyarthi chhatra',
  parent:
    'parent parents guardian guardians contact carer père mère tuteur responsable représentant padre madre tutor apoderado responsável encarregado Eltern Elternteil Elternteils Erziehungsberechtigte Erziehungsberechtigten abhibhavak palak mata pita',
  teacher:
    'teacher teachers staff faculty enseignant enseignante professeur profesor profesora docente maestro professor professora Lehrer Lehrerin Lehrkraft adhyapak shikshak',
  employee:
    'employee emp staff worker associate employé salarié collaborateur empleado trabajador colaborador funcionário empregado Mitarbeiter Mitarbeiterin Arbeitnehmer karmchari',
  owner:
    'owner keeper holder contact propriétaire titulaire propietario titular proprietário Halter Eigentümer malik swami',
  vehicle: 'vehicle car véhicule vehículo veículo Fahrzeug Kfz vahan gaadi gadi',
  client:
    'client customer company contact invoice billing facturation facturación faturação facturação cliente Kunde Rechnung grahak',
  transaction:
    'transaction txn operation opération operación operação movement mouvement movimiento movimento lançamento Buchung lenden',
  entry: 'record time entry work timesheet saisie registro registo lançamento trabajo trabalho Arbeit Buchung karya',
  classroom: 'class classroom classe clase turma Klasse kaksha',
  exam: 'exam test assessment examen évaluation evaluación avaliação Prüfung Bewertung pariksha',
  tax: 'tax rate vehicle annual due taxe véhicule annuel annuelle impuesto vehículo anual imposto veículo Steuer Fahrzeug Jahres kar vahan varshik',
} as const

/** The fields, of which a header may say that they are the subject's. */
export const about = (subject: keyof typeof SUBJECTS, ...fields: Field[]): Field[] =>
  fields.map((field) => ({ ...field, about: SUBJECTS[subject] }))
