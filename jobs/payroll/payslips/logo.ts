import type { PdfImage } from './pdf/image'

export type SlipLogo = { sha256: string; mediaType: 'image/png' | 'image/jpeg' }

/** The office's logo, read and decoded once for all payslips of a run. Its file was checked when it was chosen. */
export async function loadLogo(
  logo: SlipLogo | null,
  read: (sha256: string) => Promise<Uint8Array>,
): Promise<PdfImage | null> {
  if (logo === null) return null
  const bytes = Buffer.from(await read(logo.sha256))
  const { imageOfJpeg, imageOfRaster } = await import('./pdf/image')
  if (logo.mediaType === 'image/jpeg') {
    const { readJpeg } = await import('../../shared/images/jpeg')
    return imageOfJpeg(readJpeg(bytes))
  }
  const { readPng } = await import('../../shared/images/png')
  return imageOfRaster(await readPng(bytes))
}
