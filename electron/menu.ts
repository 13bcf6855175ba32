import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { ListedOffice } from '../jobs/api/page-bridge'
import { listWords } from './words-offices'

/**
 * Electron's own menu offers developer tools and links to its site. macOS needs one for copy, paste and quit, and has the
 * offices in it where there are several; elsewhere the window has all there is.
 */
export class AppMenu {
  #shown: string | null = null

  constructor(
    private readonly show: (office: string) => void,
    private readonly platform: NodeJS.Platform = process.platform,
  ) {}

  offices(offices: ListedOffice[]): void {
    const isMac = this.platform === 'darwin'
    const looks = isMac ? JSON.stringify(offices.map(({ id, name, isShown }) => [id, name, isShown])) : ''
    if (looks === this.#shown) return // else it would be taken from under the hand that has it open
    this.#shown = looks
    Menu.setApplicationMenu(isMac ? this.#menu(offices) : null)
  }

  #menu(offices: ListedOffice[]): Menu {
    const list = offices.map(({ id, name, isShown }): MenuItemConstructorOptions => {
      return { label: name, type: 'radio', checked: isShown, click: () => this.show(id) }
    })
    const roles: MenuItemConstructorOptions[] = [{ role: 'appMenu' }, { role: 'editMenu' }]
    const among = list.length > 1 ? [{ label: listWords.openAnother, submenu: list }] : []
    return Menu.buildFromTemplate([...roles, ...among, { role: 'windowMenu' }])
  }
}
