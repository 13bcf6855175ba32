import { Button } from '@mantine/core'
import { Empty } from '../../components/empty'
import { Page } from '../../components/page'

export function NotHere() {
  return (
    <Page folio="–" title="Nothing at this address">
      <Empty
        what="This page does not exist, or its module is switched off."
        how="Modules are switched on under Settings."
      >
        <Button component="a" href="#/today">
          Go to Today
        </Button>
      </Empty>
    </Page>
  )
}
