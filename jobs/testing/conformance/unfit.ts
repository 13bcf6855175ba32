/** A result that no JSON can hold. */
export default function unfit(): unknown {
  const ring: { itself?: unknown } = {}
  ring.itself = ring
  return ring
}
