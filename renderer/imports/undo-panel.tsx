import { Button } from '@mantine/core'
import type { Output } from '../../jobs/api/contract'
import { useAct, useAsk } from '../app/office'
import { Entry } from '../components/entry'
import { Mark } from '../components/mark'
import { Section } from '../components/section'
import { PanelTitle, SidePanel } from '../components/side-panel'
import { words } from '../words/en'
import { entityInWords } from '../words/en/outbox'
import classes from './imports.module.css'
import { Refusal } from './refusal'

/** What an undo would do, before it is done: what goes, what comes back, what is kept. */
export function UndoPanel({ one }: { one: Output<'imports.get'> }) {
  const text = words.imports.undo
  const back = `#/imports/${one.import_id}`
  const preview = useAsk('imports.undo_preview', { id: one.import_id })
  const undo = useAct('imports.undo', { goTo: () => back })
  const found = preview.data
  return (
    <SidePanel label={text.title}>
      <PanelTitle title={text.title} closeTo={back} />
      <Refusal error={preview.error ?? undo.error} />
      <div className={classes.told}>
        <p>{found ? text.what(found.removed, found.restored) : text.trying}</p>
        {found?.kept.length === 0 && (
          <>
            <Mark state="done" word={text.whole} />
            <p>{text.exact}</p>
          </>
        )}
      </div>
      {found && found.kept.length > 0 && (
        <Section inPanel title={text.kept(found.kept.length)}>
          <ul>
            {found.kept.map((kept) => (
              <Entry
                key={kept.entity}
                narrow
                at={kept.row === null ? '' : words.imports.receipt.row(kept.row)}
                what={kept.message.replace(kept.entity, entityInWords(kept.entity))}
                why={kept.fix}
              />
            ))}
          </ul>
        </Section>
      )}
      <div className={classes.buttons}>
        <Button variant="filled" disabled={!found || undo.isPending} onClick={() => undo.mutate({ id: one.import_id })}>
          {text.go}
        </Button>
        <Button component="a" href={back}>
          {text.stay}
        </Button>
      </div>
    </SidePanel>
  )
}
