import { Button, Table } from '@mantine/core'
import { useState } from 'react'
import type { Output } from '../../jobs/api/contract'
import { useAct } from '../app/office'
import { Empty } from '../components/empty'
import { Ledger } from '../components/ledger'
import { Mark } from '../components/mark'
import { Question } from '../components/question'
import { RefusedLine } from '../components/refused-line'
import { Section } from '../components/section'
import { words } from '../words/en'
import classes from './settings.module.css'

const text = words.settings.backup
const MB = 1_000_000

type Backup = Output<'office.backups'>['items'][number]
type BackupsProps = { backups: Backup[]; when: (iso: string) => string }

/** Every backup with what it is; one of them can take the office's place, after a question. */
export function Backups({ backups, when }: BackupsProps) {
  const [asked, ask] = useState<Backup | null>(null)
  const restore = useAct('office.restore')
  const begin = () => {
    if (asked) restore.mutate({ file: asked.file }, { onSettled: () => ask(null) })
  }
  return (
    <Section title={text.list} count={backups.length}>
      <div className={classes.line} role="status">
        {restore.isPending && <p className={classes.prose}>{text.restoring}</p>}
        {restore.data && (
          <p className={classes.prose}>
            <Mark state="done" word={text.restored(nameOf(restore.data.file), restore.data.held_mails)} />{' '}
            {text.setAside(nameOf(restore.data.set_aside))}
          </p>
        )}
      </div>
      <RefusedLine error={restore.error} />
      {backups.length === 0 ? (
        <Empty what={text.none[0]} how={text.none[1]} />
      ) : (
        <Ledger>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{text.columns.at}</Table.Th>
              <Table.Th w={136}>{text.columns.kind}</Table.Th>
              <Table.Th w={88} data-number>
                {text.columns.size}
              </Table.Th>
              <Table.Th>{text.columns.file}</Table.Th>
              <Table.Th w={104}>{text.restore}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {backups.map((one) => (
              <Table.Tr key={one.file}>
                <Table.Td>{when(one.at)}</Table.Td>
                <Table.Td>{text.kinds[one.kind]}</Table.Td>
                <Table.Td data-number>
                  {(one.bytes / MB).toLocaleString(words.locale, { maximumFractionDigits: 1 })}
                </Table.Td>
                <Table.Td data-quiet>{nameOf(one.file)}</Table.Td>
                <Table.Td className={classes.deed}>
                  <Button
                    variant="subtle"
                    aria-label={text.restoreOf(when(one.at))}
                    disabled={restore.isPending}
                    onClick={() => ask(one)}
                  >
                    {text.restoreIt}
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Ledger>
      )}
      <Question
        isOpen={asked !== null}
        title={asked ? text.question(when(asked.at)) : ''}
        yes={restore.isPending ? text.restoring : text.restoreIt}
        no={text.keep}
        isBusy={restore.isPending}
        onYes={begin}
        onNo={() => ask(null)}
      >
        {text.consequences.map((one) => (
          <p key={one}>{one}</p>
        ))}
      </Question>
    </Section>
  )
}

export const nameOf = (file: string): string => file.split(/[\\/]/).at(-1) ?? file
