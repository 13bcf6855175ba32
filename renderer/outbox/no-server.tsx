import { Button } from '@mantine/core'
import { ForRole } from '../app/lock/for-role'
import { ReasonLine } from '../components/refusal'
import { words } from '../words/en'

const { message, fix, toSettings } = words.outbox.noServer

/** Why nothing is sent while there is no mail server, and the way to set one up. */
export const NoServer = () => (
  <ReasonLine isCalm reason={{ code: 'mail.no_server', message, fix }}>
    <ForRole needed="manager">
      <Button component="a" href="#/settings/mail">
        {toSettings}
      </Button>
    </ForRole>
  </ReasonLine>
)
