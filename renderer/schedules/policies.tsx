import type { Input, Output } from '../../jobs/api/contract'
import { Choice, TypedWord } from '../components/choice'
import { words } from '../words/en'

const text = words.schedules.policies

const MISFIRES = ['latest', 'all', 'skip'] as const
const OVERLAPS = ['skip', 'queue', 'replace', 'allow'] as const
const DAYS = ['unchanged', 'before', 'after'] as const

/** What a schedule does about missed and overlapping times and days off, as the sentences show it. */
export type Policies = {
  misfire: (typeof MISFIRES)[number]
  misfireMost: string
  overlap: (typeof OVERLAPS)[number]
  workingDay: (typeof DAYS)[number]
}

export const newPolicies: Policies = { misfire: 'latest', misfireMost: '10', overlap: 'skip', workingDay: 'unchanged' }

const known = <T extends string>(list: readonly T[], found: string, usual: T): T =>
  list.find((one) => one === found) ?? usual

export const policiesOf = (schedule: Output<'schedules.get'>): Policies => ({
  misfire: known(MISFIRES, schedule.misfire, newPolicies.misfire),
  misfireMost: String(schedule.misfire_most),
  overlap: known(OVERLAPS, schedule.overlap, newPolicies.overlap),
  workingDay: known(DAYS, schedule.working_day, newPolicies.workingDay),
})

/** Only what was changed. */
export function policiesGiven(
  chosen: Policies,
  saved: Policies,
): Pick<Input<'schedules.create'>, 'misfire' | 'misfire_most' | 'overlap' | 'working_day'> {
  return {
    ...(chosen.misfire === saved.misfire ? {} : { misfire: chosen.misfire }),
    ...(chosen.misfireMost === saved.misfireMost ? {} : { misfire_most: Number(chosen.misfireMost) }),
    ...(chosen.overlap === saved.overlap ? {} : { overlap: chosen.overlap }),
    ...(chosen.workingDay === saved.workingDay ? {} : { working_day: chosen.workingDay }),
  }
}

type PolicySentencesProps = {
  policies: Policies
  /** Only a rule with days has days that can be moved. */
  hasDays: boolean
  change: (patch: Partial<Policies>) => void
}

const options = <T extends string>(list: readonly T[], names: Record<T, string>) =>
  list.map((one) => [one, names[one]] as const)

/** The rest of the rule as sentences: when the computer was off, while the last one still runs, on a day off. */
export function PolicySentences({ policies, hasDays, change }: PolicySentencesProps) {
  return (
    <>
      <p>
        {text.whenOff}{' '}
        <Choice
          name={text.misfireName}
          value={policies.misfire}
          options={options(MISFIRES, text.misfires)}
          choose={(misfire) => change({ misfire })}
          then={policies.misfire === 'all' ? '' : '.'}
        />
        {policies.misfire === 'all' && (
          <>
            {text.upTo}{' '}
            <TypedWord
              name={text.mostName}
              type="number"
              value={policies.misfireMost}
              change={(misfireMost) => change({ misfireMost })}
              then="."
            />
          </>
        )}
      </p>
      <p>
        {text.whenBusy}{' '}
        <Choice
          name={text.overlapName}
          value={policies.overlap}
          options={options(OVERLAPS, text.overlaps)}
          choose={(overlap) => change({ overlap })}
          then="."
        />
      </p>
      {hasDays && (
        <p>
          {text.dayOff}{' '}
          <Choice
            name={text.dayName}
            value={policies.workingDay}
            options={options(DAYS, text.days)}
            choose={(workingDay) => change({ workingDay })}
            then="."
          />{' '}
          {policies.workingDay !== 'unchanged' && <a href="#/settings/holidays">{text.holidays}</a>}
        </p>
      )}
    </>
  )
}
