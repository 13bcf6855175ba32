import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { HandedFile, ListedOffices, OfficeState, PageBridge } from '../jobs/api/page-bridge'
import { channels } from './channels'

// Hands the office's MessagePort to the page. With context isolation a port can only cross by window.postMessage.
ipcRenderer.on(channels.port, (event) => window.postMessage('office-port', window.location.origin, event.ports))
window.addEventListener('DOMContentLoaded', () => ipcRenderer.send(channels.portWanted))

// The address is the hash: the page's own router hears it change.
ipcRenderer.on(channels.open, (_event, place: string) => {
  window.location.hash = `#${place}`
})

let office: OfficeState = { state: 'starting' }
const hearOffice = new Set<(state: OfficeState) => void>()
ipcRenderer.on(channels.office, (_event, state: OfficeState) => {
  office = state
  for (const listener of hearOffice) listener(state)
})

let offices: ListedOffices = { offices: [], notice: null }
const hearOffices = new Set<(list: ListedOffices) => void>()
ipcRenderer.on(channels.offices, (_event, list: ListedOffices) => {
  offices = list
  for (const listener of hearOffices) listener(list)
})

/** Files that arrived before the page listened are kept for it. */
let arrived: HandedFile[] = []
const hearFiles = new Set<(files: HandedFile[]) => void>()
ipcRenderer.on(channels.files, (_event, files: HandedFile[]) => {
  if (hearFiles.size === 0) arrived = [...arrived, ...files]
  for (const listener of hearFiles) listener(files)
})

function listen<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

const bridge: PageBridge = {
  // Electron before 32 puts the path on the file itself.
  pathOf: (file) => webUtils?.getPathForFile(file) ?? (file as File & { path?: string }).path ?? '',
  onFiles(listener) {
    if (arrived.length > 0) listener(arrived)
    arrived = []
    return listen(hearFiles, listener)
  },
  onOffice(listener) {
    listener(office)
    return listen(hearOffice, listener)
  },
  startOfficeAgain: () => ipcRenderer.send(channels.startAgain),
  onOffices(listener) {
    listener(offices)
    return listen(hearOffices, listener)
  },
  doWithOffices: (deed) => ipcRenderer.invoke(channels.deed, deed),
}
contextBridge.exposeInMainWorld('daybook', bridge)
