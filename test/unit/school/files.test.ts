import { beforeEach, describe, expect, test } from 'vitest'
import type { Db } from '../../../db/open'
import { apply, contentOf, fix, undo } from '../../support/imports/import-file'
import { bringIn, check, officeOfAllKinds } from '../../support/imports/office-files'
import { xlsxOf } from '../../support/xlsx'

let db: Db
beforeEach(() => {
  db = officeOfAllKinds()
})

const all = (sql: string) => db.prepare(sql).all()

describe('students', () => {
  beforeEach(() =>
    bringIn(
      db,
      'classrooms',
      'level,stream,school year,capacity\nForm 1,A,2025/2026,2\nForm 1,B,2025/2026,\n6e,,2025/2026,\n',
    ),
  )

  const FRENCH = [
    'Collège Jean Moulin;;;;;',
    'Liste des élèves 2025-2026;;;;;',
    '',
    'Matricule;Nom de famille;Prénom;Date de naissance;Sexe;Classe',
    '0041;Diallo;Awa;14/09/2012;F;6e',
    '0042;Müller;Zoë;03/02/2013;F;6e',
    '0043;O’Neil;Sean;31/12/2012;M;5e',
    '0042;Müller;Zoë;03/02/2013;F;6e',
    ';Perdu;Jean;01/01/2012;M;6e',
    '0044;;;15/05/2012;F;',
    '0045;Demain;Léa;15/05/2030;F;',
  ].join('\r\n')

  test('a French list with titles above is read; what cannot be found or is missing is said in words', async () => {
    const found = await check(db, 'students', FRENCH)
    expect(found).toMatchObject({
      state: 'checked',
      mapping: {
        admission_number: 'Matricule',
        family_name: 'Nom de famille',
        given_name: 'Prénom',
        born_on: 'Date de naissance',
        gender: 'Sexe',
        classroom: 'Classe',
      },
      leftAlone: [],
      counts: { rows: 7, create: 2, duplicate: 1, error: 4 },
    })
    expect(found.errors).toEqual([
      '7 Classe: There is no class “5e” in the school year 2025/2026. There are: 6e, Form 1 A, Form 1 B.',
      '9 Matricule: The row has no admission number.',
      '10 name: The student is not known yet, and the row gives no name to enter them by.',
      '11 Date de naissance: The date of birth 2030-05-15 lies in the future.',
    ])
    await apply(db, found.id, 'good')
    expect(
      all(
        'select p.name, r.external_ref, s.born_on, s.gender from party p join party_role r on r.party_id = p.id join student s on s.party_id = p.id order by 2',
      ),
    ).toEqual([
      { name: 'Awa Diallo', external_ref: '0041', born_on: '2012-09-14', gender: 'F' },
      { name: 'Zoë Müller', external_ref: '0042', born_on: '2013-02-03', gender: 'F' },
    ])
    expect(all('select count(*) as n from enrolment')).toEqual([{ n: 2 }])
  })

  test('the capacity of a class counts the rows of the same file; a mended row takes a free seat', async () => {
    await bringIn(db, 'students', 'admission no,name,class\nA1,Ana,Form 1 A\n')
    const found = await check(
      db,
      'students',
      'admission no,name,class\nA2,Bo,Form 1A\nA3,Cy,form 1 a\nA1,Ana,Form 1 A\n',
    )
    expect(found.counts).toEqual({ rows: 3, create: 1, error: 1, unchanged: 1 })
    expect(found.errors).toEqual(['3 class: Form 1 A takes 2 students: 1 are in it and 1 more come with this file.'])
    await fix(db, found.id, 3, { class: 'Form 1 B' })
    await apply(db, found.id)
    expect(
      all(
        'select c.stream, count(*) as n from enrolment e join classroom c on c.id = e.classroom_id group by 1 order by 1',
      ),
    ).toEqual([
      { stream: 'A', n: 2 },
      { stream: 'B', n: 1 },
    ])
  })

  test('a file changes only what it has columns for, and a student moves to another class of the year', async () => {
    await bringIn(db, 'students', 'admission no,name,class,address\nA1,Ana,Form 1 A,Mill Lane\n')
    const found = await check(db, 'students', 'admission no,level,stream\nA1,form 1,b\n')
    expect(found.counts).toEqual({ rows: 1, update: 1 })
    await apply(db, found.id)
    expect(
      all(
        'select p.name, s.address, c.stream from party p join student s on s.party_id = p.id join enrolment e on e.student_id = p.id join classroom c on c.id = e.classroom_id',
      ),
    ).toEqual([{ name: 'Ana', address: 'Mill Lane', stream: 'B' }])
  })

  test('a level with several classes is asked about, not guessed', async () => {
    const found = await check(db, 'students', 'admission no,name,grade level\nA1,Ana,Form 1\nA2,Bo,6e\n')
    expect(found.errors).toEqual([
      '2 grade level: “Form 1” may be several classes of the school year 2025/2026: Form 1 A, Form 1 B.',
    ])
  })

  test('a workbook with numbers as numbers gives the same', async () => {
    const rows = [
      ['Schülernummer', 'Vorname', 'Nachname', 'Klasse'],
      ['0041', 'Awa', 'Diallo', '6e'],
      [42, 'Zoë', 'Müller', '6e'],
    ]
    const found = await check(db, 'students', xlsxOf(...rows), { name: 'schueler.xlsx' })
    expect(found).toMatchObject({ state: 'checked', counts: { rows: 2, create: 2 } })
  })
})

describe('classrooms', () => {
  test('a messy list: capacity that is none, a teacher of two, an unknown one, the same class twice', async () => {
    await bringIn(
      db,
      'teachers',
      'national id,name,email\nT1,Eva Brandt,eva@example.org\nT2,Eva Brandt,eva2@example.org\nT3,Max Weiss,\n',
    )
    const found = await check(
      db,
      'classrooms',
      'Grado,Sección,Cupo,Tutor\n1º,A,30,Max Weiss\n1º,B,treinta,T3\n2º,A,30,Eva Brandt\n2º,B,30,Nadie\n1º,A,31,Max Weiss\n3º,,25,eva@example.org\n,C,25,\n',
    )
    expect(found.mapping).toEqual({ level: 'Grado', stream: 'Sección', capacity: 'Cupo', class_teacher: 'Tutor' })
    expect(found.counts).toEqual({ rows: 7, create: 1, error: 6 })
    expect(found.errors).toEqual([
      '2 –: Rows 2 and 6 are about the same, but say different things; nobody can know which is right.',
      expect.stringMatching(/^3 Cupo: “treinta” is no number/),
      '4 Tutor: It cannot be told which teacher “Eva Brandt” is. There are: Eva Brandt (T1), Eva Brandt (T2).',
      '5 Tutor: There is no teacher “Nadie”.',
      '6 –: Rows 2 and 6 are about the same, but say different things; nobody can know which is right.',
      '8 Grado: The row names no level.',
    ])
  })

  test('without a school year the current one is meant, and undo takes the year that was made along', async () => {
    const before = contentOf(db)
    const id = await bringIn(db, 'classrooms', 'level\nForm 1\n')
    expect(all('select name from academic_year')).toEqual([{ name: '2025/2026' }]) // it is January 2026
    await undo(db, id)
    expect(contentOf(db)).toEqual(before)
    const odd = await check(
      db,
      'classrooms',
      'level,academic year\nForm 1,2025-26\nForm 2,next year\nForm 3,2025/2027\n',
    )
    expect(odd.errors).toEqual([
      '3 academic year: “next year” is no school year.',
      '4 academic year: “2025/2027” is no school year.',
    ])
  })
})

describe('teachers', () => {
  test('known by number or e-mail; a row with neither, another number and another e-mail are told apart', async () => {
    await bringIn(db, 'teachers', 'national id,name,email\nT1,Eva Brandt,eva@example.org\n,Max Weiss,max@example.org\n')
    const found = await check(
      db,
      'teachers',
      'National ID;Full name;E-mail;Phone\nT1;Eva Brandt-Klein;eva@example.org;+44 20 7946 0991\nT9;Max Weiss;max@example.org;\nT8;Eva;eva@example.org;\n;Nobody;;\nT7;;t7@example.org;\n;Ina;ina@example;\n',
    )
    expect(found.counts).toEqual({ rows: 6, update: 2, error: 4 })
    expect(found.errors).toEqual([
      '4 National ID: Eva Brandt is known with the national ID T1; the row says T8.',
      '5 National ID: The row has neither a national ID nor an e-mail; nothing tells this teacher from another.',
      '6 Full name: The teacher is not known yet, and the row gives no name to enter them by.',
      expect.stringMatching(/^7 E-mail: /),
    ])
  })
})

describe('parents', () => {
  beforeEach(() => bringIn(db, 'students', 'admission no,name\n001,Ana\n002,Bo\n003,Cy\n'))

  test('one parent of two children, a child nobody knows, a parent told in two ways', async () => {
    const found = await check(
      db,
      'parents',
      [
        'Encarregado de educação;BI;Telefone;Número do aluno;Parentesco',
        'Olga Dias;12345;+351 912 345 678;001;mãe',
        'Olga Dias;12345;+351 912 345 678;002;mãe',
        'Olga D.;12345;+351 912 345 678;003;mãe',
        'Rui Paz;;+351 912 000 111;009;pai',
        'Rui Paz;;+351 912 000 111;003, 001;pai',
        'Sem Chave;;;001;tia',
        'Ivo Sá;777;;;pai',
      ].join('\n'),
    )
    expect(found.counts).toEqual({ rows: 7, create: 3, error: 4 })
    expect(found.errors).toEqual([
      '4 Encarregado de educação: An earlier row of the file tells something else about Olga D..',
      '5 Número do aluno: There is no student with the admission number “009”.',
      '7 BI: The row has no national ID, no e-mail and no phone; nothing tells this parent from another.',
      '8 Número do aluno: The row does not say whose parent it is.',
    ])
    await apply(db, found.id, 'good')
    expect(
      all(
        'select p.name, s.external_ref as of, l.kinship from party_link l join party p on p.id = l.party_id join party_role s on s.party_id = l.related_id order by 1, 2',
      ),
    ).toEqual([
      { name: 'Olga Dias', of: '001', kinship: 'mãe' },
      { name: 'Olga Dias', of: '002', kinship: 'mãe' },
      { name: 'Rui Paz', of: '001', kinship: 'pai' },
      { name: 'Rui Paz', of: '003', kinship: 'pai' },
    ])
  })

  test('a household’s phone does not make one person of two who have e-mails of their own', async () => {
    await bringIn(db, 'parents', 'parent name,email,phone,student id\nMa,ma@example.org,+44 7700 900001,001\n')
    const found = await check(
      db,
      'parents',
      'parent name,email,phone,student id\nPa,pa@example.org,+44 7700 900001,001\n',
    )
    expect(found.counts).toEqual({ rows: 1, create: 1 })
  })

  test('a household’s phone alone renames nobody: with another name a person is asked who is meant', async () => {
    await bringIn(db, 'parents', 'parent name,phone,student id\nMa Real,+44 7700 900001,001\n')
    const found = await check(
      db,
      'parents',
      'parent name,email,phone,student id\nPa Real,,+44 7700 900001,001\nMA REAL,,+44 7700 900001,002\n',
    )
    expect(found.counts).toEqual({ rows: 2, update: 1, error: 1 })
    expect(found.errors).toEqual([expect.stringMatching(/^2 phone: .*phone of Ma Real; the row says Pa Real/)])
    await fix(db, found.id, 2, { email: 'pa@example.org' })
    await apply(db, found.id)
    expect(all("select name, email from party where name like '%real' order by name")).toEqual([
      { name: 'MA REAL', email: null },
      { name: 'Pa Real', email: 'pa@example.org' },
    ])
  })
})

describe('marks', () => {
  beforeEach(() => bringIn(db, 'students', 'admission no,name\n001,Ana\n002,Bo\n003,Cy\n'))
  const options = { term: 'Term 1', maximum: '20' }

  test('a mark sheet: absent is not 0, a missing mark is missing, and what does not fit is said', async () => {
    const found = await check(
      db,
      'marks',
      'Roll no,Subject,Exam,Marks obtained,Status\n001,Maths,Mid-term,15.5,\n002,Maths,Mid-term,,absent\n003,Maths,Mid-term,,\n001,Art,Mid-term,21,\n009,Art,Mid-term,5,\n002,Art,Mid-term,5,ill\n003,Art,Mid-term,7,exempt\n',
      { options },
    )
    expect(found.counts).toEqual({ rows: 7, create: 3, error: 4 })
    expect(found.errors).toEqual([
      '5 Marks obtained: The score 21 is higher than 20, which the assessment is out of.',
      '6 Roll no: There is no student with the admission number “009”.',
      '7 Status: “ill” is no status of a mark.',
      '8 Status: The student is exempt, but there is a score of 7.',
    ])
    await apply(db, found.id, 'good')
    expect(all('select status, score_milli from mark order by student_id')).toEqual([
      { status: 'scored', score_milli: 15_500 },
      { status: 'absent', score_milli: null },
      { status: 'missing', score_milli: null },
    ])
    const later = await check(
      db,
      'marks',
      'Roll no,Subject,Exam,Marks obtained,Max marks\n001,maths,mid-term,16,20\n002,Maths,Mid-term,10,100\n002,Mathss,Mid-term,10,20\n',
      { options: {} },
    )
    expect(later.errors).toEqual([
      '2 term: The row names no term.',
      '3 term: The row names no term.',
      '4 term: The row names no term.',
    ])
    const told = await check(
      db,
      'marks',
      'Roll no,Term,Subject,Exam,Marks obtained,Max marks\n001,term 1,maths,mid-term,16,20\n002,Term 1,Maths,Mid-term,10,100\n002,Term 1,Mathss,Mid-term,10,20\n',
      { options: {} },
    )
    expect(told.counts).toEqual({ rows: 3, create: 1, update: 1, error: 1, warning: 1 })
    expect(told.errors).toEqual(['3 Max marks: “Mid-term” is out of 20 and counts 100%; the row says otherwise.'])
    expect(told.warnings).toEqual(['4 Subject: “Mathss” is a new subject; “Maths” is known.'])
  })
})
