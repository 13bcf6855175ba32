import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { protocol } from 'electron'
import { readAsset } from '../jobs/api/assets'
import { page } from '../jobs/api/page'
import { isOwnPage } from './origin'

/** Before the app is ready: the scheme counts as secure and may fetch. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Answers `app://daybook/` with the page under its policy and `/assets/<name>` with its files, and nothing else. */
export function servePage(rendererFolder: string): void {
  protocol.handle('app', (request) => answer(rendererFolder, request.url).catch(() => notFound()))
}

async function answer(rendererFolder: string, url: string): Promise<Response> {
  if (!isOwnPage(url)) return notFound()
  const { pathname } = new URL(url)
  if (pathname === '/') {
    const { html, csp } = page(await readFile(path.join(rendererFolder, 'index.html'), 'utf8'))
    return new Response(html, { headers: { 'content-type': 'text/html', 'content-security-policy': csp } })
  }
  const asset = await readAsset(rendererFolder, pathname)
  if (!asset) return notFound()
  return new Response(new Uint8Array(asset.body), { headers: { 'content-type': asset.type } })
}

const notFound = () => new Response('not found', { status: 404 })
