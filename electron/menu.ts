import { Menu } from 'electron'

/**
 * Electron's own menu offers developer tools and links to its site. macOS needs one for copy, paste and quit; elsewhere
 * the window has all there is.
 */
export function setMenu(platform: NodeJS.Platform = process.platform): void {
  const roles = [{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }] as const
  Menu.setApplicationMenu(platform === 'darwin' ? Menu.buildFromTemplate([...roles]) : null)
}
