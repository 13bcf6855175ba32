import { bridge } from '../bridge'

const OPEN = /^#\/offices\/open\/([0-9a-f]{8})(\/[\w\-/]*)?$/

/**
 * Going to another office is going to an address of this page: so whatever asks before something typed is left asks here
 * too. Where the page has gone there, the shell is told, and loads the page anew for that office.
 */
export const goToOffice = (id: string): void => window.location.assign(`#/offices/open/${id}`)

/** From the page's first moment on, also while it is locked or has no office: the address may come from tray and menu. */
export function followOfficeAddress(): void {
  window.addEventListener('hashchange', () => {
    const [, id, place] = OPEN.exec(window.location.hash) ?? []
    if (id) void open(id, place)
  })
}

async function open(id: string, place: string | undefined): Promise<void> {
  const answer = await bridge()?.doWithOffices({ deed: 'show', id, ...(place && { place }) })
  if (answer?.outcome === 'refused') window.location.replace('#/offices') // it is no longer in the list: here is what is
}
