// A process that takes a data folder and keeps it until it is killed; it says "held", or the code it was refused with.
import { lockFolder } from '../../db/lock'
import type { Problem } from '../../jobs/values/problem'

try {
  lockFolder(process.argv[2] ?? '')
  ;(globalThis as { gc?: () => void }).gc?.() // nobody refers to the lock any more; it holds all the same
  console.log('held')
  setInterval(() => undefined, 60_000)
} catch (error) {
  console.log((error as Problem).code)
}
