import type { Area } from './area'
import { billing } from './billing'
import { cash } from './cash'
import { imports } from './imports'
import { maintenance } from './maintenance'
import { notify } from './notify'
import { payroll } from './payroll'
import { bank } from './payroll/bank'
import { handover } from './payroll/handover'
import { payslips } from './payroll/payslips'
import { people } from './people'
import { school } from './school'

/** The office areas of this Daybook. A new area is added here, its runs in `runs.ts`, its words in `words.ts`. */
export const areas: Area[] = [
  maintenance,
  notify,
  imports,
  people,
  payroll,
  payslips,
  bank,
  handover,
  billing,
  cash,
  school,
]
