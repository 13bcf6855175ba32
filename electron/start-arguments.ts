import fs from 'node:fs'
import path from 'node:path'

/** What a start was given: files to import, a place of the window (`--open=/tasks/7`), and of which office (`--office=…`). */
export type StartArguments = { files: string[]; place: string | null; office: string | null }

/** Whatever is no office of the list is refused by name (`shell.ts`); so long a name there is none. */
const OFFICE = /^--office=(.{1,1000})$/s
const PLACE = /^--open=(\/[\w\-/]*)$/

/**
 * Reads the arguments after the program (and, in a checkout, after the app's folder). A file counts where it exists;
 * switches of Chromium's and whatever else is passed over.
 */
export function readArguments(argv: string[], cwd: string, appFolder: string): StartArguments {
  const own = argv.slice(1).findIndex((arg) => path.resolve(cwd, arg) === appFolder)
  const given = argv.slice(own === -1 ? 1 : own + 2)
  const place = given.map((arg) => PLACE.exec(arg)?.[1]).find((found) => found !== undefined) ?? null
  const office = given.map((arg) => OFFICE.exec(arg)?.[1]).find((found) => found !== undefined) ?? null
  const files = given.filter((arg) => !arg.startsWith('-')).map((arg) => path.resolve(cwd, arg))
  return { files: files.filter(isFile), place, office }
}

function isFile(file: string): boolean {
  try {
    return fs.statSync(file).isFile()
  } catch {
    return false
  }
}
