import fs from 'node:fs'
import path from 'node:path'

/** Remembers what was told once, in a file of the shell's own folder. */
export class SaidOnce {
  readonly #file: string

  constructor(folder: string) {
    this.#file = path.join(folder, 'said.json')
  }

  /** True the first time this is asked, over all starts. A file that cannot be kept is no reason to fail: it is said again. */
  isFirst(what: string): boolean {
    const said = this.#read()
    if (said.includes(what)) return false
    try {
      fs.mkdirSync(path.dirname(this.#file), { recursive: true })
      fs.writeFileSync(this.#file, JSON.stringify([...said, what]))
    } catch (error) {
      console.error(error)
    }
    return true
  }

  #read(): string[] {
    try {
      const said: unknown = JSON.parse(fs.readFileSync(this.#file, 'utf8'))
      return Array.isArray(said) ? said.filter((one) => typeof one === 'string') : []
    } catch {
      return [] // nothing was said yet, or the file is damaged
    }
  }
}
