import fs from 'node:fs'
import type { ElectronApplication, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test as plain } from 'vitest'
import { launchDesktop, listenForLeaving } from '../support/desktop'
import { dataDir } from '../support/office'
import { watch } from '../support/screen'

const missing = inject('missing').electron
const folder = dataDir()
let app: ElectronApplication
let page: Page

beforeAll(async () => {
  if (missing) return
  app = await launchDesktop(folder)
  page = await app.firstWindow()
  await page.getByText('Everything works.').waitFor()
})
afterAll(async () => {
  await app?.close()
  fs.rmSync(folder, { recursive: true, force: true })
})

const test = (name: string, run: () => Promise<void>) =>
  plain(name, async ({ skip }) => {
    skip(Boolean(missing), missing)
    await run()
  })

test('the page is sandboxed and isolated, and has only the bridge', async () => {
  expect(await page.evaluate('typeof require + typeof process + typeof module')).toBe('undefinedundefinedundefined')
  expect(await page.evaluate('Object.keys(window.daybook).sort()')).toEqual([
    'doWithOffices',
    'onFiles',
    'onOffice',
    'onOffices',
    'pathOf',
    'startOfficeAgain',
  ])
  const given = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>
    }
    const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } = contents.getLastWebPreferences()
    return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag }
  })
  expect(given).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  })
})

test('a port to the office is given to the main frame of our own page, and to nobody else', async () => {
  const given = await app.evaluate(({ BrowserWindow, ipcMain }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    if (!contents) throw new Error('no window')
    const frame = contents.mainFrame
    let ports = 0
    contents.postMessage = (_channel: string, _message: unknown, transferred?: unknown[]) => {
      ports += transferred?.length ?? 0
    }
    const answered = (senderFrame: unknown, mainFrame: unknown = senderFrame) => {
      ports = 0
      ipcMain.emit('office-port-wanted', { senderFrame, sender: { mainFrame } })
      return ports
    }
    const results = {
      evilHost: answered({ url: 'app://daybook.evil/', parent: null }),
      evilUser: answered({ url: 'app://daybook@evil/', parent: null }),
      web: answered({ url: 'https://daybook/', parent: null }),
      subframe: answered({ url: 'app://daybook/', parent: frame }, frame),
      frameOfNobody: answered({ url: 'app://daybook/', parent: null }, frame),
      nullFrame: answered(null, frame),
      own: answered(frame, contents.mainFrame),
    }
    Reflect.deleteProperty(contents, 'postMessage')
    return results
  })
  expect(given).toEqual({
    evilHost: 0,
    evilUser: 0,
    web: 0,
    subframe: 0,
    frameOfNobody: 0,
    nullFrame: 0,
    own: 1,
  })
})

test('the list of offices is changed by the main frame of our own page, by deeds that there are, and by nobody else', async () => {
  const ask = (deed: unknown) =>
    page.evaluate(
      (asked) =>
        window.daybook?.doWithOffices(asked as never).then(
          () => 'answered',
          () => 'failed',
        ),
      deed,
    )
  expect(await ask({ deed: 'notice_seen' })).toBe('answered')
  for (const deed of [
    { deed: 'add_folder', folder: '/etc' },
    { deed: 'show', id: '../../etc' },
    { deed: 'show', id: '00000000', place: 'https://example.org/' },
    'notice_seen',
    null,
  ])
    expect([deed, await ask(deed)]).toEqual([deed, 'failed'])
  const answered = await app.evaluate(async ({ BrowserWindow, ipcMain }) => {
    const frame = BrowserWindow.getAllWindows()[0]?.webContents.mainFrame
    const { _invokeHandlers: handlers } = ipcMain as unknown as {
      _invokeHandlers: Map<string, (event: object, deed: object) => Promise<unknown>>
    }
    const answer = handlers.get('offices-deed')
    const from = async (senderFrame: unknown, mainFrame: unknown) => {
      try {
        await answer?.({ senderFrame, sender: { mainFrame } }, { deed: 'notice_seen' })
        return 'answered'
      } catch {
        return 'refused'
      }
    }
    return [
      await from({ url: 'app://daybook.evil/', parent: null }, frame),
      await from({ url: 'app://daybook/', parent: frame }, frame),
      await from(null, frame),
    ]
  })
  expect(answered).toEqual(['refused', 'refused', 'refused'])
})

test('the page cannot be led away, by script, link, form or frame', async () => {
  const before = page.url()
  const asked = await listenForLeaving(app)
  const refused = watch(page)
  await page.evaluate(() => Object.assign(window, { isSame: true }))
  for (const url of ['http://127.0.0.1:9/', 'app://daybook/assets/other']) {
    await page.evaluate((to) => window.location.assign(to), url)
    await expect.poll(asked).toContainEqual([url, true])
  }
  // The browser itself lets no page lead to a file of the disk.
  await page.evaluate("window.location.assign('file:///etc/passwd')")
  await expect.poll(() => refused.join('\n')).toContain('Not allowed to load local resource: file:///etc/passwd')
  await page.evaluate(() => {
    const link = Object.assign(document.createElement('a'), { href: 'https://example.org/link' })
    document.body.append(link)
    link.click()
    link.remove()
  })
  await expect.poll(asked).toContainEqual(['https://example.org/link', true])
  await page.evaluate(() => {
    const form = Object.assign(document.createElement('form'), { action: 'https://example.org/form', method: 'post' })
    document.body.append(form)
    form.submit()
    form.remove()
  })
  await expect.poll(() => refused.join('\n')).toContain('form-action')
  await page.evaluate(() => {
    document.body.append(Object.assign(document.createElement('iframe'), { src: 'https://example.org/frame' }))
  })
  await expect.poll(() => refused.join('\n')).toMatch(/(Framing|Refused to frame) 'https:\/\/example\.org\//)
  expect(page.url()).toBe(before)
  expect(await page.evaluate('window.isSame')).toBe(true)
  expect(await page.evaluate("document.querySelector('iframe').contentDocument")).toBeNull() // the policy's error page
  await page.evaluate("document.querySelector('iframe').remove()")
})

test('windows are never opened; https and mail go to the system, nothing else', async () => {
  await app.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { opened })
    shell.openExternal = async (url) => void opened.push(url)
  })
  const urls = [
    'https://example.org/help',
    'mailto:office@example.org',
    'http://example.org/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'smb://server/share',
    'app://daybook/',
    'about:blank',
  ]
  for (const url of urls) expect(await page.evaluate((one) => window.open(one) === null, url)).toBe(true)
  expect(app.windows()).toHaveLength(1)
  const opened = await app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened)
  expect(opened).toEqual(['https://example.org/help', 'mailto:office@example.org'])
})

test('no path of app:// leads out of the page’s own files', async () => {
  const urls = [
    '/package.json',
    '/assets/../index.html',
    '/assets/%2e%2e/index.html',
    '/assets/..%2f..%2fpackage.json',
    '/..%2fpackage.json',
    '/assets//etc/passwd',
    '/assets/%00',
    '/index.html',
    'app://daybook.evil/',
    'app://evil/assets/x.js',
  ]
  for (const url of urls) {
    const status = await page.evaluate(
      (one) =>
        fetch(one).then(
          (answer) => answer.status,
          () => 'refused',
        ),
      url,
    )
    expect([url, status === 404 || status === 'refused']).toEqual([url, true])
  }
})

test('the policy refuses inline script, inline style, eval and every outside request', async () => {
  const refused = await page.evaluate(async () => {
    const found: string[] = []
    Object.assign(window, { found })
    document.addEventListener('securitypolicyviolation', (event) => found.push(event.effectiveDirective))
    const script = document.createElement('script')
    script.textContent = 'window.inlineRan = true'
    document.head.append(script)
    const holder = Object.assign(document.createElement('div'), { id: 'holder' })
    holder.innerHTML = '<img src="data:," onerror="window.handlerRan = true"><p style="color:red">x</p>'
    document.body.append(holder)
    document.body.append(Object.assign(new Image(), { src: 'https://example.org/x.png' }))
    const fetched = await fetch('https://example.org/').then(
      () => 'answered',
      () => 'refused',
    )
    // In a turn of its own: what a debugger runs directly is exempt from the policy.
    const evaluated = await new Promise((resolve) =>
      setTimeout(() => {
        try {
          // biome-ignore lint/security/noGlobalEval: the test is that it cannot
          globalThis.eval('1')
          resolve('ran')
        } catch {
          resolve('refused')
        }
      }),
    )
    script.remove()
    return { fetched, evaluated }
  })
  expect(refused).toEqual({ fetched: 'refused', evaluated: 'refused' })
  // Each is reported in a turn of its own; the handler's is, when its picture has failed.
  await expect
    .poll(() => page.evaluate('window.found'))
    .toEqual(expect.arrayContaining(['connect-src', 'img-src', 'script-src-attr', 'script-src-elem', 'style-src-attr']))
  expect(await page.evaluate('[window.inlineRan, window.handlerRan]')).toEqual([undefined, undefined])
  await page.evaluate(() => {
    document.querySelector('#holder')?.remove()
    document.querySelector('img[src^="https"]')?.remove()
  })
})

test('a request that the policy would let pass is still stopped in the session', async () => {
  const outcome = await app.evaluate(async ({ BrowserWindow }) => {
    const bare = new BrowserWindow({ show: false, webPreferences: { sandbox: true } })
    const answer = await bare.loadURL('http://127.0.0.1:9/').then(
      () => 'loaded',
      (error: { code?: string }) => error.code ?? 'failed',
    )
    bare.destroy()
    return answer
  })
  expect(outcome).toBe('ERR_BLOCKED_BY_CLIENT')
})

test('every permission is denied', async () => {
  const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read']
  for (const name of names) {
    const state = await page.evaluate(
      (one) => navigator.permissions.query({ name: one as PermissionName }).then(({ state }) => state),
      name,
    )
    expect([name, state]).toEqual([name, 'denied'])
  }
})
