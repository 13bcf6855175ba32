import { type IpcMainEvent, ipcMain } from 'electron'
import { isTrusted } from './origin'

/** Hears a channel of the preload; what comes from anywhere else is not even answered. */
export function onPage(channel: string, listener: (event: IpcMainEvent) => void): void {
  ipcMain.on(channel, (event) => {
    if (isTrusted(event.senderFrame, event.sender.mainFrame)) listener(event)
  })
}
