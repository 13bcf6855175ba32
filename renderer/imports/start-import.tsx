import { Button, FileButton, Radio, Select } from '@mantine/core'
import { useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { Output } from '../../jobs/api/contract'
import { placeHere } from '../app/leaving/place'
import { unsaved } from '../app/leaving/unsaved'
import { useUnsaved } from '../app/leaving/use-unsaved'
import { useAsk, useClient } from '../app/office'
import { ActionBar } from '../components/action-bar'
import { Page } from '../components/page'
import { SaveLink } from '../components/save-link'
import { words } from '../words/en'
import { type Look, lookInside, sendImport, takeDropped } from './drop'
import { doubtOf, guessKind, monthNamed, proposedMonth, saidBy, sureKind } from './guess'
import { ImportSteps } from './import-steps'
import classes from './imports.module.css'
import { KindDoubt } from './kind-doubt'
import { Refusal } from './refusal'

type Kind = Output<'imports.kinds'>['items'][number]
type Ask = Kind['asks'][number]

/** Which file, what it holds, and what only a person knows about it. */
export function StartImport() {
  const text = words.imports.choose
  const client = useClient()
  const kinds = useAsk('imports.kinds', {}).data?.items ?? []
  const today = useAsk('system.about', {}).data?.now
  const search: { file?: string; drop?: number; kind?: string } = useSearch({ strict: false })
  const [file, setFile] = useState<File | null>(null)
  const [chosenKind, setKind] = useState<string | null>(null)
  const [said, setSaid] = useState<Record<string, string>>({})
  const [look, setLook] = useState<Look | null>(null)
  const latest = useRef<File | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [isSending, setSending] = useState(false)
  useUnsaved(file && { what: text.notRead(file.name) })
  // biome-ignore lint/correctness/useExhaustiveDependencies: each drop changes the address
  useEffect(() => {
    const dropped = takeDropped(Number(search.drop))
    if (!dropped) return
    latest.current = dropped.file
    setFile(dropped.file)
    setLook(dropped.look)
  }, [search.file, search.drop])

  const offered = kinds.filter(({ offered }) => offered)
  const items = look?.items ?? []
  const meant = chosenKind ?? search.kind ?? sureKind(items)?.kind ?? guessKind(file?.name ?? '', offered)
  const kind = offered.find((one) => one.kind === meant) ?? offered[0]
  if (!kind || !today) return null
  const proposed = monthNamed(file?.name ?? '') ?? proposedMonth(today)
  const found = saidBy(items, kind.kind)
  const doubt = file && doubtOf(items, kind.kind)
  const saidOf = (ask: Ask) => said[ask.name] ?? proposalOf(ask, proposed, found)
  const pick = (picked: File | null) => {
    latest.current = picked
    setFile(picked)
    setLook(null)
    setError(null)
    const isMeant = () => latest.current === picked
    if (picked)
      lookInside(client, picked).then(
        (seen) => isMeant() && setLook(seen),
        (refused) => isMeant() && setError(refused),
      )
  }
  const send = async () => {
    if (!file || isSending) return
    const from = placeHere()
    setSending(true)
    setError(null)
    try {
      const options = Object.fromEntries(kind.asks.map((ask) => [ask.name, saidOf(ask)]))
      const id = await sendImport(client, look?.stored ?? file, kind.kind, options)
      if (placeHere() !== from) return // gone elsewhere meanwhile
      unsaved.letGo()
      window.location.assign(`#/imports/${id}`)
    } catch (refused) {
      setError(refused)
      setSending(false)
    }
  }
  return (
    <Page
      folio={words.imports.newFolio}
      title={text.title}
      note={text.note}
      band={<ImportSteps now={0} />}
      foot={
        <ActionBar words={file ? file.name : text.none} detail={file ? text.foot : text.wait}>
          <Button component="a" href="#/imports">
            {text.leave}
          </Button>
          <Button variant="filled" disabled={!file || isSending} onClick={() => void send()}>
            {text.check}
          </Button>
        </ActionBar>
      }
    >
      <Refusal error={error} />
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <div className={classes.group}>
          <span className={classes.label}>{text.file}</span>
          <div className={classes.chosen}>
            {file && (
              <span>
                <span className={classes.chosenName}>{file.name}</span>{' '}
                <span className={classes.quiet}>{text.size(file.size)}</span>
              </span>
            )}
            <FileButton
              onChange={pick}
              accept=".csv,.tsv,.txt,.xlsx,.xls,.ods"
              inputProps={{ 'aria-label': text.file }}
            >
              {(props) => <Button {...props}>{file ? text.another : text.pick}</Button>}
            </FileButton>
          </div>
        </div>
        <Radio.Group className={classes.wide ?? ''} label={text.kind} value={kind.kind} onChange={setKind}>
          <div className={classes.kinds}>
            {offered.map((one) => (
              <Radio key={one.kind} value={one.kind} label={one.label} />
            ))}
          </div>
        </Radio.Group>
        {doubt && <KindDoubt doubt={doubt} onKind={setKind} />}
        {!kind.shown && <p className={classes.links}>{text.notShown(kind.label)}</p>}
        {kind.asks.length > 0 && (
          <div className={classes.asks}>
            {kind.asks.map((ask) => (
              <Asked
                key={ask.name}
                ask={ask}
                year={proposed.year}
                value={saidOf(ask)}
                onSay={(value) => setSaid({ ...said, [ask.name]: value })}
              />
            ))}
          </div>
        )}
        <p className={classes.links}>
          {text.template}
          {(['xlsx', 'csv'] as const).map((format) => (
            <SaveLink
              key={format}
              method="imports.template"
              input={{ kind: kind.kind, format }}
              href={`/api/imports/templates/${kind.kind}.${format}`}
            >
              {`${kind.label} ${format}`}
            </SaveLink>
          ))}
        </p>
        <ExportLinks kind={kind} options={Object.fromEntries(kind.asks.map((ask) => [ask.name, saidOf(ask)]))} />
      </form>
    </Page>
  )
}

/** What the office holds of the kind now, to be changed in a spreadsheet and dropped again. */
function ExportLinks({ kind, options }: { kind: Kind; options: Record<string, string> }) {
  return (
    <p className={classes.links}>
      {words.imports.choose.present}
      {(['xlsx', 'csv'] as const).map((format) => (
        <SaveLink
          key={format}
          method="imports.export"
          input={{ kind: kind.kind, format, options }}
          href={`/api/imports/exports/${kind.kind}.${format}?options=${encodeURIComponent(JSON.stringify(options))}`}
          name={words.imports.choose.presentName(kind.label, format)}
        >
          {`${kind.label} ${format}`}
        </SaveLink>
      ))}
    </p>
  )
}

type AskedProps = { ask: Ask; year: number; value: string; onSay(value: string): void }

/** What goes with the file: a few choices lie open, one click each; months and years are a list. */
function Asked({ ask, year, value, onSay }: AskedProps) {
  if (ask.type === 'choice') {
    return (
      <Radio.Group className={classes.kinds ?? ''} label={ask.label} value={value} onChange={onSay}>
        {ask.choices.map((one) => (
          <Radio key={one.value} value={one.value} label={one.label} />
        ))}
      </Radio.Group>
    )
  }
  return (
    <Select
      label={ask.label}
      data={choicesOf(ask, year)}
      value={value}
      allowDeselect={false}
      onChange={(chosen) => chosen && onSay(chosen)}
    />
  )
}

function proposalOf(ask: Ask, month: { year: number; month: number }, found: Record<string, string>): string {
  if (ask.type === 'year') return String(month.year)
  if (ask.type === 'month') return String(month.month)
  return found[ask.name] ?? ask.choices[0]?.value ?? ''
}

function choicesOf(ask: Ask, year: number): { value: string; label: string }[] {
  if (ask.type === 'month') {
    return words.imports.choose.months.map((label, index) => ({ value: String(index + 1), label }))
  }
  const years = Array.from({ length: 30 }, (_, back) => String(Math.max(year, new Date().getFullYear()) + 1 - back))
  return years.map((value) => ({ value, label: value }))
}
