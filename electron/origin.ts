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
