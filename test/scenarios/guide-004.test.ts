import fs from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startOffice, type TestOffice } from '../support/office'
import { guideFile } from '../support/real-file'

// The bulk uploads of guide 004, asked for as its clients ask.

let office: TestOffice
beforeAll(async () => {
  office = await startOffice({ now: '2026-03-02T09:00:00Z' })
})
afterAll(() => office.stop())

/** The front end of the guide, “Frontend Integration Example”, as it stands there. */
const CLIENT = `// 1. Upload file and get task ID
const uploadFile = async (file) => {
  const formData = new FormData();
  formData.append('file', file);

  const response = await fetch('/api/academic/students/bulk-upload/', {
    method: 'POST',
    body: formData,
    headers: {
      'Authorization': \`Bearer \${token}\`
    }
  });

  const { task_id } = await response.json();
  return task_id;
};

// 2. Poll task status
const checkTaskStatus = async (taskId) => {
  const response = await fetch(\`/api/tasks/\${taskId}/\`, {
    headers: {
      'Authorization': \`Bearer \${token}\`
    }
  });

  return await response.json();
};`

const guide = guideFile('004')

test.skipIf(guide.why !== '')('the requests below are those of the guide', () => {
  const text = fs.readFileSync(guide.file, 'utf8').replaceAll('\r\n', '\n')
  expect(text).toContain(CLIENT)
})

type Client = { uploadFile(file: Blob): Promise<string>; checkTaskStatus(id: string): Promise<Status> }
// biome-ignore lint/suspicious/noExplicitAny: a test says by its expectations what a result is
type Status = { state: string; ready: boolean; successful: boolean | null; progress: any; result: any; error: any }

/** Runs the guide's own code against the office; a browser would complete its paths with the page's address. */
function guidesClient(): Client {
  const fetchHere = (url: string, options?: RequestInit) => fetch(office.address + url, options)
  return new Function('fetch', 'token', `${CLIENT}\nreturn { uploadFile, checkTaskStatus }`)(fetchHere, office.token)
}

const csv = (name: string, text: string) => new File([text], name, { type: 'text/csv' })

test('the guide’s own client uploads students, polls, and gets the result', async () => {
  const client = guidesClient()
  const rows = Array.from({ length: 120 }, (_, i) => `A-${i + 1},First${i},Last${i},2012-05-0${1 + (i % 9)}`)
  const bad = 'A-500,,,2012-05-01'
  const id = await client.uploadFile(
    csv('students.csv', `admission_number,first_name,last_name,date_of_birth\n${[...rows, bad].join('\n')}\n`),
  )
  expect(id).toMatch(/^\d+$/)
  await office.ended(id)
  const status = await client.checkTaskStatus(id)
  expect(status).toMatchObject({
    state: 'SUCCESS',
    ready: true,
    successful: true,
    progress: { current: 121, total: 121, status: 'Processing row 121' },
    result: { state: 'applied', rows: 121, created: 120, errors: 1, applied: 120 },
  })
  const { body } = await office.api('GET', `/api/imports/${status.result.import_id}`)
  expect(body).toMatchObject({ kind: 'students', state: 'applied', counts: { rows: 121, create: 120, error: 1 } })
  expect(body.errors).toMatchObject([{ row: 122, found: null, fix: expect.stringContaining('Fill in the name') }])
  const { body: task } = await office.api('GET', `/api/tasks/${id}`)
  expect(task).toMatchObject({ task: 'school.bulk_upload_students', queue: 'academic', priority: 50 })

  const again = await client.uploadFile(
    csv(
      'students.csv',
      `admission_number,first_name,last_name\n${rows.map((row) => row.replace(/,[^,]*$/, '')).join('\n')}\n`,
    ),
  )
  await office.ended(again)
  expect((await client.checkTaskStatus(again)).result).toMatchObject({ created: 0, updated: 0, unchanged: 120 })
})

async function upload(path: string, name: string, text: string, fields: Record<string, string> = {}) {
  const { status, body } = await office.upload(path, { name, bytes: text }, fields)
  expect([path, status, Object.keys(body)]).toEqual([path, 202, ['task_id', 'import_id']])
  const task = await office.ended(body.task_id)
  return { task, import: (await office.api('GET', `/api/imports/${body.import_id}`)).body }
}

test('classes, teachers and parents go the same way, in the queues of the guide', async () => {
  const teachers = await upload(
    '/api/users/teachers/bulk-upload/',
    'teachers.csv',
    'national_id,full_name,email\nT1,Eva Brandt,eva@example.org\nT2,Max Weiss,max@example.org\n',
  )
  expect(teachers.task).toMatchObject({ state: 'SUCCESS', queue: 'users', result: { created: 2, errors: 0 } })
  const classes = await upload(
    '/api/academic/classrooms/bulk-upload',
    'classes.csv',
    'level,stream,capacity,class teacher\nForm 1,A,2,Eva Brandt\nForm 1,B,40,nobody@example.org\n',
    { academic_year_id: '1', uploaded_by_id: '1' },
  )
  expect(classes.task).toMatchObject({ state: 'SUCCESS', queue: 'academic', result: { created: 1, errors: 1 } })
  expect(classes.import.errors).toMatchObject([{ row: 3, found: 'nobody@example.org' }])
  const students = await upload(
    '/api/academic/students/bulk-upload',
    'more.csv',
    'admission_number,name,class\nB-1,Ana,Form 1 A\nB-2,Bo,form 1a\nB-3,Cy,Form 1 A\nB-4,Di,Form 9\n',
  )
  expect(students.task.result).toMatchObject({ created: 2, errors: 2 })
  expect(students.import.errors.map((one: { row: number }) => one.row)).toEqual([4, 5])
  const parents = await upload(
    '/api/users/parents/bulk-upload/',
    'parents.csv',
    'name,email,student_admission_number,relationship\nOlga,olga@example.org,B-1,mother\nOlga,olga@example.org,B-2,mother\nPer,per@example.org,B-77,father\n',
  )
  expect(parents.task).toMatchObject({ state: 'SUCCESS', queue: 'users', result: { created: 2, errors: 1 } })
  expect(parents.import.errors).toMatchObject([{ row: 4, found: 'B-77' }])
})

test('a file with an open question is not applied; it waits for the answer in the window', async () => {
  const { task, import: view } = await upload('/api/academic/students/bulk-upload/', 'odd.csv', 'nr,wer\nX1,Ana\n')
  expect(task).toMatchObject({
    state: 'SUCCESS',
    result: { state: 'mapping', applied: 0, questions: expect.any(Number) },
  })
  expect(view).toMatchObject({ state: 'mapping' })
})

test('a year nobody knows is said by its number, and nothing is written', async () => {
  const { task, import: view } = await upload(
    '/api/academic/students/bulk-upload/',
    'y.csv',
    'admission number,name\nY1,Ana\n',
    { academic_year_id: '99' },
  )
  expect(task).toMatchObject({ state: 'FAILURE', error: { code: 'school.year_not_found' } })
  expect(view).toMatchObject({ state: 'refused', reason: { message: expect.stringContaining('no school year 99') } })
})

test('the task answers to the guide’s name, with the number of an import', async () => {
  const registered = (await office.api('GET', '/api/inspect/registered')).body
  expect(JSON.stringify(registered)).toContain('school.bulk_upload_students')
  const { status, body } = await office.api('POST', '/api/tasks', {
    task: 'academic.tasks.bulk_upload_students_task',
    args: { import_id: 1 },
  })
  expect(status).toBe(202)
  expect(await office.ended(body.task_id)).toMatchObject({
    state: 'FAILURE',
    error: { code: 'import.mapping_settled' },
  })
})
