import { Button, Table } from '@mantine/core'
import { useAct, useAsk } from '../app/office'
import { Empty } from '../components/empty'
import { Ledger } from '../components/ledger'
import { Mark } from '../components/mark'
import { Section } from '../components/section'
import { whenOf } from '../components/when'
import { words } from '../words/en'
import classes from './settings.module.css'
import { SettingsPage } from './settings-page'

const text = words.settings.backup
const MB = 1_000_000

export function BackupPage() {
  const about = useAsk('system.about', {}).data
  const backups = useAsk('office.backups', {}).data?.items ?? []
  const back = useAct('office.backup')
  const verify = useAct('office.verify')
  if (!about) return null
  const [newest] = backups
  return (
    <SettingsPage
      title={words.settings.pages.backup}
      note={text.note}
      tools={
        <>
          <Button disabled={verify.isPending} onClick={() => verify.mutate({})}>
            {verify.isPending ? text.checking : text.verify}
          </Button>
          <Button variant="filled" disabled={back.isPending} onClick={() => back.mutate({})}>
            {back.isPending ? text.making : text.now}
          </Button>
        </>
      }
    >
      <div role="status">
        {[back.error, verify.error].map(
          (error) =>
            error && (
              <p key={error.message} className={classes.prose}>
                {error.message}
              </p>
            ),
        )}
        {back.data && <p className={classes.prose}>{text.made(back.data.file)}</p>}
        {verify.data && (
          <p className={classes.prose}>
            {verify.data.ok ? (
              <Mark state="done" word={text.whole(verify.data.files.linked, verify.data.audit.entries)} />
            ) : (
              <Mark state="failed" word={text.notWhole} />
            )}
          </p>
        )}
      </div>
      <Section title={text.list} count={backups.length}>
        {backups.length === 0 ? (
          <Empty what={text.none[0]} how={text.none[1]} />
        ) : (
          <Ledger>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{text.columns.at}</Table.Th>
                <Table.Th>{text.columns.kind}</Table.Th>
                <Table.Th>{text.columns.size}</Table.Th>
                <Table.Th>{text.columns.file}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {backups.map((one) => (
                <Table.Tr key={one.file}>
                  <Table.Td>{whenOf(one.at, about.zone, new Date(about.now))}</Table.Td>
                  <Table.Td>{text.kinds[one.kind]}</Table.Td>
                  <Table.Td>{(one.bytes / MB).toLocaleString(words.locale, { maximumFractionDigits: 1 })} MB</Table.Td>
                  <Table.Td>{one.file.split(/[\\/]/).at(-1)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Ledger>
        )}
      </Section>
      {newest && (
        <Section title={text.restore}>
          <div className={classes.prose}>
            <p>{text.restoreWhy}</p>
            <code className={classes.command}>{text.command(newest.file, about.folder)}</code>
          </div>
        </Section>
      )}
    </SettingsPage>
  )
}
