/** Waits for what never comes and hears no signal, as a library that waits for a dead server may. */
export default function hang(): Promise<never> {
  return new Promise(() => undefined)
}
