import { app, type Session, shell, type WebContents } from 'electron'
import { isExternal, isReload } from './origin'

/** Whatever page content is ever made, now or later, stands under these rules. */
export function guardPages(): void {
  app.on('web-contents-created', (_event, contents) => guard(contents))
}

function guard(contents: WebContents): void {
  contents.setWindowOpenHandler(({ url }) => {
    if (isExternal(url)) void shell.openExternal(url)
    return { action: 'deny' }
  })
  // Only the page's own reload leads to the page; a link, a form, a redirect or a file dropped beside its place do not.
  contents.on('will-navigate', (event, url) => {
    if (!isReload(contents.getURL(), url)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
}

/** No camera, place, device or notification of the page's own; no request leaves for any host. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest(
    { urls: ['*://*/*', 'ws://*/*', 'wss://*/*', 'file://*/*', 'ftp://*/*'] },
    (request, answer) => answer({ cancel: !request.url.startsWith('devtools:') }),
  )
  session.on('will-download', (event, item) => {
    // A page may save what it made itself (an error file, an export); nothing comes from outside.
    if (!/^(blob:app:\/\/daybook\/|app:\/\/daybook\/)/.test(item.getURL())) event.preventDefault()
  })
}
