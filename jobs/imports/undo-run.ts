/** Nothing to compute: what was there before lies in the database, and `commit` puts it back. */
export default function runUndo(): null {
  return null
}
