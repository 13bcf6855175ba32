import { Button, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Output } from '../../jobs/api/contract'
import { ForRole } from '../app/lock/for-role'
import { useMay } from '../app/lock/use-session'
import { useAct, useAsk, useClient } from '../app/office'
import { formatMinor } from '../components/amount'
import { dayOf } from '../components/dates'
import { Entry } from '../components/entry'
import { Mark } from '../components/mark'
import { RefusedLine } from '../components/refused-line'
import { saveAnswer } from '../components/save-file'
import { SaveLink } from '../components/save-link'
import { Section } from '../components/section'
import { words } from '../words/en'
import classes from './bank.module.css'

const text = words.payOut
type PayOut = Output<'payroll.pay_out'>
type Format = PayOut['format']

/** The bank's file of an approved run: its format, sum and count, who stands in the way, and the files made so far. */
export function BankPart({ runId }: { runId: number }) {
  const mayLook = useMay('clerk')
  const [format, setFormat] = useState<Format | null>(null)
  const [layout, setLayout] = useState<string | null>(null)
  const [payOn, setPayOn] = useState<string | null>(null)
  const client = useClient()
  // While another format is looked at, what stands here stays: the choice keeps the focus.
  const { data: out, isPlaceholderData: isOfOther } = useAsk(
    'payroll.pay_out',
    { id: runId, format },
    { when: mayLook, keep: true },
  )
  const make = useAct('payroll.export_bank_file', {
    done: ({ id }) =>
      void client
        .call('payroll.saved_bank_file', { id })
        .then((file) => saveAnswer(client.transport, file, `/api/payroll/bank-files/${id}`)),
  })
  if (!out) return null
  const money = (minor: number) => `${formatMinor(minor, out.currency)} ${out.currency}`
  const stopped = isOfOther || out.findings.length + out.office_faults.length > 0
  return (
    <>
      <Section title={text.title} count={countOf(out, money)}>
        <div className={classes.choices}>
          <Select
            className={classes.format ?? ''}
            label={text.format}
            data={Object.entries(text.formats).map(([value, label]) => ({ value, label }))}
            value={format ?? out.format}
            allowDeselect={false}
            onChange={(chosen) => chosen && setFormat(chosen as Format)}
          />
          {out.format === 'csv' && (
            <Select
              label={text.layout}
              data={out.layouts}
              value={layout ?? out.layouts[0] ?? null}
              allowDeselect={false}
              onChange={setLayout}
            />
          )}
          <TextInput
            label={text.payOn}
            type="date"
            value={payOn ?? out.pay_on}
            onChange={(event) => setPayOn(event.currentTarget.value)}
          />
          <ForRole needed="manager">
            <Button
              disabled={stopped}
              loading={make.isPending}
              onClick={() =>
                make.mutate({
                  id: runId,
                  format: out.format,
                  ...(out.format === 'csv' && layout !== null && { layout }),
                  ...(payOn !== null && { pay_on: payOn }),
                })
              }
            >
              {out.files.length > 0 ? text.again : text.make}
            </Button>
          </ForRole>
        </div>
        {out.format === 'pain.001.001.09' && <p className={classes.note}>{text.unchecked}</p>}
        {out.otherwise.people > 0 && (
          <p className={classes.note}>{text.otherwise(out.otherwise.people, money(out.otherwise.net_minor))}</p>
        )}
        {out.to_have_back.people > 0 && (
          <p className={classes.note}>
            {text.toHaveBack(out.to_have_back.people, money(out.to_have_back.amount_minor))}
          </p>
        )}
        <RefusedLine error={make.error} />
        <ul>
          {out.office_faults.map((one) => (
            <Entry
              key={one.code}
              at=""
              mark={<Mark state="needs" word={text.office} />}
              what={one.message}
              why={one.fix}
              actions={
                <ForRole needed="manager">
                  <Button component="a" href="#/settings/bank">
                    {text.settings}
                  </Button>
                </ForRole>
              }
            />
          ))}
        </ul>
      </Section>
      {out.findings.length > 0 && <Findings findings={out.findings} />}
      {out.files.length > 0 && <Files files={out.files} />}
    </>
  )
}

/** How many transfers of how much, or what keeps them from being all. */
function countOf({ payments, findings, control_minor }: PayOut, money: (minor: number) => string): string {
  const [all, net] = [payments + findings.length, money(control_minor)]
  if (all === 0) return text.nobody
  if (payments === 0) return text.none(all, net)
  return payments < all ? text.some(payments, all, net) : text.sum(payments, net)
}

function Findings({ findings }: { findings: PayOut['findings'] }) {
  return (
    <Section title={text.findings(findings.length)}>
      <ul className={classes.findings}>
        {findings.map((one) => (
          <Entry
            key={one.employee_id}
            at={one.external_ref ?? ''}
            mark={<Mark state="needs" />}
            what={one.reason.message}
            why={one.reason.fix}
            actions={
              <Button component="a" href={`#/people/${one.employee_id}`}>
                {text.open}
              </Button>
            }
          />
        ))}
      </ul>
    </Section>
  )
}

function Files({ files }: { files: PayOut['files'] }) {
  const mark = useAct('payroll.mark_bank_file')
  return (
    <Section title={text.files} count={files.length}>
      <RefusedLine error={mark.error} />
      <ul>
        {files.map((one) => (
          <Entry
            key={one.id}
            at={String(one.no)}
            mark={<FileMark file={one} />}
            what={one.file_name}
            why={text.file(
              text.formats[one.format] ?? one.format,
              one.payments,
              `${formatMinor(one.control_minor, one.currency)} ${one.currency}`,
              dayOf(one.pay_on),
            )}
            actions={
              <ForRole needed="manager">
                <SaveLink
                  method="payroll.saved_bank_file"
                  input={{ id: one.id }}
                  href={`/api/payroll/bank-files/${one.id}`}
                  name={text.saveOf(one.file_name)}
                >
                  {text.save}
                </SaveLink>
                <Button
                  aria-label={text.markOf(one.unsent ? text.wasSent : text.wasNotSent, one.file_name)}
                  disabled={mark.isPending}
                  onClick={() => mark.mutate({ id: one.id, unsent: !one.unsent })}
                >
                  {one.unsent ? text.wasSent : text.wasNotSent}
                </Button>
              </ForRole>
            }
          />
        ))}
      </ul>
    </Section>
  )
}

function FileMark({ file }: { file: PayOut['files'][number] }) {
  if (file.unsent) return <Mark state="skipped" word={text.unsent} />
  return <Mark state={file.duplicate ? 'needs' : 'done'} word={file.duplicate ? text.duplicate : text.first} />
}
