import type { Db } from '../../db/open'
import { isSample } from '../shared/sample-mark'
import { readSetting } from '../shared/settings'
import { Problem } from '../values/problem'
import { mailPassword } from './equipment'
import type { SmtpServer } from './smtp/conversation'

/** The office's mail server with its password, for the network lane alone. Throws what keeps mail from being sent. */
export function smtpServer(db: Db): { server: SmtpServer; timeoutMs: number } {
  const mail = readSetting(db, 'mail')
  if (!mail.host) throw new Problem('notify.not_sent_no_server', {}, { kind: 'conflict' })
  const user = mail.user || null
  const password = user === null ? null : mailPassword(db)
  if (user !== null && !password) throw new Problem('notify.not_sent_no_password', { user }, { kind: 'conflict' })
  return {
    server: {
      host: mail.host,
      port: mail.port,
      security: mail.security,
      user,
      password,
      certificate: mail.certificate,
      keptBack: isSample(db),
    },
    timeoutMs: mail.timeout_seconds * 1_000,
  }
}
