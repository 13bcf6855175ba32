/** How many single letters have to be put in, left out or replaced to make one word the other (Levenshtein). */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}

/** The known names nearest to a mistyped one, best first; what is clearly farther than the best is left out. */
export function nearest(name: string, known: Iterable<string>, limit = 3): string[] {
  const typed = name.toLowerCase()
  const scored: { one: string; score: number }[] = []
  for (const one of known) {
    const lower = one.toLowerCase()
    const tail = lower.slice(lower.lastIndexOf('.') + 1)
    const distance = Math.min(editDistance(typed, lower), editDistance(typed, tail) + 0.5)
    const contains = typed.length > 2 && lower.includes(typed)
    if (contains || distance <= Math.max(2, typed.length / 3)) scored.push({ one, score: contains ? 0 : distance })
  }
  const best = Math.min(...scored.map(({ score }) => score))
  return scored
    .filter(({ score }) => score < best + 1)
    .sort((a, b) => a.score - b.score || (a.one < b.one ? -1 : 1))
    .slice(0, limit)
    .map(({ one }) => one)
}

/** “ Did you mean a or b?”, or nothing where nothing is near: the tail of a sentence that names an unknown word. */
export function didYouMean(name: string, known: Iterable<string>): string {
  const near = nearest(name, known).map((one) => `“${one}”`)
  return near.length === 0 ? '' : ` Did you mean ${near.join(' or ')}?`
}
