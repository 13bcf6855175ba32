import type { Screen } from '../app/screen'
import { Audit } from '../audit/audit'
import { MailPage } from './mail'
import { Outbox } from './outbox'

export const outboxScreens: Screen[] = [
  { path: '/outbox', component: Outbox },
  { path: '/outbox/$id', component: MailPage },
  { path: '/audit', component: Audit },
]
