import { type Headers, headers } from '../header-list'

// Mark books and result sheets of the programs that headers/students.ts names, a mark a line: PowerTeacher, Canvas, Gibbon,
// SIMS Assessment (English); Pronote, Sacoche (French); Séneca, Alexia (Spanish); i-Diário, Inovar (Portuguese); Notenmanager,
// SchILD, Untis (German); result registers of Indian schools.

export const MARKS: Headers = headers({
  en: `
    admission_number: Student ID | Admission No | Student Number | SIS User ID | Admission Number | Student No. | Pupil ID | Candidate Number | Reg. No.
    school_year: Academic Year | School Year | Session | Academic Session
    term: Term | Semester | Grading Period | Marking Period | Term Name | Quarter | Exam Term | Reporting Term
    subject: Subject | Course | Course Name | Subject Name | Paper | Learning Area
    assessment: Assessment | Assignment | Assignment Name | Exam | Test | Test Name | Exam Name | Assessment Name | Exam Type
    score: Score | Marks | Mark | Points | Marks Obtained | Raw Score | Points Earned | Marks Scored | Result
    maximum: Max Marks | Points Possible | Out Of | Maximum Marks | Max Score | Total Marks | Full Marks | Maximum Score
    weight: Weight | Weighting | Weight % | Weightage | Percentage Weight
    status: Status | Attendance Status | Mark Status | Exam Status
    comment: Comment | Remarks | Teacher Comment | Comments | Feedback | Teacher's Remark
    -student: Student Name | Student | Pupil Name | Name
    -class: Class | Section | Grade Level | Year Group
    -letter: Letter Grade | Grade Letter | GPA | Rank | Position
    -teacher: Teacher | Marked By | Examiner
    -day: Date | Due Date | Exam Date`,
  fr: `
    admission_number: Matricule | N° élève | Identifiant élève | INE | N° matricule | Matricule élève | Numéro élève
    school_year: Année scolaire | Année | Année scolaire en cours
    term: Trimestre | Période | Semestre | Période de notation
    subject: Matière | Discipline | Service | Enseignement | Libellé matière
    assessment: Devoir | Évaluation | Épreuve | Contrôle | Intitulé du devoir | Nom du devoir | Examen
    score: Note | Note obtenue | Points | Résultat | Note élève
    maximum: Barème | Note maximale | Sur | Noté sur | Note max.
    weight: Coefficient | Coef. | Pondération | Poids
    status: Statut | Statut de la note | État
    comment: Appréciation | Commentaire | Remarque | Observations | Appréciation du professeur
    -student: Élève | Nom de l'élève | Nom Prénom
    -class: Classe | Groupe
    -letter: Rang | Moyenne de la classe | Mention
    -teacher: Professeur | Enseignant | Correcteur
    -day: Date | Date du devoir`,
  es: `
    admission_number: Matrícula | Nº de matrícula | Código del alumno | Nº expediente | Id. alumno | Código estudiante
    school_year: Año académico | Curso académico | Curso escolar | Año lectivo
    term: Evaluación | Trimestre | Período | Periodo | Bimestre | Semestre
    subject: Asignatura | Materia | Área | Nombre de la asignatura
    assessment: Examen | Prueba | Actividad | Nombre de la prueba | Actividad evaluable | Control
    score: Nota | Calificación | Puntuación | Nota obtenida | Puntaje | Nota numérica
    maximum: Nota máxima | Puntuación máxima | Sobre | Puntaje máximo | Máximo
    weight: Peso | Ponderación | Peso (%) | Porcentaje
    status: Estado | Situación | Estado de la nota
    comment: Observaciones | Comentario | Comentarios | Observación del profesor
    -student: Alumno | Nombre del alumno | Apellidos y nombre
    -class: Grupo | Unidad | Clase
    -letter: Nota cualitativa | Puesto | Media de la clase
    -teacher: Profesor | Docente | Evaluador
    -day: Fecha | Fecha del examen`,
  pt: `
    admission_number: Matrícula | Nº do aluno | RA | Código do aluno | Nº processo | Nº de matrícula
    school_year: Ano letivo | Ano lectivo | Ano escolar
    term: Período | Bimestre | Trimestre | Semestre | Etapa | Período letivo
    subject: Disciplina | Componente curricular | Matéria | Nome da disciplina
    assessment: Avaliação | Prova | Teste | Instrumento de avaliação | Atividade | Nome da avaliação
    score: Nota | Nota obtida | Classificação | Pontuação | Resultado | Valor da nota
    maximum: Nota máxima | Valor máximo | Pontuação máxima | Cotação
    weight: Peso | Ponderação | Peso (%) | Coeficiente
    status: Situação | Estado | Status
    comment: Observações | Comentário | Parecer | Observação | Comentários do professor
    -student: Aluno | Nome do aluno | Estudante
    -class: Turma | Série
    -letter: Conceito | Média da turma | Menção
    -teacher: Professor | Docente
    -day: Data | Data da avaliação`,
  de: `
    admission_number: Schülernummer | Schüler-ID | Schüler-Nr. | Schülerkennzahl | Matrikelnummer | ID-Schüler
    school_year: Schuljahr | Aktuelles Schuljahr | Schulj.
    term: Halbjahr | Semester | Abschnitt | Quartal | Schulhalbjahr | Tertial
    subject: Fach | Unterrichtsfach | Fachbezeichnung | Gegenstand | Lehrfach
    assessment: Prüfung | Klassenarbeit | Leistungsnachweis | Klausur | Arbeit | Schulaufgabe | Test
    score: Punkte | Erreichte Punkte | Punktzahl | Notenpunkte | Ergebnis | Erzielte Punkte
    maximum: Maximalpunkte | Max. Punkte | Höchstpunktzahl | Mögliche Punkte | Erreichbare Punkte | Punkte max.
    weight: Gewichtung | Gewicht | Wertung in % | Faktor | Anteil
    status: Status | Teilnahmestatus | Bewertungsstatus
    comment: Bemerkung | Kommentar | Anmerkung | Bemerkungen
    -student: Schüler | Name des Schülers | Name, Vorname
    -class: Klasse | Kurs | Lerngruppe
    -letter: Tendenz | Klassenschnitt | Prädikat
    -teacher: Lehrkraft | Fachlehrer | Prüfer
    -day: Datum | Prüfungsdatum`,
  hi: `
    admission_number: Pravesh Sankhya | Scholar No. | Vidyarthi Kramank | Chhatra Kramank | Admission No
    school_year: Satra | Shaikshanik Varsh | Session
    term: Satra Avadhi | Term | Semester | Avadhi
    subject: Vishay | Vishay ka Naam | Subject
    assessment: Pariksha | Pariksha ka Naam | Mulyankan | Exam | Jaanch Pariksha
    score: Praptank | Ank | Prapt Ank | Marks
    maximum: Purnank | Adhiktam Ank | Kul Ank | Poornank
    weight: Bhar | Weightage | Bhaar Pratishat
    status: Sthiti | Upasthiti | Status
    comment: Tippani | Remark | Teacher ki Tippani
    -student: Chhatra ka Naam | Vidyarthi ka Naam | Naam
    -class: Kaksha | Varg
    -letter: Shreni | Grade | Sthan
    -teacher: Shikshak ka Naam | Parikshak
    -day: Dinank | Pariksha Tithi`,
})
