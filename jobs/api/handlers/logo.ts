import { type Logo, readLogo, removeLogo, setLogo } from '../../shared/logo'
import { LOGO_LIMITS } from '../../values/logo'
import { Problem } from '../../values/problem'
import type { logoContract } from '../contract/logo'
import type { HandlersOf, Office } from '../office'

export const logoHandlers: HandlersOf<typeof logoContract> = {
  'office.logo': (office) => shown(office),

  async 'office.set_logo'(office, { file }, { actor }) {
    const { files, engine } = office
    if (!/^[0-9a-f]{64}$/.test(file.sha256) || !(await files.exists(file.sha256)))
      throw new Problem('logo.file_gone', {}, { kind: 'not_found' })
    // Before it is read: the store takes more than a logo may have.
    if (file.size > LOGO_LIMITS.bytes)
      throw new Problem('logo.too_large', { kb: Math.ceil(file.size / 1024) }, { kind: 'too_large' })
    const bytes = await files.read(file.sha256)
    const { prepareLogo } = await import('../../shared/images/prepare-logo')
    const prepared = await prepareLogo(bytes)
    const { mediaType, width, height } = prepared
    const stored = await files.put(prepared.bytes, mediaType, `logo.${mediaType === 'image/png' ? 'png' : 'jpg'}`)
    const chosen = { sha256: file.sha256, size: bytes.length, mediaType, originalName: file.originalName }
    const logo: Logo = {
      sha256: stored.sha256,
      mediaType,
      width,
      height,
      chosen: { sha256: chosen.sha256, name: chosen.originalName },
    }
    await engine.write(actor, (write) => setLogo(write, logo, [chosen, stored]))
    return shown(office)
  },

  async 'office.remove_logo'(office, _input, { actor }) {
    await office.engine.write(actor, removeLogo)
    return shown(office)
  },
}

async function shown({ db, files }: Office) {
  const logo = readLogo(db)
  if (logo === null) return { logo: null }
  const bytes = await files.read(logo.sha256)
  return {
    logo: {
      name: logo.chosen.name,
      width: logo.width,
      height: logo.height,
      bytes: bytes.length,
      data: `data:${logo.mediaType};base64,${bytes.toString('base64')}`,
    },
  }
}
