import type { FileHandle } from 'node:fs/promises'

// The container of Office files before 2007 and of encrypted ones since ([MS-CFB]): a chain of sectors that holds
// directory entries of 128 bytes, each beginning with its name in UTF-16.

export const COMPOUND_FILE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])

const ENTRY_BYTES = 128
const MOST_DIRECTORY_SECTORS = 64

/** Names of the streams and storages in a compound file; what is damaged ends the list. */
export async function compoundFileNames(handle: FileHandle): Promise<string[]> {
  const header = Buffer.alloc(512)
  await handle.read(header, 0, 512, 0)
  const sectorBytes = 2 ** Math.min(header.readUInt16LE(30), 12)
  const names: string[] = []
  let sector = header.readUInt32LE(48)
  for (let read = 0; read < MOST_DIRECTORY_SECTORS && sector < 0xfffffffa; read++) {
    const bytes = Buffer.alloc(sectorBytes)
    const { bytesRead } = await handle.read(bytes, 0, sectorBytes, (sector + 1) * sectorBytes)
    for (let at = 0; at + ENTRY_BYTES <= bytesRead; at += ENTRY_BYTES) {
      const nameBytes = bytes.readUInt16LE(at + 64)
      if (nameBytes >= 2 && nameBytes <= 64) names.push(bytes.toString('utf16le', at, at + nameBytes - 2))
    }
    sector = await nextSector(handle, header, sectorBytes, sector)
  }
  return names
}

/** The allocation table says where the chain goes on; its first 109 sectors are listed in the header. */
async function nextSector(handle: FileHandle, header: Buffer, sectorBytes: number, sector: number): Promise<number> {
  const perSector = sectorBytes / 4
  const table = Math.floor(sector / perSector)
  if (table >= 109) return 0xffffffff
  const tableSector = header.readUInt32LE(76 + table * 4)
  if (tableSector >= 0xfffffffa) return 0xffffffff
  const next = Buffer.alloc(4)
  const { bytesRead } = await handle.read(next, 0, 4, (tableSector + 1) * sectorBytes + (sector % perSector) * 4)
  return bytesRead === 4 ? next.readUInt32LE(0) : 0xffffffff
}
