import { execFile } from 'node:child_process'

const ANSWER_MS = 2_000
const WATCHER = 'org.kde.StatusNotifierWatcher'
const HOST = 'IsStatusNotifierHostRegistered'

/** The tools that can ask the session bus, whichever is installed; each prints the property's value. */
const TOOLS: [string, string[]][] = [
  [
    'gdbus',
    [
      'call',
      '--session',
      '--timeout',
      '1',
      '--dest',
      WATCHER,
      '--object-path',
      '/StatusNotifierWatcher',
      '--method',
      'org.freedesktop.DBus.Properties.Get',
      WATCHER,
      HOST,
    ],
  ],
  [
    'dbus-send',
    [
      '--session',
      '--print-reply',
      `--dest=${WATCHER}`,
      '/StatusNotifierWatcher',
      'org.freedesktop.DBus.Properties.Get',
      `string:${WATCHER}`,
      `string:${HOST}`,
    ],
  ],
]

/**
 * Whether anything shows tray icons now. Windows and macOS always do. A Linux desktop may have no tray (GNOME without an
 * extension), and Electron does not tell: the bus is asked. Without an answer there is none, and the window never hides.
 */
export async function hasTray(platform: NodeJS.Platform = process.platform): Promise<boolean> {
  if (platform !== 'linux') return true
  for (const [tool, args] of TOOLS) {
    const answer = await ask(tool, args)
    if (answer !== null) return /\btrue\b/.test(answer)
  }
  return false
}

/** What the tool prints; empty where the bus refuses, null where the tool is not installed. */
function ask(tool: string, args: string[]): Promise<string | null> {
  return new Promise((resolve) => {
    execFile(tool, args, { timeout: ANSWER_MS }, (error, out) => {
      if (!error) resolve(out)
      else resolve(error.code === 'ENOENT' ? null : '')
    })
  })
}
