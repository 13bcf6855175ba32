import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { dataFolder, folderProblem, prepareFolder } from '../../../db/folder'
import { parseMounts, placeProblem } from '../../../db/folder-place'
import { tempFolder } from '../../support/office-db'

const isPosix = process.platform !== 'win32'

describe('where an office lives', () => {
  const at = (platform: NodeJS.Platform, environment: Record<string, string> = {}) =>
    dataFolder(undefined, { environment, platform, home: path.join(path.sep, 'home', 'ana') })

  test('each platform has its place for data of one user', () => {
    expect(at('linux')).toBe('/home/ana/.local/share/daybook')
    expect(at('linux', { XDG_DATA_HOME: '/data' })).toBe('/data/daybook')
    expect(at('darwin')).toBe('/home/ana/Library/Application Support/Daybook')
    expect(at('win32', { LOCALAPPDATA: '/home/ana/Local' })).toBe('/home/ana/Local/Daybook')
  })

  test('--data comes before DAYBOOK_DATA, and that before the platform', () => {
    expect(at('linux', { DAYBOOK_DATA: '/office' })).toBe('/office')
    const environment = { DAYBOOK_DATA: '/office' }
    expect(dataFolder('/given', { environment, platform: 'linux', home: '/home/ana' })).toBe('/given')
  })
})

describe('preparing a data folder', () => {
  test.skipIf(!isPosix)('a missing folder is made for its owner only', () => {
    const folder = path.join(tempFolder(), 'deep', 'office')
    expect(prepareFolder(folder)).toBe(fs.realpathSync(folder))
    expect(fs.statSync(folder).mode & 0o777).toBe(0o700)
    expect(fs.readdirSync(folder)).toEqual([])
  })

  test('a file in the way is named', () => {
    const file = path.join(tempFolder(), 'notes.txt')
    fs.writeFileSync(file, 'mine')
    const under = path.join(file, 'office')
    expect(() => prepareFolder(file)).toThrow(
      expect.objectContaining({ code: 'db.not_a_folder', params: expect.objectContaining({ folder: file }) }),
    )
    expect(() => prepareFolder(under)).toThrow(
      expect.objectContaining({
        code: 'db.not_a_folder',
        params: expect.objectContaining({ folder: file, wanted: under }),
      }),
    )
  })

  test.skipIf(process.platform !== 'linux')('a folder that cannot be written is named', () => {
    expect(() => prepareFolder('/proc/office')).toThrow(
      expect.objectContaining({ code: 'db.folder_not_writable', params: expect.objectContaining({ folder: '/proc' }) }),
    )
  })

  test('a full disk and a quota are called so; a programming error stays what it is', () => {
    const folder = tempFolder()
    for (const code of ['ENOSPC', 'EDQUOT', 'SQLITE_FULL']) {
      const problem = folderProblem(Object.assign(new Error('full'), { code }), folder)
      expect(problem).toMatchObject({ code: 'db.disk_full', transient: true, params: { folder } })
    }
    const mistake = new TypeError('undefined is not a function')
    expect(folderProblem(mistake, folder)).toBe(mistake)
  })

  test('a link into a synchronised folder is refused by where it leads', () => {
    const real = path.join(tempFolder(), 'Dropbox', 'office')
    fs.mkdirSync(real, { recursive: true })
    const link = path.join(tempFolder(), 'office')
    fs.symlinkSync(real, link)
    expect(() => prepareFolder(link)).toThrow(
      expect.objectContaining({
        code: 'db.synchronised_folder',
        params: expect.objectContaining({ service: 'Dropbox' }),
      }),
    )
  })
})

describe('places that are refused', () => {
  const mounts = parseMounts(
    [
      '/dev/vda / ext4 rw 0 0',
      'nas:/office /mnt/nas nfs4 rw 0 0',
      '//nas/office /mnt/office\\040share cifs rw 0 0',
      'sshfs /home/ana/remote fuse.sshfs rw 0 0',
      'overlay /container fuse.fuse-overlayfs rw 0 0',
      'tmpfs /mnt/nas/local tmpfs rw 0 0',
      'nas:/x /covered nfs rw 0 0',
      '/dev/vdb /covered ext4 rw 0 0',
    ].join('\n'),
  )
  const code = (folder: string) => placeProblem(folder, mounts, '/')?.code ?? null

  test.each([
    ['/mnt/nas', 'db.network_folder'],
    ['/mnt/nas/office', 'db.network_folder'],
    ['/mnt/office share/2026', 'db.network_folder'],
    ['/home/ana/remote/x', 'db.network_folder'],
    ['\\\\server\\share\\office', 'db.network_folder'],
    ['//server/share/office', 'db.network_folder'],
    ['/home/ana/Dropbox/office', 'db.synchronised_folder'],
    ['/home/ana/Dropbox (Personal)/office', 'db.synchronised_folder'],
    ['/home/ana/OneDrive - Contoso/office', 'db.synchronised_folder'],
    ['/Users/ana/Google Drive/office', 'db.synchronised_folder'],
    ['/Users/ana/Library/CloudStorage/GoogleDrive-ana@example.org/My Drive', 'db.synchronised_folder'],
    ['/Users/ana/Library/Mobile Documents/com~apple~CloudDocs/office', 'db.synchronised_folder'],
    ['/mnt/nas/local/office', null],
    ['/mnt/nasty/office', null],
    ['/covered/office', null],
    ['/container/office', null],
    ['/home/ana/OneDriveReports', null],
    ['/home/ana/my dropbox notes', null],
    ['/home/ana/.local/share/daybook', null],
  ])('%s: %s', (folder, expected) => {
    expect(code(folder)).toBe(expected)
  })

  test('a Windows path is split at its own separator', () => {
    expect(placeProblem('C:\\Users\\ana\\OneDrive\\office', [], '\\')?.params.service).toBe('OneDrive')
    expect(placeProblem('C:\\Users\\ana\\AppData\\Local\\Daybook', [], '\\')).toBeNull()
  })

  test('this machine’s temp folder is none of them', () => {
    expect(prepareFolder(path.join(tempFolder(), 'x'))).toContain(path.basename(os.tmpdir()))
  })
})
