import { type BrowserWindow, dialog } from 'electron'
import type { DeedAnswer, OfficesDeed } from '../../jobs/api/page-bridge'
import { Refused } from '../office-process'
import { addingWords, listWords } from '../words-offices'
import { folderRefusal } from './choose-folder'
import { LONGEST_LABEL } from './entries'
import type { List } from './list'
import type { Offices } from './offices'

type DeedsConfig = {
  list: List
  offices: Offices
  /** Shows an office in the window; what was typed there has been asked about. */
  show(id: string, place?: string): void
  window(): BrowserWindow | null
}

const done: DeedAnswer = { outcome: 'done' }
/** Codes whose advice speaks of a command line, where a dialog is what its user has. */
const ADVISES_COMMAND = /^db\.(network_folder|synchronised_folder|folder_not_writable|not_a_folder)$/

/** Does what the page asks with the list of offices. */
export class OfficesDeeds {
  constructor(private readonly config: DeedsConfig) {}

  async do(deed: OfficesDeed): Promise<DeedAnswer> {
    const { list, offices, show } = this.config
    if (deed.deed === 'notice_seen') list.noticeSeen()
    else if (deed.deed === 'add') return this.#add(deed.kind)
    else if (!list.get(deed.id))
      return refused(
        listWords.unknown(
          deed.id,
          offices.listed.map(({ name }) => name),
        ),
      )
    else if (deed.deed === 'show') show(deed.id, deed.place)
    else if (deed.deed === 'open_again') await offices.open(deed.id).catch(() => undefined)
    else if (deed.deed === 'keep_working') offices.keepWorking(deed.id, deed.keepsWorking)
    else if (deed.deed === 'rename') list.change(deed.id, { label: deed.label.trim().slice(0, LONGEST_LABEL) || null })
    else if (deed.id === list.shown) return refused(listWords.isShown)
    else await offices.remove(deed.id)
    return done
  }

  async #add(kind: 'new' | 'existing'): Promise<DeedAnswer> {
    const { list, offices, show } = this.config
    const folder = await this.#choose(kind)
    if (folder === null) return { outcome: 'left' }
    const refusal = folderRefusal(folder, kind, [...list.entries])
    if (refusal) return refused(refusal)
    try {
      show(await offices.add(folder))
      return done
    } catch (error) {
      const { code, message, fix } = error instanceof Refused ? error : new Refused('', String(error), '')
      return refused({ message, fix: ADVISES_COMMAND.test(code) ? addingWords.otherFolder : fix })
    }
  }

  async #choose(kind: 'new' | 'existing'): Promise<string | null> {
    const window = this.config.window()
    const options: Electron.OpenDialogOptions = {
      title: addingWords.choose[kind],
      message: addingWords.choose[kind], // macOS shows no title
      buttonLabel: addingWords.button[kind],
      properties: kind === 'new' ? ['openDirectory', 'createDirectory'] : ['openDirectory'],
    }
    const { filePaths } = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options))
    return filePaths[0] ?? null
  }
}

const refused = (said: { message: string; fix: string }): DeedAnswer => ({ outcome: 'refused', ...said })
