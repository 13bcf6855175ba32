import { BrowserWindow, type MessagePortMain, nativeTheme } from 'electron'
import { channels } from './channels'
import { ORIGIN } from './origin'
import { words } from './words'

/** The page's ground in both themes, so that nothing flashes before it is drawn. */
const GROUND = { light: '#fdfcf9', dark: '#16191d' }
/** A page that ends so often within a minute would only go on ending. */
const MOST_ENDS = 3
const ENDS_WITHIN_MS = 60_000

export type WindowListeners = {
  /** The user closes it; it stays until who listens hides it or quits. */
  onClose(): void
  /** Its page ended too often to be loaded again. */
  onGivenUp(): void
}

/** The one window, whichever office it shows. Made when it is first shown; a page that crashes is loaded again. */
export class OfficeWindow {
  #window: BrowserWindow | null = null
  #ends: number[] = []
  #mayClose = false
  #doesPageListen = false

  constructor(
    private readonly preload: string,
    private readonly listeners: WindowListeners,
  ) {}

  /** Whether somebody sees it now. */
  get isInFront(): boolean {
    return Boolean(this.#window?.isVisible() && this.#window.isFocused())
  }

  /** Whether its page runs and hears what it is sent. */
  get isListening(): boolean {
    return this.#window !== null && this.#doesPageListen
  }

  get forDialogs(): BrowserWindow | null {
    return this.#window
  }

  async open(): Promise<void> {
    this.#window = this.#make()
    await this.#window.loadURL(`${ORIGIN}/`)
  }

  /**
   * Loads the page anew for an office, at a place of it: all that the last page held goes with it. The office stands in the
   * address, since an address that differs in its hash alone loads nothing.
   */
  async load(office: string, place = ''): Promise<void> {
    this.#doesPageListen = false // what is sent from now on is for the new page
    this.#window ??= this.#make()
    const address = `${ORIGIN}/?office=${office}${place ? `#${place}` : ''}`
    // The next switch, or a page that ends meanwhile, ends this one: neither is an error of the office.
    await this.#window.loadURL(address).catch((error: unknown) => console.error(error))
  }

  /** Brings it to the front, with a place of the page where one is given (`/tasks/7`). */
  async show(place?: string): Promise<void> {
    if (!this.#window) await this.open()
    const window = this.#window
    if (!window) return
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
    if (place) window.webContents.send(channels.open, place)
  }

  hide(): void {
    this.#window?.hide()
  }

  send(channel: string, ...args: unknown[]): void {
    this.#window?.webContents.send(channel, ...args)
  }

  /** The page has said that it is loaded; what it is sent before that would be lost, or come twice. */
  pageListens(): void {
    this.#doesPageListen = true
  }

  /** The page's end of a new port to the office, once the page listens: it asks for the first one itself. */
  sendPort(open: () => MessagePortMain | null): void {
    const port = this.#doesPageListen ? open() : null
    if (port) this.#window?.webContents.postMessage(channels.port, null, [port])
  }

  /** From here on closing is closing: Daybook quits. */
  letClose(): void {
    this.#mayClose = true
  }

  #make(): BrowserWindow {
    const window = new BrowserWindow({
      width: 1280,
      height: 800,
      minWidth: 800,
      minHeight: 560,
      title: words.app,
      backgroundColor: nativeTheme.shouldUseDarkColors ? GROUND.dark : GROUND.light,
      webPreferences: {
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
        spellcheck: false, // its dictionaries would be fetched from a host
        preload: this.preload,
      },
    })
    window.on('close', (event) => {
      if (this.#mayClose) return
      event.preventDefault()
      this.listeners.onClose()
    })
    window.on('closed', () => {
      this.#window = null
      this.#doesPageListen = false
    })
    window.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
      if (isMainFrame && !isSameDocument) this.#doesPageListen = false // the hash changes within one page
    })
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason !== 'clean-exit') this.#pageEnded(window)
    })
    return window
  }

  #pageEnded(window: BrowserWindow): void {
    const now = Date.now()
    this.#ends = [...this.#ends.filter((at) => at > now - ENDS_WITHIN_MS), now]
    if (this.#ends.length <= MOST_ENDS) {
      window.webContents.reload()
      return
    }
    window.destroy()
    this.#ends = []
    this.listeners.onGivenUp()
  }
}
