import { app, dialog, safeStorage } from 'electron'
import type { DeedAnswer, OfficeState } from '../jobs/api/page-bridge'
import type { FinishedWork } from '../jobs/api/shell-channel'
import { channels } from './channels'
import { readHanded } from './handed-files'
import { computersKeyring } from './keyring'
import { AppMenu } from './menu'
import { notify } from './notifications'
import { Refused } from './office-process'
import { OfficesDeeds } from './offices/deeds'
import { List } from './offices/list'
import { ListFile } from './offices/list-file'
import { Offices } from './offices/offices'
import { readDeed } from './offices/read-deed'
import { watchPower } from './power'
import { Quitting } from './quitting'
import { placeOf } from './result-place'
import { SaidOnce } from './said-once'
import { answerPage, onPage } from './senders'
import type { StartArguments } from './start-arguments'
import { OfficeTray } from './tray'
import { hasTray } from './tray-host'
import { OfficeWindow } from './window'
import { finishedInWords, statusInWords, words } from './words'
import { listWords } from './words-offices'

export type ShellConfig = { officeEntry: string; preload: string; home: { folder: string; isChosen: boolean } }

/** So often at most the list is told to page, tray and menu: an office at full work says a lot. */
const PUBLISH_MS = 100

/** The desktop shell put together: it starts the offices and shows one of them. After the app is ready. */
export class Shell {
  readonly #list: List
  readonly #offices: Offices
  readonly #window: OfficeWindow
  readonly #tray: OfficeTray
  readonly #quitting: Quitting
  readonly #menu = new AppMenu((id) => this.show(undefined, id))
  readonly #said = new SaidOnce(app.getPath('userData'))
  #publishing: NodeJS.Timeout | null = null
  /** Files that wait for the page of the office they were handed to. */
  #waiting: { office: string; files: string[] } | null = null

  constructor(config: ShellConfig) {
    const publishSoon = () => {
      this.#publishing ??= setTimeout(() => this.#publish(), PUBLISH_MS)
    }
    this.#list = new List(new ListFile(app.getPath('userData')), config.home, publishSoon)
    const { officeEntry } = config
    const keyring = computersKeyring(safeStorage)
    this.#offices = new Offices(
      this.#list,
      { officeEntry, keyring },
      {
        onChange: publishSoon,
        onState: (id, state) => this.#officeIs(id, state),
        onFinished: (id, work) => this.#tellFinished(id, work),
        onKilled: (id) => this.#tellKilled(id),
      },
    )
    this.#window = new OfficeWindow(config.preload, {
      onClose: () => void this.#closeWindow(),
      onGivenUp: () => this.#say({ title: words.app, body: words.pageKeepsEnding }),
    })
    this.#tray = new OfficeTray({
      open: (place, office) => this.show(place, office),
      startAgain: (office) => this.#openAgain(office),
      quit: () => app.quit(),
    })
    this.#quitting = new Quitting(this.#offices, () => this.#window.letClose())
    watchPower({ onWake: () => this.#offices.woke(), onShutdown: () => this.quitAtOnce() })
    this.#hearPage()
    this.#publish()
  }

  /**
   * Resolves when the window stands: with its office, or with why that does not open and what else there is. Rejects only
   * where the one office ends without a word, as where this computer cannot run it at all.
   */
  async start(): Promise<void> {
    const office = this.#offices.open(this.#list.shown)
    office.catch(() => undefined) // heard below
    await this.#window.open()
    await office.catch((error: unknown) => {
      if (this.#list.entries.length === 1 && !(error instanceof Refused && error.code !== '')) throw error
    })
    void this.#offices.openKept()
  }

  /** Brings the window to the front, at a place, and with another office once its user has let go of what is typed. */
  show(place?: string, office: string = this.#list.shown): void {
    if (office === this.#list.shown) return void this.#window.show(place)
    if (this.#window.isListening) void this.#window.show(`/offices/open/${office}${place ?? ''}`)
    else this.#switchTo(office, place)
  }

  /** What a further start was given: the window comes to the front with it. */
  handOver({ files, place, office }: StartArguments): void {
    const id = office === null ? this.#list.shown : this.#find(office)
    if (id === null) {
      this.#unknown(office ?? '')
      return
    }
    this.#waiting = files.length > 0 ? { office: id, files } : null
    this.show(place ?? undefined, id)
    if (id === this.#list.shown) this.#handOverFiles()
  }

  quitAtOnce(): void {
    this.#quitting.force()
  }

  #hearPage(): void {
    onPage(channels.portWanted, () => {
      this.#window.pageListens()
      this.#publish()
      this.#givePort()
      this.#handOverFiles()
    })
    onPage(channels.startAgain, () => this.#openAgain(this.#list.shown))
    const deeds = new OfficesDeeds({
      list: this.#list,
      offices: this.#offices,
      show: (id, place) => setImmediate(() => this.#switchTo(id, place)), // once the page has its answer
      window: () => this.#window.forDialogs,
    })
    answerPage(channels.deed, async (asked): Promise<DeedAnswer> => {
      const deed = readDeed(asked)
      if (!deed) throw new Error('no deed of the list of offices')
      return deeds.do(deed)
    })
  }

  /** By its number in the list, its folder or its name; null where there is none, or two of the name. */
  #find(office: string): string | null {
    const { listed } = this.#offices
    const exact = listed.find(({ id, folder }) => id === office || folder === office)
    const named = listed.filter(({ name }) => name.toLowerCase() === office.toLowerCase())
    return exact?.id ?? (named.length === 1 ? (named[0]?.id ?? null) : null)
  }

  #unknown(office: string): void {
    void this.#window.show()
    const { message, fix } = listWords.unknown(
      office,
      this.#offices.listed.map(({ name }) => name),
    )
    void dialog.showMessageBox({ message, detail: fix })
  }

  #switchTo(id: string, place?: string): void {
    const before = this.#list.shown
    if (id === before) return void this.#window.show(place ?? '/today')
    if (!this.#list.get(id)) return
    this.#list.show(id)
    void this.#window.load(id, place).then(() => this.#window.show())
    void this.#offices.open(id).catch(() => undefined) // the page says why
    this.#offices.leave(before)
  }

  #openAgain(office: string): void {
    void this.#offices.open(office).catch(() => undefined) // its state says why
  }

  #handOverFiles(): void {
    if (this.#waiting?.office !== this.#list.shown || !this.#window.isListening) return
    const { files } = this.#waiting
    this.#waiting = null
    void readHanded(files).then(({ read, left }) => {
      if (read.length > 0) this.#window.send(channels.files, read)
      if (left.length > 0) void dialog.showMessageBox({ message: words.cannotRead, detail: left.join('\n') })
    })
  }

  #officeIs(id: string, state: OfficeState): void {
    if (!this.#list.get(id)) return // one that is being added: whoever adds it is answered
    const isShown = id === this.#list.shown
    if (isShown && state.state === 'running') this.#givePort()
    else if (isShown) this.#window.send(channels.office, state)
    if (state.state !== 'stopped' || (isShown && this.#window.isInFront)) return
    this.#say(this.#ofOffice(id, { title: words.stopped, body: state.message }), id)
  }

  /** A page that asks before the office is open gets its port when it is. */
  #givePort(): void {
    this.#window.send(channels.office, this.#offices.state(this.#list.shown))
    this.#window.sendPort(() => this.#offices.process(this.#list.shown)?.openPort() ?? null)
  }

  #tellFinished(id: string, work: FinishedWork): void {
    if (id === this.#list.shown && this.#window.isInFront) return
    notify(this.#ofOffice(id, finishedInWords(work)), () => this.show(placeOf(work), id))
  }

  /** Of which office this is said, where there are several. */
  #ofOffice(id: string, said: { title: string; body: string }): { title: string; body: string } {
    const { listed } = this.#offices
    const name = listed.find((one) => one.id === id)?.name
    return listed.length > 1 && name ? { ...said, body: listWords.ofOffice(name, said.body) } : said
  }

  #publish(): void {
    if (this.#publishing) clearTimeout(this.#publishing)
    this.#publishing = null
    const offices = this.#offices.listed
    const [shown] = offices.filter(({ isShown }) => isShown)
    const status = statusInWords(this.#offices.state(this.#list.shown), shown?.running ?? 0, shown?.needs ?? 0)
    this.#tray.show({ offices, status })
    this.#window.send(channels.offices, { offices, notice: this.#list.notice })
    this.#menu.offices(offices)
  }

  /** Also to whoever started the app in a terminal: the app is about to end, and a notification may end with it. */
  #tellKilled(id: string): void {
    const said = this.#ofOffice(id, words.killed)
    console.error(`${said.title}. ${said.body}`)
    notify(said, () => this.show(undefined, id))
  }

  async #closeWindow(): Promise<void> {
    if (!(await hasTray())) return app.quit()
    this.#window.hide()
    if (this.#said.isFirst('stays-open')) this.#say(words.staysOpen)
  }

  /** By a notification; where there are none, by a dialog. */
  #say(said: { title: string; body: string }, office?: string): void {
    if (!notify(said, () => this.show(undefined, office))) {
      void dialog.showMessageBox({ message: said.title, detail: said.body })
    }
  }
}
