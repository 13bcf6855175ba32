import { builtinModules } from 'node:module'
import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type EnvironmentOptions } from 'vite'

const root = path.resolve(import.meta.dirname, '..')
const at = (...parts: string[]) => path.join(root, ...parts)

// CommonJS; nothing but Node's own modules, electron, better-sqlite3 and (for a workload) playwright-core stays outside. What is imported with import()
// becomes a chunk that is loaded when first used: an idle office keeps neither nodemailer nor fastify in memory.
const node = (folder: string, entries: Record<string, string>): EnvironmentOptions => ({
  consumer: 'server',
  resolve: {
    noExternal: true,
    external: ['electron', 'better-sqlite3', 'playwright-core', ...builtinModules],
    builtins: [...builtinModules, /^node:/],
  },
  build: {
    ssr: true,
    target: 'node18',
    outDir: at('dist', folder),
    emptyOutDir: folder === 'office', // chunks of an older build must not reach a package
    minify: true, // the source text stays in memory, once a thread
    sourcemap: true,
    copyPublicDir: false,
    rolldownOptions: {
      input: Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, at(file)])),
      output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' },
    },
  },
})

export default defineConfig({
  root: at('renderer'),
  base: './',
  plugins: [react()],
  html: { cspNonce: '__CSP_NONCE__' },
  environments: {
    client: {
      build: {
        target: 'chrome114',
        outDir: at('dist/renderer'),
        emptyOutDir: true,
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        chunkSizeWarningLimit: 2000,
        // What the first screen takes, and the rest, which is fetched when the first screen stands: two files, not eighty.
        rolldownOptions: {
          output: {
            codeSplitting: {
              groups: [
                { name: 'first', tags: ['$initial'], priority: 2 },
                { name: 'rest', priority: 1 },
              ],
            },
          },
        },
      },
    },
    main: node('electron', { main: 'electron/main.ts' }),
    preload: node('electron', { preload: 'electron/preload.ts' }), // alone: a sandboxed preload cannot require a chunk
    bench: node('bench', { main: 'test/bench/main.ts' }),
    office: node('office', {
      daybook: 'jobs/api/cli/main.ts',
      'office-process': 'jobs/office-process.ts',
      slot: 'jobs/engine/slot.ts',
      reader: 'jobs/engine/reader.ts',
    }),
  },
  builder: {
    // `build.mjs` names what it wants: the app, or the workloads of `npm run bench`, which no package carries.
    async buildApp(builder) {
      const wanted = (process.env.DAYBOOK_BUILD ?? 'client,main,preload,office').split(',')
      for (const environment of Object.values(builder.environments)) {
        if (wanted.includes(environment.name)) await builder.build(environment)
      }
    },
  },
})
