/** The window's page comes from a scheme of its own, which no web page can reach. */
export const ORIGIN = 'app://daybook'

/** Compared as an origin: `app://daybook.evil` and `app://daybook@evil` are other ones. */
export function isOwnPage(url: string): boolean {
  try {
    const { protocol, host, username, password } = new URL(url)
    return `${protocol}//${host}` === ORIGIN && username === '' && password === ''
  } catch {
    return false
  }
}

/** What may be handed to the system's browser or mail program. */
export function isExternal(url: string): boolean {
  try {
    return ['https:', 'mailto:'].includes(new URL(url).protocol)
  } catch {
    return false
  }
}

type Frame = { url: string; parent: unknown }

/**
 * Only the main frame of our own page, compared by exact origin, may speak to the shell. Electron answers with null
 * where the frame has gone or has been navigated since it spoke.
 */
export function isTrusted(frame: Frame | null | undefined, mainFrame: unknown): boolean {
  return Boolean(frame) && frame === mainFrame && frame?.parent === null && isOwnPage(frame.url)
}

const withoutHash = (url: string): string => url.replace(/#.*$/, '')

/** Whether a navigation is the page's own reload. */
export const isReload = (from: string, to: string): boolean => isOwnPage(to) && withoutHash(from) === withoutHash(to)
