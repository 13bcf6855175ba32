import { Button } from '@mantine/core'
import { words } from '../words/en'

const text = words.tasks.putOff
const HOUR = 3_600
const SPANS = { hour: HOUR, day: 24 * HOUR, week: 7 * 24 * HOUR } as const

type PutOffProps = { isBusy: boolean; choose: (seconds: number) => void; leave: () => void }

/** For how long a task that waits is put off. */
export const PutOff = ({ isBusy, choose, leave }: PutOffProps) => (
  <>
    {(['hour', 'day', 'week'] as const).map((span) => (
      <Button key={span} disabled={isBusy} onClick={() => choose(SPANS[span])}>
        {text.spans[span]}
      </Button>
    ))}
    <Button variant="subtle" onClick={leave}>
      {text.leave}
    </Button>
  </>
)
