import path from 'node:path'
import { Problem } from '../jobs/values/problem'

/** Where in a content-addressed store a file lies: `ab/abcdef…`. Refuses what is no SHA-256, so that no name becomes a path. */
export function storedPath(root: string, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Problem('files.not_a_digest', { found: sha256.slice(0, 80) })
  return path.join(root, sha256.slice(0, 2), sha256)
}
