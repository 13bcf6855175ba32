import { Button } from '@mantine/core'
import { ReasonLine } from '../components/refusal'
import { words } from '../words/en'

const { message, fix, toSettings } = words.outbox.noServer

/** Why nothing is sent while there is no mail server, and the way to set one up. */
export const NoServer = () => (
  <ReasonLine isCalm reason={{ code: 'mail.no_server', message, fix }}>
    <Button component="a" href="#/settings">
      {toSettings}
    </Button>
  </ReasonLine>
)
