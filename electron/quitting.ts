import { app, dialog } from 'electron'
import type { Offices } from './offices/offices'
import { interruptedOffices, words } from './words'

/**
 * Quitting asks only when something would be interrupted, and says what will resume. Then the offices end first, so
 * that what runs is handed back in order, and the app after them.
 */
export class Quitting {
  #isAsking = false
  #isForced = false
  #isUnderWay = false
  #isDone = false

  constructor(
    private readonly offices: Pick<Offices, 'atWork' | 'listed' | 'stopAll'>,
    private readonly onGoing: () => void,
  ) {
    app.on('before-quit', (event) => {
      if (this.#isDone) return
      event.preventDefault()
      void this.#quit()
    })
    app.on('window-all-closed', () => undefined) // the tray stays
  }

  get isUnderWay(): boolean {
    return this.#isUnderWay
  }

  /** The computer shuts down or somebody ends the process: nobody is there to be asked. */
  force(): void {
    this.#isForced = true
    app.quit()
  }

  async #quit(): Promise<void> {
    if (this.#isUnderWay || (this.#isAsking && !this.#isForced)) return
    if (!this.#isForced && !(await this.#mayInterrupt()) && !this.#isForced) return
    if (this.#isUnderWay) return
    this.#isUnderWay = true
    await this.offices.stopAll()
    this.#isDone = true
    this.onGoing()
    app.quit()
  }

  async #mayInterrupt(): Promise<boolean> {
    const { atWork, listed } = this.offices
    if (atWork.length === 0) return true
    this.#isAsking = true
    const { response } = await dialog.showMessageBox({
      type: 'question',
      title: words.app,
      message: words.quitting.message,
      detail: interruptedOffices(atWork, listed.length < 2),
      buttons: [words.quitting.yes, words.quitting.no],
      defaultId: 1,
      cancelId: 1,
      noLink: true,
    })
    this.#isAsking = false
    return response === 0
  }
}
