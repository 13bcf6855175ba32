import { Button } from '@mantine/core'
import { Empty } from '../../components/empty'
import { Page } from '../../components/page'
import { words } from '../../words/en'

const text = words.parts.notHere

export function NotHere() {
  return (
    <Page folio="" title={text.title}>
      <Empty what={text.what} how={text.how}>
        <Button component="a" href="#/today">
          {text.toToday}
        </Button>
      </Empty>
    </Page>
  )
}
