import type { Size } from '../../values/logo'
import { Problem } from '../../values/problem'

export const JPEG_SIGNATURE = Buffer.from([0xff, 0xd8, 0xff])

export type Jpeg = Size & { components: 1 | 3; bytes: Buffer }

const broken = (what: string) => new Problem('logo.broken', { what })

/** Frames that every reader of PDF knows: baseline, extended and progressive (ITU-T T.81, table B.1; PDF 32000-1, 7.4.8). */
const FRAMES = [0xc0, 0xc1, 0xc2]
const OTHER_FRAMES = [0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]
/** JFIF's and Adobe's own notes say how its colours are meant; the others hold where and when a picture was taken. */
const KEPT_NOTES = [0xe0, 0xee]

/**
 * A JPEG as a PDF takes it: its size, and its bytes without what cameras and programs note in it. The scan itself is not
 * decoded. Throws `logo.broken` and `logo.unknown_jpeg`.
 */
export function readJpeg(bytes: Buffer): Jpeg {
  const kept: Buffer[] = [Buffer.from([0xff, 0xd8])]
  let frame: { width: number; height: number; components: 1 | 3 } | null = null
  for (let at = 2; ; ) {
    if (bytes[at] !== 0xff || at + 4 > bytes.length) throw broken('it ends in the middle')
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at++ // fill bytes
      continue
    }
    const length = bytes.readUInt16BE(at + 2)
    const end = at + 2 + length
    if (length < 2 || end > bytes.length) throw broken('it ends in the middle')
    const isNote = (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe
    if (!isNote || KEPT_NOTES.includes(marker)) kept.push(bytes.subarray(at, end))
    if (OTHER_FRAMES.includes(marker)) throw new Problem('logo.unknown_jpeg')
    if (FRAMES.includes(marker)) frame = frameOf(bytes.subarray(at + 4, end))
    if (marker === 0xda) {
      if (frame === null) throw broken('it has no head')
      return { ...frame, bytes: Buffer.concat([...kept, scansOf(bytes.subarray(end))]) }
    }
    at = end
  }
}

function frameOf(head: Buffer): { width: number; height: number; components: 1 | 3 } {
  if (head.length < 6) throw broken('it has no head')
  const components = head[5] ?? 0
  if (head[0] !== 8 || (components !== 1 && components !== 3)) throw new Problem('logo.unknown_jpeg')
  return { height: head.readUInt16BE(1), width: head.readUInt16BE(3), components }
}

/** The scans up to the end of the picture; what a program has hung on behind it is left out. */
function scansOf(rest: Buffer): Buffer {
  const end = rest.lastIndexOf(Buffer.from([0xff, 0xd9]))
  if (end < 0) throw broken('it ends in the middle')
  return rest.subarray(0, end + 2)
}
