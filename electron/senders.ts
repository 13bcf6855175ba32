import { type IpcMainEvent, ipcMain } from 'electron'
import { isOwnPage } from './origin'

type Frame = { url: string; parent: unknown }

/**
 * Only the main frame of our own page, compared by exact origin, may speak to the shell. Electron answers with null
 * where the frame has gone or has been navigated since it spoke.
 */
export function isTrusted(frame: Frame | null | undefined, mainFrame: unknown): boolean {
  return Boolean(frame) && frame === mainFrame && frame?.parent === null && isOwnPage(frame.url)
}

/** Hears a channel of the preload; what comes from anywhere else is not even answered. */
export function onPage(channel: string, listener: (event: IpcMainEvent) => void): void {
  ipcMain.on(channel, (event) => {
    if (isTrusted(event.senderFrame, event.sender.mainFrame)) listener(event)
  })
}
