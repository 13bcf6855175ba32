import nodeModule from 'node:module'
import os from 'node:os'
import path from 'node:path'

type Surroundings = { environment: Record<string, string | undefined>; platform: NodeJS.Platform; home: string }

/** The platform's place for what a program can make again, of one user on this computer. */
export function cacheFolder({ environment, platform, home }: Surroundings): string {
  if (platform === 'win32')
    return path.join(environment.LOCALAPPDATA || path.join(home, 'AppData', 'Local'), 'Daybook', 'Cache')
  if (platform === 'darwin') return path.join(home, 'Library', 'Caches', 'Daybook')
  return path.join(environment.XDG_CACHE_HOME || path.join(home, '.cache'), 'daybook')
}

/**
 * Keeps what V8 compiled for the next start: about 100 ms of the computing until `serve` is ready (700 ms, a busy
 * machine) was the compiling of the bundles. Node
 * writes it when the process ends and checks it against content and version; where the folder cannot be written, the
 * office starts as if there were none. Node older than 22.8 (Electron's under test) has no such cache.
 */
export function keepCompiledCode(): void {
  const surroundings = { environment: process.env, platform: process.platform, home: os.homedir() }
  nodeModule.enableCompileCache?.(path.join(cacheFolder(surroundings), 'compiled'))
}
