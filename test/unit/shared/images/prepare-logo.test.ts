import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readJpeg } from '../../../../jobs/shared/images/jpeg'
import { readPng, writePng } from '../../../../jobs/shared/images/png'
import { prepareLogo } from '../../../../jobs/shared/images/prepare-logo'
import { scaleDown } from '../../../../jobs/shared/images/raster'
import { fitInto, LOGO_BOX, LOGO_ON_SLIP_BYTES } from '../../../../jobs/values/logo'
import type { Problem } from '../../../../jobs/values/problem'
import { chunkOf, pngOf, type Shape } from '../../../support/png-of'

const refusal = (bytes: Buffer): Promise<string> =>
  prepareLogo(bytes).then(
    () => 'accepted',
    (error: Problem) => error.code,
  )

const DEPTHS: [colour: number, depths: number[], samples: number][] = [
  [0, [1, 2, 4, 8, 16], 1],
  [2, [8, 16], 3],
  [3, [1, 2, 4, 8], 1],
  [4, [8, 16], 2],
  [6, [8, 16], 4],
]

/** A picture of any shape with what its pixels are in eight bits. */
const pictures = fc
  .constantFrom(...DEPTHS.flatMap(([colour, depths, samples]) => depths.map((depth) => ({ colour, depth, samples }))))
  .chain(({ colour, depth, samples }) =>
    fc.record({
      colour: fc.constant(colour),
      depth: fc.constant(depth),
      width: fc.integer({ min: 1, max: 19 }),
      height: fc.integer({ min: 1, max: 19 }),
      interlaced: fc.boolean(),
      filters: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 5 }),
      pixels: fc.array(fc.array(fc.nat({ max: 2 ** depth - 1 }), { minLength: samples, maxLength: samples }), {
        minLength: 361,
        maxLength: 361,
      }),
      palette: fc.array(fc.array(fc.nat({ max: 255 }), { minLength: 4, maxLength: 4 }), {
        minLength: 256,
        maxLength: 256,
      }),
    }),
  )

describe('a PNG', () => {
  it('of every colour type, depth and filter, interlaced or not, is read pixel by pixel', async () => {
    await fc.assert(
      fc.asyncProperty(pictures, async ({ filters, pixels, palette, ...shape }) => {
        const { colour, depth, width, height } = shape
        const colours = palette.slice(0, 2 ** Math.min(depth, 8))
        const raster = await readPng(pngOf(shape, pixels, { filters, ...(colour === 3 && { palette: colours }) }))
        const to8 = (sample: number) =>
          depth === 16 ? sample >> 8 : depth === 8 ? sample : Math.round((sample * 255) / (2 ** depth - 1))
        const expected = pixels.slice(0, width * height).flatMap((samples) => {
          const [a = 0, b = 0, c = 0, d = 0] = samples.map(to8)
          if (colour === 3) return colours[samples[0] ?? 0] ?? []
          return { 0: [a, a, a, 255], 2: [a, b, c, 255], 4: [a, a, a, b], 6: [a, b, c, d] }[colour] ?? []
        })
        expect([...raster.rgba]).toEqual(expected)
      }),
      { numRuns: 300 },
    )
  })

  it('may declare one colour transparent', async () => {
    const shape: Shape = { width: 2, height: 1, depth: 8, colour: 2, interlaced: false }
    const { rgba } = await readPng(
      pngOf(
        shape,
        [
          [1, 2, 3],
          [1, 2, 4],
        ],
        { key: [1, 2, 3] },
      ),
    )
    expect([rgba[3], rgba[7]]).toEqual([0, 255])
  })

  it('is written so that it reads the same', async () => {
    const bytes = fc.uint8Array({ minLength: 4 * 35, maxLength: 4 * 35 })
    await fc.assert(
      fc.asyncProperty(bytes, fc.boolean(), async (rgba, isOpaque) => {
        const pixels = isOpaque ? rgba.map((value, at) => (at % 4 === 3 ? 255 : value)) : rgba
        expect((await readPng(writePng({ width: 7, height: 5, rgba: pixels }))).rgba).toEqual(pixels)
      }),
    )
  })
})

const flat = (width: number, height: number): Buffer =>
  pngOf({ width, height, depth: 8, colour: 0, interlaced: false }, Array(width * height).fill([40]))

describe('a logo', () => {
  it('is scaled into its box and not distorted', async () => {
    for (const [width, height] of [
      [1200, 300],
      [300, 900],
      [700, 700],
    ] as const) {
      const made = await prepareLogo(flat(width, height))
      expect(Math.abs(made.width / made.height - width / height)).toBeLessThan(0.05)
      const shown = fitInto(made, LOGO_BOX)
      expect(shown.width <= LOGO_BOX.width && shown.height <= LOGO_BOX.height).toBe(true)
      expect(shown.width > LOGO_BOX.width - 1 || shown.height > LOGO_BOX.height - 1).toBe(true)
    }
  })

  it('that is small stays as it is', async () => {
    expect(await prepareLogo(flat(60, 20))).toMatchObject({ width: 60, height: 20, mediaType: 'image/png' })
  })

  it('weighs little on a payslip, even a picture of noise', async () => {
    let seed = 7
    const noise = () => {
      seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff
      return (seed >> 16) & 0xff
    }
    const shape: Shape = { width: 620, height: 400, depth: 8, colour: 2, interlaced: false }
    const made = await prepareLogo(
      pngOf(
        shape,
        Array.from({ length: 620 * 400 }, () => [noise(), noise(), noise()]),
      ),
    )
    expect(made.bytes.length).toBeLessThanOrEqual(LOGO_ON_SLIP_BYTES)
    expect(await refusal(made.bytes)).toBe('accepted')
  })

  it('keeps the edge of what is transparent free of the colour behind it', () => {
    const rgba = new Uint8Array([255, 0, 0, 255, 0, 255, 0, 0])
    expect([...scaleDown({ width: 2, height: 1, rgba }, { width: 1, height: 1 }).rgba]).toEqual([255, 0, 0, 128])
  })
})

const ihdr = (width: number, height: number): Buffer => {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 6, 0, 0, 0], 8)
  return chunkOf('IHDR', head)
}
const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex')
const END = chunkOf('IEND', Buffer.alloc(0))

/** A JPEG's skeleton: notes, a frame, a scan that nobody decodes. */
function jpeg({ width = 300, height = 80, frame = 0xc0, components = 3, notes = [0xe0], scan = 40 } = {}): Buffer {
  const segment = (marker: number, body: Buffer) => {
    const head = Buffer.from([0xff, marker, 0, 0])
    head.writeUInt16BE(body.length + 2, 2)
    return Buffer.concat([head, body])
  }
  const size = Buffer.alloc(6)
  size[0] = 8
  size.writeUInt16BE(height, 1)
  size.writeUInt16BE(width, 3)
  size[5] = components
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...notes.map((marker) => segment(marker, Buffer.from(`note ${marker}, taken at home`))),
    segment(frame, Buffer.concat([size, Buffer.alloc(3 * components)])),
    segment(0xda, Buffer.alloc(10)),
    Buffer.alloc(scan, 0x11),
    Buffer.from([0xff, 0xd9]),
  ])
}

describe('a file that is no logo is refused in words', () => {
  it.each<[string, string, Buffer]>([
    ['an SVG', 'logo.svg', Buffer.from('<?xml version="1.0"?>\n<!-- x --><svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['an SVG with a byte order mark', 'logo.svg', Buffer.from('\uFEFF<svg onload="alert(1)"/>')],
    ['a page', 'logo.not_an_image', Buffer.from('<html><body>logo.png</body></html>')],
    ['a GIF', 'logo.not_an_image', Buffer.from('GIF89a......')],
    ['nothing', 'logo.not_an_image', Buffer.alloc(0)],
    ['more than a megabyte', 'logo.too_large', Buffer.alloc(1024 * 1024 + 1)],
    ['half a PNG', 'logo.broken', flat(60, 20).subarray(0, 70)],
    ['a PNG with a wrong check sum', 'logo.broken', Buffer.concat([SIGNATURE, ihdr(60, 20).fill(9, 20, 21), END])],
    ['a PNG without pixels', 'logo.broken', Buffer.concat([SIGNATURE, ihdr(60, 20), END])],
    ['a PNG of many pixels', 'logo.too_many_pixels', Buffer.concat([SIGNATURE, ihdr(30_000, 30_000), END])],
    ['a PNG of a long line', 'logo.too_many_pixels', Buffer.concat([SIGNATURE, ihdr(9_000, 16), END])],
    ['a PNG of no pixels', 'logo.too_few_pixels', Buffer.concat([SIGNATURE, ihdr(0, 0), END])],
    ['a JPEG of many pixels', 'logo.too_many_pixels', jpeg({ width: 60_000, height: 60_000 })],
    ['a JPEG in printing colours', 'logo.unknown_jpeg', jpeg({ components: 4 })],
    ['a lossless JPEG', 'logo.unknown_jpeg', jpeg({ frame: 0xc3 })],
    ['half a JPEG', 'logo.broken', jpeg().subarray(0, -2)],
    ['a JPEG that is cut in its head', 'logo.broken', jpeg().subarray(0, 30)],
    ['a heavy JPEG', 'logo.heavy_jpeg', jpeg({ scan: 60 * 1024 })],
  ])('%s', async (_name, code, bytes) => expect(await refusal(bytes)).toBe(code))

  it('a bomb: what unpacks to more than its size says is refused before it is unpacked', async () => {
    const bomb = deflateSync(Buffer.alloc(200 * 1024 * 1024, 0), { level: 9 })
    expect(bomb.length).toBeLessThan(1024 * 1024)
    const before = process.memoryUsage().arrayBuffers
    const bytes = Buffer.concat([SIGNATURE, ihdr(60, 20), chunkOf('IDAT', bomb), END])
    expect(await refusal(bytes)).toBe('logo.broken')
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50 * 1024 * 1024)
  })

  it('whatever the bytes are, in words and never as a fault of the program', async () => {
    const whole = [flat(60, 20), jpeg({ notes: [0xe0, 0xe1] })]
    const damaged = fc
      .record({ of: fc.constantFrom(...whole), at: fc.nat(), value: fc.nat({ max: 255 }), cut: fc.nat() })
      .map(({ of, at, value, cut }) => {
        const bytes = Buffer.from(of)
        bytes[at % bytes.length] = value
        return bytes.subarray(0, bytes.length - (cut % 4 === 0 ? cut % bytes.length : 0))
      })
    await fc.assert(
      fc.asyncProperty(damaged, async (bytes) => {
        expect(await refusal(Buffer.from(bytes))).toMatch(/^(accepted|logo\.[a-z_]+)$/)
      }),
      { numRuns: 500 },
    )
  })
})

describe('a JPEG', () => {
  it('goes onto payslips without what a camera notes of where and when', async () => {
    const made = await prepareLogo(jpeg({ notes: [0xe0, 0xe1, 0xe2, 0xee, 0xfe] }))
    expect(made).toMatchObject({ mediaType: 'image/jpeg', width: 300, height: 80 })
    const text = made.bytes.toString('latin1')
    expect([0xe0, 0xe1, 0xe2, 0xee, 0xfe].map((note) => text.includes(`note ${note},`))).toEqual([
      true,
      false,
      false,
      true,
      false,
    ])
    expect(readJpeg(made.bytes)).toMatchObject({ width: 300, height: 80, components: 3 })
  })
})
