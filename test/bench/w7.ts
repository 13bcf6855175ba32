import type { Line } from './measure'
import { w7Import } from './w7-import'
import { w7Payroll } from './w7-payroll'

/** W7: an office's large days. */
export const w7 = async (runs: number): Promise<Line[]> => [...(await w7Import(runs)), ...(await w7Payroll(runs))]
