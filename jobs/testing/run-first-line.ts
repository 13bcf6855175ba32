/** Says when its first line ran, on the clock that all threads of a process share. */
export default function firstLine(): { at_ns: string } {
  return { at_ns: process.hrtime.bigint().toString() }
}
