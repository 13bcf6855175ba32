import { Notification } from 'electron'

/** Those on screen; one that nothing holds on to is collected, and its click is then never heard. */
const shown = new Set<Notification>()
const MOST_SHOWN = 20

/** Says something outside the window; a click leads on. False where this desktop shows no notifications. */
export function notify(said: { title: string; body: string }, onClick: () => void): boolean {
  if (!Notification.isSupported()) return false
  const notification = new Notification(said)
  shown.add(notification)
  const [oldest] = shown
  if (oldest && shown.size > MOST_SHOWN) shown.delete(oldest)
  notification.on('click', () => {
    shown.delete(notification)
    onClick()
  })
  notification.on('close', () => shown.delete(notification))
  notification.show()
  return true
}
