import type { Scale } from './slot-rest'

export const STARTS_TRIED = 3
export const MEMORY_MB = 256
export const MOST_MB = 1536
/**
 * V8 ends the whole process, not the thread, where one allocation alone goes well past the heap's limit (measured: a text of
 * 200 MB). So that limit lies far above what the watch allows; no text is longer than 1 GB.
 */
export const HEADROOM_MB = 2048
/** A slot that could not be started, while another could, is tried again after so long. */
export const START_AGAIN_MS = 30_000

export type SlotsConfig = {
  /** The bundled slot. */
  file: string
  /** The data folder, for the file store. */
  folder: string
  count: number
  /** Where it changes with the work; as many as `count` always where it is not given. */
  scale?: Pick<Scale, 'least' | 'most'>
  /** What holds more is replaced once idle. */
  memoryMb?: number
  /** What holds more, on its heap and in buffers outside it, is ended under its task. */
  mostMb?: number
  startAgainMs?: number
  testMode: boolean
  /** Memory of the armed fault points, in test mode. */
  faults: SharedArrayBuffer | null
}
