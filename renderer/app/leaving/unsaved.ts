type Field = HTMLInputElement | HTMLTextAreaElement

/** What a page knows itself to be unsaved: in words, and how it is saved where that can be done on the way out. */
export type Held = {
  what: string
  save?: (then: { done: () => void; refused: () => void }) => void
}

/** Chosen with a click, and so chosen again with one. */
const CHOSEN = ['checkbox', 'radio', 'file', 'button', 'submit', 'range', 'color']

/** A field of a form that takes text. What is typed to find something in a list is no such text. */
function asTyped(target: EventTarget | null): Field | null {
  const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
  if (!isField || target.form === null || target.readOnly || CHOSEN.includes(target.type)) return null
  return target.ariaHasPopup === 'listbox' || target.closest('[data-passing]') ? null : target
}

/**
 * What is typed on this page and would be lost with it: the fields of its forms, whichever they are, until the office has
 * taken what was sent; and what a page itself holds (`useUnsaved`). `data-passing` marks a form that is only tried out.
 */
class Unsaved {
  readonly #before = new WeakMap<Field, string>()
  readonly #typed = new Set<Field>()
  /** What was sent: what is typed into the same field afterwards is not. */
  readonly #sent = new Map<Field, string>()
  readonly #held = new Set<() => Held>()

  /** Hears what is typed, from now on. */
  listen(): void {
    document.addEventListener('focusin', ({ target }) => {
      const field = asTyped(target)
      if (field && !this.#typed.has(field)) this.#before.set(field, field.value)
    })
    document.addEventListener('input', ({ target }) => {
      const field = asTyped(target)
      if (field) this.#typed.add(field)
    })
    document.addEventListener('submit', ({ target }) => this.#send(target as HTMLFormElement), { capture: true })
  }

  /** How many fields hold something else than before. */
  get fields(): number {
    for (const field of this.#typed) {
      if (!field.isConnected || field.value === (this.#before.get(field) ?? '')) this.#typed.delete(field)
    }
    return this.#typed.size
  }

  get held(): Held | undefined {
    return [...this.#held].at(-1)?.()
  }

  get isAny(): boolean {
    return this.#held.size > 0 || this.fields > 0
  }

  /** Answers with how to hold it no longer. */
  hold(held: () => Held): () => void {
    this.#held.add(held)
    return () => void this.#held.delete(held)
  }

  /** The office has taken what a form sent; a form that is not closed by that stands there as saved. */
  accepted(): void {
    for (const [field, value] of this.#sent) this.#saved(field, value)
    this.#sent.clear()
  }

  /** It has not: what was typed is as unsaved as it was. */
  refused(): void {
    this.#sent.clear()
  }

  /** Whoever leaves now wants to. */
  letGo(): void {
    for (const field of this.#typed) this.#saved(field, field.value)
    this.#held.clear()
  }

  #send(form: HTMLFormElement): void {
    for (const field of this.#typed) if (field.form === form) this.#sent.set(field, field.value)
  }

  #saved(field: Field, value: string): void {
    this.#before.set(field, value)
    if (field.value === value) this.#typed.delete(field)
  }
}

/** Of this page: there is one of it. */
export const unsaved = new Unsaved()
