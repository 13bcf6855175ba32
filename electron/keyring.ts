import type { safeStorage } from 'electron'

/** Seals and unseals bytes with the computer's keyring; null where there is none, or where it does not open them. */
export type ShellKeyring = {
  seal(bytes: Uint8Array): Promise<Uint8Array | null>
  unseal(bytes: Uint8Array): Promise<Uint8Array | null>
}

/** What is asked of Electron's safeStorage; the asynchronous calls came late (Electron 25 has none). */
type Storage = typeof safeStorage
type Late = 'getSelectedStorageBackend' | 'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync'
export type SafeStorage = Pick<Storage, 'isEncryptionAvailable' | 'encryptString' | 'decryptString'> &
  Partial<Pick<Storage, Late>>

/** After the app is ready. safeStorage seals text, so the bytes travel as base64. */
export function computersKeyring(storage: SafeStorage, platform = process.platform): ShellKeyring {
  return {
    async seal(bytes) {
      if (!(await isThere(storage, platform))) return null
      const text = Buffer.from(bytes).toString('base64')
      return storage.encryptStringAsync ? await storage.encryptStringAsync(text) : storage.encryptString(text)
    },
    async unseal(bytes) {
      if (!(await isThere(storage, platform))) return null
      const sealed = Buffer.from(bytes)
      const text = storage.decryptStringAsync
        ? (await storage.decryptStringAsync(sealed)).result
        : storage.decryptString(sealed)
      return Buffer.from(text, 'base64')
    },
  }
}

async function isThere(storage: SafeStorage, platform: NodeJS.Platform): Promise<boolean> {
  const isAvailable = storage.isAsyncEncryptionAvailable
    ? await storage.isAsyncEncryptionAvailable()
    : storage.isEncryptionAvailable()
  // On Linux without a keyring Chromium "encrypts" with a password that stands in its source.
  return (
    isAvailable && (platform !== 'linux' || !/^(basic_text|unknown)$/.test(storage.getSelectedStorageBackend?.() ?? ''))
  )
}
