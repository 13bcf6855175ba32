import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

/** How a running office is found: `office.json` in its data folder, readable by the office's own account only. */
export const RunningOffice = z.object({ address: z.string(), token: z.string(), pid: z.number() })
export type RunningOffice = z.infer<typeof RunningOffice>

const fileOf = (folder: string): string => path.join(folder, 'office.json')

export function announceOffice(folder: string, office: RunningOffice): void {
  const temp = `${fileOf(folder)}.${randomBytes(4).toString('hex')}`
  fs.writeFileSync(temp, `${JSON.stringify(office)}\n`, { mode: 0o600 })
  fs.renameSync(temp, fileOf(folder))
}

/** Takes the announcement away, if it is still this process's. */
export function withdrawOffice(folder: string, pid: number): void {
  if (readAnnouncement(folder)?.pid === pid) fs.rmSync(fileOf(folder), { force: true })
}

function readAnnouncement(folder: string): RunningOffice | null {
  try {
    const read = RunningOffice.safeParse(JSON.parse(fs.readFileSync(fileOf(folder), 'utf8')))
    return read.success ? read.data : null
  } catch {
    return null
  }
}

/** The office that answers under the folder's announcement; null where none does (a file left by a killed one proves nothing). */
export async function findRunningOffice(folder: string): Promise<RunningOffice | null> {
  const announced = readAnnouncement(folder)
  if (!announced) return null
  try {
    const answer = await fetch(`${announced.address}/api/about`, {
      headers: { authorization: `Bearer ${announced.token}` },
      signal: AbortSignal.timeout(5_000),
    })
    await answer.arrayBuffer()
    return answer.ok ? announced : null
  } catch {
    return null
  }
}
