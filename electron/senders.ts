import { type IpcMainEvent, ipcMain } from 'electron'
import { isTrusted } from './origin'

/** Hears a channel of the preload; what comes from anywhere else is not even answered. */
export function onPage(channel: string, listener: (event: IpcMainEvent) => void): void {
  ipcMain.on(channel, (event) => {
    if (isTrusted(event.senderFrame, event.sender.mainFrame)) listener(event)
  })
}

/** Answers a channel of the preload; a call from anywhere else fails. */
export function answerPage(channel: string, answer: (asked: unknown) => Promise<unknown>): void {
  ipcMain.handle(channel, (event, asked: unknown) => {
    if (!isTrusted(event.senderFrame, event.sender.mainFrame)) throw new Error('not from the window’s own page')
    return answer(asked)
  })
}
