import path from 'node:path'
import type { Page } from 'playwright-core'

/** Lets a file of the disk go over the page as a file manager does: the page gets it with its own name and bytes. */
export async function dropFile(page: Page, file: string, at = { x: 500, y: 300 }): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  const data = { items: [], files: [path.resolve(file)], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await devtools.send('Input.dispatchDragEvent', { type, ...at, modifiers: 0, data })
  await devtools.detach()
}
