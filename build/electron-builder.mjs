import { rm } from 'node:fs/promises'
import path from 'node:path'

// With ELECTRON_OVERRIDE_DIST_PATH the package is made from the test runtime (see README), else from electron's own version.
const testRuntime = process.env.ELECTRON_OVERRIDE_DIST_PATH

/** @type {import('electron-builder').Configuration} */
export default {
  appId: 'app.daybook',
  productName: 'Daybook',
  directories: { output: 'release' },
  ...(testRuntime ? { electronDist: testRuntime, electronVersion: process.env.ELECTRON_TEST_VERSION } : {}),
  npmRebuild: false,
  // Everything is bundled; of node_modules only better-sqlite3 travels, with the one addon this platform loads.
  files: [
    'package.json',
    'dist/electron/*.cjs',
    'dist/office/*.cjs',
    'dist/renderer/**',
    '!node_modules/**',
    'node_modules/better-sqlite3/package.json',
    'node_modules/better-sqlite3/LICENSE',
    'node_modules/better-sqlite3/lib/**',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder fills these in
    'node_modules/better-sqlite3/prebuilds/${platform}-${arch}.node',
  ],
  asarUnpack: ['**/*.node'],
  electronLanguages: ['en-US'],
  linux: { target: ['deb'], category: 'Office', maintainer: 'Daybook', executableName: 'daybook' },
  electronFuses: {
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: process.env.DAYBOOK_PACKAGE_FOR_TESTS === '1', // playwright needs --inspect
    enableCookieEncryption: true,
    onlyLoadAppFromAsar: true,
    enableEmbeddedAsarIntegrityValidation: true,
    ...(testRuntime ? {} : { loadBrowserProcessSpecificV8Snapshot: false, grantFileProtocolExtraPrivileges: false }),
  },
  async afterPack({ appOutDir }) {
    await rm(path.join(appOutDir, 'resources/default_app.asar'), { force: true })
  },
}
