/** An output that no thread can hand to another. */
export default function uncloneable(): unknown {
  return { call: () => 1 }
}
