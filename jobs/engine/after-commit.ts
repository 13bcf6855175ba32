/** What is done once the open transaction is committed; not at all where it, or the savepoint it belongs to, was undone. */
export class AfterCommit {
  #works: (() => void)[] = []
  #kept = 0

  add(work: () => void): void {
    this.#works.push(work)
  }

  /** How much has been asked for so far, to come back to when a part of the open member is undone. */
  mark(): number {
    return this.#works.length
  }

  restore(mark: number): void {
    this.#works.length = mark
  }

  kept(): void {
    this.#kept = this.#works.length
  }

  undone(): void {
    this.#works.length = this.#kept
  }

  discarded(): void {
    this.#works = []
    this.#kept = 0
  }

  run(): void {
    if (this.#works.length === 0) return
    const works = this.#works
    this.discarded()
    for (const work of works) work()
  }
}
