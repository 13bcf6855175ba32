import { app, dialog, safeStorage } from 'electron'
import type { OfficeState } from '../jobs/api/page-bridge'
import type { FinishedWork } from '../jobs/api/shell-channel'
import { channels } from './channels'
import { readHanded } from './handed-files'
import { computersKeyring } from './keyring'
import { notify } from './notifications'
import { OfficeProcess } from './office-process'
import { watchPower } from './power'
import { Quitting } from './quitting'
import { placeOf } from './result-place'
import { SaidOnce } from './said-once'
import { onPage } from './senders'
import type { StartArguments } from './start-arguments'
import { OfficeTray } from './tray'
import { hasTray } from './tray-host'
import { OfficeWindow } from './window'
import { finishedInWords, words } from './words'

export type ShellConfig = { officeEntry: string; preload: string; dataFolder: string }

/** The desktop shell put together: it starts the office and shows it. After the app is ready. */
export class Shell {
  readonly #office: OfficeProcess
  readonly #window: OfficeWindow
  readonly #tray: OfficeTray
  readonly #quitting: Quitting
  readonly #said = new SaidOnce(app.getPath('userData'))

  constructor(config: ShellConfig) {
    this.#office = new OfficeProcess(config.officeEntry, config.dataFolder, computersKeyring(safeStorage), {
      onState: (state) => this.#officeIs(state),
      onActivity: (running) => this.#tray.activity(running),
      onFinished: (work) => this.#tellFinished(work),
      onKilled: () => this.#tellKilled(),
    })
    this.#window = new OfficeWindow(config.preload, {
      onClose: () => void this.#closeWindow(),
      onGivenUp: () => this.#say({ title: words.app, body: words.pageKeepsEnding }),
    })
    this.#tray = new OfficeTray({
      open: (place) => this.show(place),
      startAgain: () => void this.#office.startAgain(),
      quit: () => app.quit(),
    })
    this.#quitting = new Quitting(this.#office, () => this.#window.letClose())
    watchPower({ onWake: () => this.#office.woke(), onShutdown: () => this.quitAtOnce() })
    onPage(channels.portWanted, () => {
      this.#window.pageListens()
      this.#givePort()
    })
    onPage(channels.startAgain, () => void this.#office.startAgain())
  }

  /** Resolves when the office is open and the page is loaded; rejects with why it cannot open. */
  async start(): Promise<void> {
    const office = this.#office.start()
    office.catch(() => undefined) // heard below
    await this.#window.open()
    await office
  }

  show(place?: string): void {
    void this.#window.show(place)
  }

  /** What a further start was given: the window comes to the front with it. */
  handOver({ files, place }: StartArguments): void {
    this.show(place ?? undefined)
    if (files.length > 0) void this.#handOverFiles(files)
  }

  quitAtOnce(): void {
    this.#quitting.force()
  }

  async #handOverFiles(files: string[]): Promise<void> {
    const { read, left } = await readHanded(files)
    if (read.length > 0) this.#window.send(channels.files, read)
    if (left.length > 0) void dialog.showMessageBox({ message: words.cannotRead, detail: left.join('\n') })
  }

  #officeIs(state: OfficeState): void {
    this.#tray.office(state)
    if (state.state === 'running') this.#givePort()
    else this.#window.send(channels.office, state)
    if (state.state === 'stopped' && !this.#window.isInFront) this.#say({ title: words.stopped, body: state.message })
  }

  /** A page that asks before the office is open gets its port when it is. */
  #givePort(): void {
    this.#window.send(channels.office, this.#office.state)
    this.#window.sendPort(() => this.#office.openPort())
  }

  #tellFinished(work: FinishedWork): void {
    if (!this.#window.isInFront) notify(finishedInWords(work), () => this.show(placeOf(work)))
  }

  /** Also to whoever started the app in a terminal: the app is about to end, and a notification may end with it. */
  #tellKilled(): void {
    const { title, body } = words.killed
    console.error(`${title}. ${body}`)
    notify(words.killed, () => this.show())
  }

  async #closeWindow(): Promise<void> {
    if (!(await hasTray())) return app.quit()
    this.#window.hide()
    if (this.#said.isFirst('stays-open')) this.#say(words.staysOpen)
  }

  /** By a notification; where there are none, by a dialog. */
  #say(said: { title: string; body: string }): void {
    if (!notify(said, () => this.show())) void dialog.showMessageBox({ message: said.title, detail: said.body })
  }
}
