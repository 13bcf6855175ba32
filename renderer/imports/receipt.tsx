import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Output } from '../../jobs/api/contract'
import { useOfficeClock } from '../app/live'
import { ForRole } from '../app/lock/for-role'
import { useMay } from '../app/lock/use-session'
import { useAsk } from '../app/office'
import { ActionBar } from '../components/action-bar'
import { Entry } from '../components/entry'
import { Facts } from '../components/facts'
import { Mark } from '../components/mark'
import { Page } from '../components/page'
import { SaveLink } from '../components/save-link'
import { Section } from '../components/section'
import { whenOf } from '../components/when'
import { words } from '../words/en'
import { ImportSteps } from './import-steps'
import classes from './imports.module.css'
import { PayRunNext } from './pay-run-next'
import { SheetNext } from './sheet-next'
import { UndoPanel } from './undo-panel'
import { useBy } from './use-by'

/** What an import did: counts, who, when, the file, what was left out, and its undo. */
export function Receipt({ one, isUndoOpen }: { one: Output<'imports.get'>; isUndoOpen: boolean }) {
  const text = words.imports.receipt
  const mayUndo = useMay('clerk')
  const about = useAsk('system.about', {}).data
  const now = useOfficeClock(about?.now)
  const by = useBy()
  if (!about) return null
  const at = (iso: string, who: string | null) => text.whoWhen(by(who), whenOf(iso, about.zone, now))
  const { counts } = one
  const isUndone = one.state === 'undone'
  const facts: [string, ReactNode][] = [
    [text.facts.create, words.imports.count(counts.create)],
    [text.facts.update, words.imports.count(counts.update)],
    [text.facts.unchanged, words.imports.count(counts.unchanged)],
  ]
  if (counts.duplicate > 0) facts.push([text.facts.duplicate, words.imports.count(counts.duplicate)])
  for (const said of ['skip', 'same', 'another'] as const) {
    if (one.said[said] > 0) facts.push([text.said[said], words.imports.count(one.said[said])])
  }
  if (counts.error > 0) facts.push([text.facts.error, words.imports.count(counts.error)])
  if (one.applied_at) facts.push([text.facts.applied, at(one.applied_at, one.applied_by)])
  if (one.undone_at) facts.push([text.facts.undone, at(one.undone_at, one.undone_by)])
  facts.push([text.facts.file, one.file_name])
  facts.push([text.facts.mark, <span className={classes.print} key="mark">{`sha256 ${one.sha256}`}</span>])
  const canUndo = mayUndo && (!isUndone || one.kept.length > 0)
  return (
    <Page
      folio={words.imports.folio(one.import_id)}
      title={one.file_name}
      note={
        isUndone ? <Mark state="skipped" word={text.undone} /> : <Mark state="done" word={text.note(one.applied)} />
      }
      band={<ImportSteps id={one.import_id} now={4} />}
      aside={isUndoOpen && canUndo ? <UndoPanel one={one} /> : undefined}
      foot={
        <ActionBar words={text.foot}>
          {canUndo && (
            <Button component="a" href={`#/imports/${one.import_id}/undo`}>
              {text.undo}
            </Button>
          )}
          <ForRole needed="clerk">
            <Button component="a" href="#/imports/new">
              {text.again}
            </Button>
          </ForRole>
          {!isUndone && <PayRunNext one={one} />}
          {!isUndone && <SheetNext one={one} />}
        </ActionBar>
      }
    >
      <Section title={text.did}>
        <div className={classes.facts}>
          <Facts facts={facts} />
        </div>
      </Section>
      {counts.error > 0 && (
        <Section title={text.facts.error} count={counts.error}>
          <div className={classes.working}>
            <p>{text.left(counts.error)}</p>
            <ErrorFiles one={one} />
          </div>
        </Section>
      )}
      {one.kept.length > 0 && (
        <Section title={text.kept} count={one.kept.length}>
          <ul>
            {one.kept.map((kept) => (
              <Entry key={kept.entity} at={text.row(kept.row)} what={kept.message} why={kept.fix} />
            ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}

export function ErrorFiles({ one }: { one: Output<'imports.get'> }) {
  return (
    <span className={classes.links}>
      {words.imports.check.errorFile}
      {(['xlsx', 'csv'] as const).map((format) => (
        <SaveLink
          key={format}
          method="imports.errors"
          input={{ id: one.import_id, format }}
          href={`/api/imports/${one.import_id}/errors.${format}`}
          name={`${words.imports.check.errorFile} ${format}`}
        >
          {format}
        </SaveLink>
      ))}
    </span>
  )
}
