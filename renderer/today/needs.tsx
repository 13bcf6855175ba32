import { Button } from '@mantine/core'
import type { Output } from '../../jobs/api/contract'
import { ForRole } from '../app/lock/for-role'
import { useAct } from '../app/office'
import { Entry } from '../components/entry'
import { Mark } from '../components/mark'
import { Section } from '../components/section'
import { words } from '../words/en'
import { type Need, wordNeed } from './need-words'

type Check = Output<'system.health'>['checks'][number]
type NeedsProps = { needs: Need[]; checks: Check[]; when: (iso: string) => string }

const { today } = words

/** What waits for a person; what is wrong with the office itself comes first. */
export function Needs({ needs, checks, when }: NeedsProps) {
  return (
    <Section title={today.needsYou} count={needs.length + checks.length}>
      <ul>
        {checks.map((check) => (
          <Entry
            key={check.name}
            at=""
            mark={<Mark state="needs" word={today.marks.health} />}
            what={today.checks[check.name] ?? check.name}
            why={check.detail}
          />
        ))}
        {needs.map((need, index) => (
          <NeedEntry key={keyOf(need)} need={need} when={when} main={index === 0} />
        ))}
      </ul>
    </Section>
  )
}

const keyOf = (need: Need): string =>
  'run_id' in need
    ? `run ${need.run_id}`
    : 'import_id' in need
      ? `import ${need.import_id}`
      : need.kind === 'task_failed'
        ? need.task
        : need.kind

function NeedEntry({ need, when, main }: { need: Need; when: (iso: string) => string; main: boolean }) {
  const { state, what, why, href, open } = wordNeed(need)
  const setAside = useAct('office.see_notices')
  const retry = useAct('tasks.retry')
  const refused = setAside.error ?? retry.error
  return (
    <Entry
      at={when(need.at)}
      mark={<Mark state={state} word={today.marks[need.kind]} />}
      what={what}
      why={refused ? refused.message : why}
      actions={
        <>
          {need.kind === 'task_failed' && (
            <>
              <ForRole needed="clerk">
                <Button
                  variant="subtle"
                  disabled={setAside.isPending}
                  onClick={() => setAside.mutate({ ids: need.notice_ids })}
                >
                  {today.setAside}
                </Button>
              </ForRole>
              {need.n === 1 && (
                <ForRole needed="manager">
                  <Button disabled={retry.isPending} onClick={() => retry.mutate({ id: Number(need.task_id) })}>
                    {today.tryAgain}
                  </Button>
                </ForRole>
              )}
            </>
          )}
          <Button component="a" href={href} variant={main ? 'filled' : 'default'}>
            {open}
          </Button>
        </>
      }
    />
  )
}
