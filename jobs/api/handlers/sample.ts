import { listEmployees } from '../../people'
import { SAMPLE_SEED } from '../../sample/seed'
import { isSample } from '../../shared/sample-mark'
import { Problem } from '../../values/problem'
import { dateIn } from '../../values/time'
import type { sampleContract } from '../contract/sample'
import type { HandlersOf, Office } from '../office'

export const sampleHandlers: HandlersOf<typeof sampleContract> = {
  async 'sample.create'(office, { seed = SAMPLE_SEED }) {
    if (hasPeople(office)) throw new Problem('sample.office_not_empty', {}, { kind: 'conflict' })
    await renew(office)({ asideAs: 'before-sample', sample: { seed } })
    return { id: seed }
  },

  async 'sample.remove'(office) {
    if (!isSample(office.db)) throw new Problem('sample.none_here', {}, { kind: 'conflict' })
    return { removed: true as const, set_aside: await renew(office)({ asideAs: 'sample-removed' }) }
  },
}

const hasPeople = (office: Office): boolean =>
  listEmployees(office.db, { text: '', cursor: null, limit: 1 }, dateIn(office.clock.now(), office.engine.zone())).items
    .length > 0

function renew(office: Office): NonNullable<Office['renew']> {
  if (!office.renew || !office.scheduler) throw new Problem('sample.cannot_renew', {}, { kind: 'conflict' })
  return office.renew
}
