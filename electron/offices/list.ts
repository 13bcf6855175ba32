import type { ListedOffices } from '../../jobs/api/page-bridge'
import { listWords } from '../words-offices'
import { type Entry, newEntry, type OfficeList, withHome } from './entries'
import type { ListFile } from './list-file'

/**
 * The list of offices as the app works with it. What cannot be saved holds until the app ends, and is said: the disk may be
 * full, and nobody shall be kept from opening an office by that.
 */
export class List {
  #list: OfficeList
  #notice: ListedOffices['notice'] = null

  /** `isChosen`: the app was started for the office in this folder, whichever it showed last. */
  constructor(
    private readonly file: ListFile,
    home: { folder: string; isChosen: boolean },
    private readonly onChange: () => void,
  ) {
    const read = file.read() ?? { home: '', shown: null, offices: [] }
    const { damage } = file
    const list = withHome(read, home.folder)
    const isHome = ({ folder }: Entry) => folder === home.folder
    // The app's own office can be taken off the list, but the app is never without one, nor without the one it was started for.
    const isWanted = !list.offices.some(isHome) && (home.isChosen || list.offices.length === 0)
    const offices = isWanted ? [newEntry(home.folder), ...list.offices] : list.offices
    const last = home.isChosen ? undefined : offices.find(({ id }) => id === list.shown)
    const shown = (last ?? offices.find(isHome) ?? offices[0])?.id ?? null
    this.#list = { ...list, offices, shown }
    if (damage) this.#notice = listWords.damaged(damage.keptAs, damage.found)
    this.#save()
  }

  get entries(): readonly Entry[] {
    return this.#list.offices
  }

  get shown(): string {
    return this.#list.shown ?? ''
  }

  get notice(): ListedOffices['notice'] {
    return this.#notice
  }

  get(id: string): Entry | undefined {
    return this.#list.offices.find((one) => one.id === id)
  }

  show(id: string): void {
    this.#put({ ...this.#list, shown: id })
  }

  add(entry: Entry): void {
    this.#put({ ...this.#list, offices: [...this.#list.offices, entry] })
  }

  remove(id: string): void {
    this.#put({ ...this.#list, offices: this.#list.offices.filter((one) => one.id !== id) })
  }

  change(id: string, change: Partial<Pick<Entry, 'label' | 'name' | 'keepsWorking' | 'wasOpen'>>): void {
    const entry = this.get(id)
    if (!entry || Object.entries(change).every(([key, value]) => entry[key as keyof Entry] === value)) return
    this.#put({
      ...this.#list,
      offices: this.#list.offices.map((one) => (one === entry ? { ...one, ...change } : one)),
    })
  }

  noticeSeen(): void {
    this.#notice = null
    this.onChange()
  }

  #put(list: OfficeList): void {
    this.#list = list
    this.#save()
    this.onChange()
  }

  #save(): void {
    try {
      this.file.write(this.#list)
    } catch (error) {
      console.error(error)
      this.#notice = listWords.notSaved(error instanceof Error ? error.message : String(error))
    }
  }
}
