import { powerMonitor } from 'electron'

/** After the app is ready. A timer counts awake time only: the office must be told that the world went on. */
export function watchPower(listeners: { onWake(): void; onShutdown(): void }): void {
  powerMonitor.on('resume', listeners.onWake)
  powerMonitor.on('unlock-screen', listeners.onWake) // some desktops tell of this one only
  powerMonitor.on('shutdown', listeners.onShutdown)
}
