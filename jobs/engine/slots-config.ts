import type { Scale } from './slot-rest'

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
  testMode: boolean
  /** Memory of the armed fault points, in test mode. */
  faults: SharedArrayBuffer | null
}
