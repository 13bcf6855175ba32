import { Button } from '@mantine/core'
import { ForRole } from '../app/lock/for-role'
import { useAct } from '../app/office'
import { Entry } from '../components/entry'
import { Mark } from '../components/mark'
import { refusalText } from '../components/refused-line'
import { Section } from '../components/section'
import { words } from '../words/en'

const { today } = words

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
