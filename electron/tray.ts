import { Menu, type MenuItemConstructorOptions, nativeImage, Tray } from 'electron'
import type { ListedOffice } from '../jobs/api/page-bridge'
import icon from './tray.png?inline'
import { words } from './words'
import { standingInWords } from './words-offices'

export type TrayDeeds = {
  /** Shows an office, the one the window has where none is named, and a place of it. */
  open(place?: string, office?: string): void
  startAgain(office: string): void
  quit(): void
}

/** `status`: what the office does now, where there is only one. */
export type TrayShows = { offices: ListedOffice[]; status: string }

/** The offices in the tray: what each does now, and the way to it. */
export class OfficeTray {
  readonly #tray: Tray
  #shown = ''

  constructor(private readonly deeds: TrayDeeds) {
    const image = nativeImage.createFromDataURL(icon)
    image.setTemplateImage(process.platform === 'darwin')
    this.#tray = new Tray(image)
    this.#tray.on('click', () => {
      if (process.platform !== 'darwin') deeds.open() // there a click opens the menu
    })
    this.show({ offices: [], status: words.starting })
  }

  show({ offices, status }: TrayShows): void {
    const isOne = offices.length < 2
    const lines = isOne ? [status] : offices.map((one) => `${one.name}: ${standingInWords(one)}`)
    const stopped = offices.filter(({ standing }) => ['stopped', 'locked', 'missing', 'newer'].includes(standing))
    const looks = JSON.stringify([lines, stopped.map(({ id }) => id), offices.map(({ id }) => id)])
    if (looks === this.#shown) return
    this.#shown = looks
    this.#tray.setToolTip(isOne ? `${words.app}: ${status}` : [words.app, ...lines].join('\n'))
    const head: MenuItemConstructorOptions[] = isOne
      ? [{ label: status, enabled: false }]
      : offices.map(({ id }, at) => ({ label: lines[at] ?? '', click: () => this.deeds.open(undefined, id) }))
    this.#tray.setContextMenu(Menu.buildFromTemplate(this.#menu(head, stopped, isOne))) // Linux shows no change to a menu it has
  }

  #menu(head: MenuItemConstructorOptions[], stopped: ListedOffice[], isOne: boolean): MenuItemConstructorOptions[] {
    const again = stopped.map(({ id, name }) => ({
      label: isOne ? words.startAgain : words.startAgainNamed(name),
      click: () => this.deeds.startAgain(id),
    }))
    return [
      ...head,
      { type: 'separator' },
      { label: words.open, click: () => this.deeds.open() },
      { label: words.tasks, click: () => this.deeds.open('/tasks') },
      ...again,
      { type: 'separator' },
      { label: words.quit, click: () => this.deeds.quit() },
    ]
  }
}
