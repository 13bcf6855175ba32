import { Button } from '@mantine/core'
import type { Output } from '../../jobs/api/contract'
import { ForRole } from '../app/lock/for-role'
import { Empty } from '../components/empty'
import { Page } from '../components/page'
import { words } from '../words/en'
import { wasCancelled } from './cancelled'
import { ImportSteps } from './import-steps'

/** A file that could not be read, or whose reading was cancelled: why, and the way on. */
export function RefusedFile({ one }: { one: Output<'imports.get'> }) {
  const text = words.imports.refused
  const isCancelled = wasCancelled(one)
  return (
    <Page
      folio={words.imports.folio(one.import_id)}
      title={one.file_name}
      note={isCancelled ? text.cancelled : text.what}
      band={<ImportSteps id={one.import_id} now={0} />}
    >
      <Empty
        what={isCancelled ? text.cancelled : (one.reason?.message ?? text.what)}
        how={isCancelled ? '' : (one.reason?.fix ?? '')}
      >
        <ForRole needed="clerk">
          <Button component="a" href="#/imports/new">
            {text.again}
          </Button>
        </ForRole>
      </Empty>
    </Page>
  )
}
