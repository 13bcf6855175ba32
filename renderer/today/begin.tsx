import { Button } from '@mantine/core'
import { ForRole } from '../app/lock/for-role'
import { useMay } from '../app/lock/use-session'
import { useModules } from '../app/modules'
import { useAct, useAsk } from '../app/office'
import { Entry } from '../components/entry'
import { Mark } from '../components/mark'
import { refusalText } from '../components/refused-line'
import { Section } from '../components/section'
import { words } from '../words/en'

const { today } = words

/** An office that was started and in which nobody is yet: what comes next. */
export function BringPeople() {
  const mayImport = useMay('clerk')
  const isPeople = useModules()('people')
  const people = useAsk('people.list_employees', { limit: 1 }, { when: mayImport && isPeople }).data?.items
  if (people?.length !== 0) return null
  return (
    <Section title={today.begin}>
      <ul>
        <Entry
          at=""
          mark={<Mark state="added" />}
          what={today.bringPeople}
          why={today.bringPeopleWhy}
          actions={
            <Button component="a" href="#/imports/new" variant="filled">
              {today.importPeople}
            </Button>
          }
        />
      </ul>
    </Section>
  )
}

/** A new office: how to begin. */
export function Begin() {
  const explore = useAct('sample.create')
  return (
    <Section title={today.begin}>
      <ul>
        <Entry
          at=""
          mark={<Mark state="added" />}
          what={today.exploreSample}
          why={explore.error ? refusalText(explore.error) : today.exploreSampleWhy}
          actions={
            <ForRole needed="owner">
              <Button disabled={explore.isPending} onClick={() => explore.mutate({})}>
                {explore.isPending ? today.filling : today.explore}
              </Button>
            </ForRole>
          }
        />
        <Entry
          at=""
          mark={<Mark state="added" />}
          what={today.startMine}
          why={today.startMineWhy}
          actions={
            <ForRole needed="manager">
              <Button component="a" href="#/start" variant="filled">
                {today.start}
              </Button>
            </ForRole>
          }
        />
      </ul>
    </Section>
  )
}
