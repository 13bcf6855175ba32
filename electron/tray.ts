import { Menu, type MenuItemConstructorOptions, nativeImage, Tray } from 'electron'
import type { OfficeState } from '../jobs/api/page-bridge'
import type { RunningWork } from '../jobs/api/shell-channel'
import icon from './tray.png?inline'
import { statusInWords, words } from './words'

export type TrayDeeds = {
  open(place?: string): void
  startAgain(): void
  quit(): void
}

/** The office in the tray: what it does now, and the way to it. */
export class OfficeTray {
  readonly #tray: Tray
  #office: OfficeState = { state: 'starting' }
  #running: RunningWork[] = []
  #shown = ''

  constructor(private readonly deeds: TrayDeeds) {
    const image = nativeImage.createFromDataURL(icon)
    image.setTemplateImage(process.platform === 'darwin')
    this.#tray = new Tray(image)
    this.#tray.on('click', () => {
      if (process.platform !== 'darwin') deeds.open() // there a click opens the menu
    })
    this.#show()
  }

  office(state: OfficeState): void {
    this.#office = state
    this.#show()
  }

  activity(running: RunningWork[]): void {
    this.#running = running
    this.#show()
  }

  #show(): void {
    const status = statusInWords(this.#office, this.#running)
    if (status === this.#shown) return
    this.#shown = status
    this.#tray.setToolTip(`${words.app}: ${status}`)
    this.#tray.setContextMenu(Menu.buildFromTemplate(this.#menu(status))) // Linux shows no change to a menu it has
  }

  #menu(status: string): MenuItemConstructorOptions[] {
    const again = { label: words.startAgain, click: () => this.deeds.startAgain() }
    return [
      { label: status, enabled: false },
      { type: 'separator' },
      { label: words.open, click: () => this.deeds.open() },
      { label: words.tasks, click: () => this.deeds.open('/tasks') },
      ...(this.#office.state === 'stopped' ? [again] : []),
      { type: 'separator' },
      { label: words.quit, click: () => this.deeds.quit() },
    ]
  }
}
