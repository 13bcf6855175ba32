import { useParams } from '@tanstack/react-router'
import type { Output } from '../../jobs/api/contract'
import { useOfficeClock } from '../app/live'
import { useAsk } from '../app/office'
import { Facts } from '../components/facts'
import { Mark } from '../components/mark'
import { Page } from '../components/page'
import { ReasonLine, Refusal } from '../components/refusal'
import { Section } from '../components/section'
import { SidePanel } from '../components/side-panel'
import { whenOf } from '../components/when'
import { words } from '../words/en'
import classes from './mail.module.css'
import { useMailTools } from './mail-tools'
import { mailMarks } from './marks'

const text = words.outbox.page
const back = <a href="#/outbox">{words.outbox.title}</a>

/** One mail as it goes out, what the server said to it, and what can be done. */
export function MailPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const about = useAsk('system.about', {})
  const mail = useAsk('outbox.get', { id })
  const now = useOfficeClock(about.data?.now)
  const { tools, notice } = useMailTools(Number(id), mail.data)
  const zone = about.data?.zone
  if (!zone || (!mail.data && !mail.error)) return null
  if (!mail.data)
    return (
      <Page folio={text.folio} title={words.outbox.title} note={back}>
        <Refusal error={mail.error} />
      </Page>
    )
  const { subject, reason, state, html, attachments } = mail.data
  const isCalm = state !== 'failed'
  return (
    <Page
      folio={
        <>
          {text.folio}
          <br />
          {id}
        </>
      }
      title={subject}
      note={
        <>
          {back} / {mail.data.to_name ? `${mail.data.to_name}, ${mail.data.to}` : mail.data.to}
        </>
      }
      tools={tools}
      aside={<MailAside mail={mail.data} when={(iso) => whenOf(iso, zone, now)} />}
    >
      {notice}
      {reason && <ReasonLine reason={reason} isCalm={isCalm} />}
      <Section title={text.message}>
        <pre className={classes.text}>{mail.data.text}</pre>
      </Section>
      {html !== null && (
        <Section title={text.html}>
          <pre className={`${classes.text} ${classes.source}`}>{html}</pre>
        </Section>
      )}
      {attachments.length > 0 && (
        <Section title={text.attachments} count={attachments.length}>
          <ul className={classes.text}>
            {attachments.map((one) => (
              <li key={one.name}>
                {one.name} <span className={classes.quiet}>{text.size(one.size)}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}

function MailAside({ mail, when }: { mail: Output<'outbox.get'>; when: (iso: string) => string }) {
  const waits = mail.state === 'queued' || mail.state === 'held'
  return (
    <SidePanel label={text.about}>
      <Section inPanel title={text.about}>
        <Facts
          facts={[
            [
              text.facts.state,
              <Mark key="state" state={mailMarks[mail.state]} word={words.outbox.states[mail.state]} />,
            ],
            [text.facts.to, mail.to],
            ...(mail.from ? [[text.facts.from, mail.from] as [string, string]] : []),
            [text.facts.queued, when(mail.created_at)],
            ...(waits
              ? [[text.facts.goes, mail.not_before ? when(mail.not_before) : text.heldForGood] as [string, string]]
              : []),
            [text.facts.changed, when(mail.changed_at)],
            [text.facts.attempts, String(mail.attempts)],
            [text.facts.kind, text.kinds[mail.kind] ?? mail.kind],
            [text.facts.number, mail.message_id],
          ]}
        />
      </Section>
      <Section inPanel title={text.server}>
        <div className={classes.side}>{mail.smtp_reply ?? <p className={classes.quiet}>{text.noReply}</p>}</div>
      </Section>
      <Section inPanel title={text.related}>
        <div className={classes.side}>
          {mail.task_id && <a href={`#/tasks/${mail.task_id}`}>{text.task(mail.task_id)}</a>}
          <a href={`#/outbox?lot=${encodeURIComponent(mail.lot)}`}>{text.lot}</a>
        </div>
      </Section>
    </SidePanel>
  )
}
