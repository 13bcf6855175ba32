import fs from 'node:fs'
import path from 'node:path'

/** A file that tests read and the repository does not ship, in `$DAYBOOK_SHARED` or `../shared`. */
export const realFile = (name: string): string =>
  path.join(process.env.DAYBOOK_SHARED ?? path.resolve('../shared'), name)

/**
 * Why a test that reads the file is skipped; '' where it is there. Where nothing may be skipped (`.ci/run`) a file that
 * is missing is a failure.
 */
export function whyMissing(file: string): string {
  if (fs.existsSync(file)) return ''
  const why = `${file} is not on this machine`
  if (process.env.DAYBOOK_TESTS_MAY_SKIP === '0') throw new Error(`${why}, and here no test may be skipped`)
  return why
}

/** A guide (`000`) of the seeds, by its number; the folder's name is its own. */
export function guideFile(number: string): { file: string; why: string } {
  const seeds = realFile('seeds')
  const name = fs.existsSync(seeds) ? fs.readdirSync(seeds).find((one) => one.startsWith(`${number}_`)) : undefined
  const file = path.join(seeds, name ?? `${number}_`)
  return { file, why: whyMissing(file) }
}
