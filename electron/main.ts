import path from 'node:path'
import { app, BrowserWindow, dialog, ipcMain, session, shell } from 'electron'
import { isExternal, isOwnPage, ORIGIN } from './origin'
import { registerScheme, servePage } from './page-scheme'
import { type OfficeProcess, startOffice } from './start-office'

const dist = path.join(__dirname, '..')

registerScheme()

function openWindow(): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    show: true,
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      preload: path.join(__dirname, 'preload.cjs'),
    },
  })
  window.webContents.setWindowOpenHandler(({ url }) => {
    if (isExternal(url)) void shell.openExternal(url)
    return { action: 'deny' }
  })
  window.webContents.on('will-navigate', (event) => event.preventDefault())
  window.webContents.on('will-attach-webview', (event) => event.preventDefault())
  return window
}

async function start(): Promise<void> {
  await app.whenReady() // before it, utilityProcess.fork is not allowed
  const office = startOffice(path.join(dist, 'office/office-process.cjs'))
  servePage(path.join(dist, 'renderer'))
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, done) => done(false))
  session.defaultSession.setPermissionCheckHandler(() => false)
  const window = openWindow()
  givePortsTo(window, office)
  await window.loadURL(`${ORIGIN}/`)
  await office
  process.send?.('ready')
}

/** The page asks for its port once it listens; only the main frame of our own page in this window gets one. */
function givePortsTo(window: BrowserWindow, office: Promise<OfficeProcess>): void {
  ipcMain.on('office-port-wanted', (event) => {
    const isMainFrame = event.senderFrame !== null && event.senderFrame === window.webContents.mainFrame
    if (!isMainFrame || !isOwnPage(event.senderFrame?.url ?? '')) return
    void office.then(
      (running) => event.sender.postMessage('office-port', null, [running.openPort()]),
      () => undefined, // said by `start`
    )
  })
}

if (app.requestSingleInstanceLock()) {
  app.on('window-all-closed', () => app.quit())
  start().catch((error: unknown) => {
    console.error(error)
    if (!process.send)
      dialog.showErrorBox('Daybook cannot open', error instanceof Error ? error.message : String(error))
    app.exit(1)
  })
} else {
  app.quit()
}
