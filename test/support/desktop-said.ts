import type { ElectronApplication } from 'playwright-core'

type Shown = { title: string; body: string; click(): void }
/** What the shell says outside its window, kept in the main process. */
export type Kept = { shown: Shown[]; tips: string[]; labels: string[]; asked: string[]; answer: number }

/** No desktop shows trays and notifications here: the real objects keep what they would show, and can be clicked. */
export const keepWhatIsSaid = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ Notification, Tray, dialog }) => {
    const kept: Kept = { shown: [], tips: [], labels: [], asked: [], answer: 1 }
    Object.assign(globalThis, { kept })
    Notification.isSupported = () => true
    Notification.prototype.show = function (this: Electron.Notification) {
      kept.shown.push({ title: this.title, body: this.body, click: () => this.emit('click') })
    }
    const { setToolTip, setContextMenu } = Tray.prototype
    Tray.prototype.setToolTip = function (text) {
      kept.tips.push(text)
      setToolTip.call(this, text)
    }
    Tray.prototype.setContextMenu = function (menu) {
      kept.labels = menu?.items.filter((item) => item.type !== 'separator').map((item) => item.label) ?? []
      setContextMenu.call(this, menu)
    }
    Object.assign(dialog, {
      showMessageBox: async (options: { message: string; detail: string }) => {
        kept.asked.push(`${options.message}\n${options.detail}`)
        return { response: kept.answer, checkboxChecked: false }
      },
    })
  })

export const kept = (app: ElectronApplication) =>
  app.evaluate(() => {
    const { shown, tips, labels, asked } = (globalThis as unknown as { kept: Kept }).kept
    return { shown: shown.map(({ title, body }) => ({ title, body })), tips, labels, asked }
  })
