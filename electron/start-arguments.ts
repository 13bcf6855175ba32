import fs from 'node:fs'
import path from 'node:path'

/** What a start was given: files to import, and a place of the window to open (`--open=/tasks/7`). */
export type StartArguments = { files: string[]; place: string | null }

const PLACE = /^--open=(\/[\w\-/]*)$/

/**
 * Reads the arguments after the program (and, in a checkout, after the app's folder). A file counts where it exists;
 * switches of Chromium's and whatever else is passed over.
 */
export function readArguments(argv: string[], cwd: string, appFolder: string): StartArguments {
  const own = argv.slice(1).findIndex((arg) => path.resolve(cwd, arg) === appFolder)
  const given = argv.slice(own === -1 ? 1 : own + 2)
  const place = given.map((arg) => PLACE.exec(arg)?.[1]).find((found) => found !== undefined) ?? null
  const files = given.filter((arg) => !arg.startsWith('-')).map((arg) => path.resolve(cwd, arg))
  return { files: files.filter(isFile), place }
}

function isFile(file: string): boolean {
  try {
    return fs.statSync(file).isFile()
  } catch {
    return false
  }
}
