import { Button, Select, Table, VisuallyHidden } from '@mantine/core'
import { Fragment, type ReactNode, useState } from 'react'
import type { Output } from '../../jobs/api/contract'
import { isAdded } from '../../jobs/values/added-fields'
import { unsaved } from '../app/leaving/unsaved'
import { useUnsaved } from '../app/leaving/use-unsaved'
import { useMay } from '../app/lock/use-session'
import { useAct, useAsk } from '../app/office'
import { ActionBar } from '../components/action-bar'
import { Icon } from '../components/icons'
import { Ledger } from '../components/ledger'
import { Mark } from '../components/mark'
import { Page } from '../components/page'
import { words } from '../words/en'
import { AddedWith, AddingRow, maySaySeveral } from './adding'
import { ImportSteps } from './import-steps'
import { MapAside } from './map-aside'
import classes from './map-columns.module.css'
import { hasNameParts, JoinRow, type Parting, proposedSplit, SplitRow } from './parting'
import { QuestionRow } from './question-row'
import { Refusal } from './refusal'
import { isAsFound, mappingSaid, notInFile, type Stands, standsFor, withField } from './stands'

type Import = Output<'imports.get'>
type Column = Import['columns'][number]

/** Which column holds what, with some of its values; what only a person knows is asked under its column. */
export function MapColumns({ one }: { one: Import }) {
  const text = words.imports.map
  const [stands, setStands] = useState<Stands>({})
  const [severalOf, setSeveralOf] = useState<readonly string[]>([])
  const [answers, setAnswers] = useState<Record<string, string>>({})
  const [parting, setParting] = useState<Parting>({ splits: {}, joins: {} })
  const isChanged = [stands, answers, parting.splits, parting.joins].some((said) => Object.keys(said).length > 0)
  useUnsaved(isChanged ? { what: words.frame.leaving.changed } : null)
  const mayMap = useMay('clerk')
  const kinds = useAsk('imports.kinds', {}).data?.items
  const map = useAct('imports.map', {
    goTo: () => {
      unsaved.letGo()
      return `#/imports/${one.import_id}`
    },
  })
  const held = (column: Column) => standsFor(column, stands)[0] ?? null
  const choose = (column: Column, value: string | null) => {
    const others = severalOf.filter((one) => one !== column.column)
    setSeveralOf(value === SEVERAL ? [...others, column.column] : others)
    if (value !== SEVERAL) setStands(withField(one, stands, column, value === OUT ? null : value))
  }
  const splitOf = (column: Column) =>
    column.column in parting.splits ? parting.splits[column.column] : one.splits[column.column]
  const joins = { ...one.joins, ...parting.joins }
  /** The field that is joined beginning with this column. */
  const joinFrom = (column: Column) =>
    Object.entries(joins).find(([, rule]) => rule !== null && rule.columns[0] === column.column)
  const split = (column: Column, rule: Parting['splits'][string]) =>
    setParting({ ...parting, splits: { ...parting.splits, [column.column]: rule } })
  const join = (field: string, rule: Parting['joins'][string]) =>
    setParting({ ...parting, joins: { ...parting.joins, [field]: rule } })
  const own = one.columns.filter(({ is_made }) => !is_made)
  const isSplit = own.some((column) => Boolean(splitOf(column)))
  const questions = one.questions.filter(
    ({ column }) =>
      !isAnsweredByMapping(one, column, stands) && !(isSplit && ['given_name', 'family_name'].includes(column)),
  )
  const open = questions.filter(({ column }) => answers[column] === undefined).length
  /** The fields a column is split into or joined into; null: it is read as it is. */
  const partedInto = (column: Column): string[] | null => {
    const joinedInto = Object.keys(joins).filter((field) => joins[field]?.columns.includes(column.column))
    const fields = splitOf(column) ? ['given_name', 'family_name'] : joinedInto
    return fields.length === 0 ? null : fields.map((field) => labelOf(one, field))
  }
  const read = own.filter((column) => held(column) !== null || partedInto(column) !== null).length
  const leftOut = one.left_alone.filter(
    ({ column }) => !own.some((known) => known.column === column && standsFor(known, stands).length > 0),
  )
  const unplaced = questions.filter(({ column }) => !one.columns.some((known) => known.column === column))
  const row = (question: Import['questions'][number]) => (
    <QuestionRow
      key={`${question.column} ${question.ask}`}
      question={question}
      answer={answers[question.column]}
      onAnswer={(choice) => setAnswers({ ...answers, [question.column]: choice })}
    />
  )
  const isJoinOpen = Object.values(joins).some((rule) => rule !== null && rule.columns.length < 2)
  const check = () => map.mutate({ id: one.import_id, mapping: mappingSaid(one, stands), answers, ...parting })
  return (
    <Page
      folio={words.imports.folio(one.import_id)}
      title={one.file_name}
      note={text.note(kinds?.find(({ kind }) => kind === one.kind)?.label ?? one.kind)}
      band={<ImportSteps id={one.import_id} now={1} />}
      aside={<MapAside one={one} missing={notInFile(one, stands)} leftOut={leftOut} />}
      foot={
        <ActionBar
          words={text.sum(read, own.length - read)}
          detail={isJoinOpen ? text.parting.incomplete : open > 0 ? text.open(open) : text.ready}
        >
          <Button component="a" href="#/imports">
            {text.leave}
          </Button>
          {mayMap && (
            <Button variant="filled" disabled={open > 0 || isJoinOpen || map.isPending} onClick={check}>
              {text.check}
            </Button>
          )}
        </ActionBar>
      }
    >
      <Refusal error={map.error} />
      <fieldset className={classes.fields} disabled={!mayMap}>
        <Ledger>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{text.head.column}</Table.Th>
              <Table.Th>{text.head.file}</Table.Th>
              <Table.Th className={classes.arrow}>
                <VisuallyHidden>{text.head.becomes}</VisuallyHidden>
              </Table.Th>
              <Table.Th className={classes.field}>{text.head.field}</Table.Th>
              <Table.Th className={classes.read}>{text.head.read}</Table.Th>
              <Table.Th className={classes.why}>{text.head.why}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {unplaced.map(row)}
            {own.map((column) => {
              const rule = splitOf(column)
              const [joined, joinRule] = joinFrom(column) ?? []
              const type = one.fields.find(({ field }) => field === held(column))?.type
              const parts = partedInto(column)
              const asked = questions.filter((question) => question.column === column.column)
              const isAsked = asked.some((question) => answers[question.column] === undefined)
              const several = standsFor(column, stands)
              const isSeveral = several.length > 1 || severalOf.includes(column.column)
              const isKept = isAsFound(column, stands)
              return (
                <Fragment key={column.letter}>
                  <Table.Tr
                    data-unused={(held(column) === null && parts === null) || undefined}
                    className={classes.row}
                  >
                    <Table.Td>{column.letter}</Table.Td>
                    <Table.Td title={column.samples.join(' · ')}>
                      <div className={classes.name}>{column.column}</div>
                      <div className={classes.samples}>{column.samples.join(' · ') || '–'}</div>
                    </Table.Td>
                    <Table.Td data-quiet>
                      <Icon name="arrow" />
                    </Table.Td>
                    <Table.Td>
                      {parts ? (
                        text.parting.into(parts)
                      ) : (
                        <>
                          <Select
                            aria-label={text.becomes(column.letter, column.column)}
                            data={fieldChoices(one, maySaySeveral(one, column, stands))}
                            value={isSeveral ? SEVERAL : (held(column) ?? OUT)}
                            allowDeselect={false}
                            searchable
                            onChange={(value) => choose(column, value)}
                          />
                          <AddedWith one={one} column={column} said={stands} />
                          <span className={classes.parts}>
                            {hasNameParts(one) && held(column) === 'name' && (
                              <Button
                                variant="subtle"
                                aria-label={text.parting.splitNamed(column.column)}
                                onClick={() => split(column, proposedSplit(column))}
                              >
                                {text.parting.split}
                              </Button>
                            )}
                            {type === 'text' && (
                              <Button
                                variant="subtle"
                                aria-label={text.parting.joinNamed(column.column)}
                                onClick={() => join(held(column) ?? '', { columns: [column.column], between: ' ' })}
                              >
                                {text.parting.join}
                              </Button>
                            )}
                          </span>
                        </>
                      )}
                    </Table.Td>
                    <Table.Td data-quiet>
                      {parts ? text.types.text : readAs(one, column, several[0], isAsked, isKept)}
                    </Table.Td>
                    <Table.Td>
                      {parts ? (
                        <Mark state="done" word={text.why.chosen} />
                      ) : (
                        whyOf(column, several[0], isAsked, isKept)
                      )}
                    </Table.Td>
                  </Table.Tr>
                  {asked.map(row)}
                  {isSeveral && parts === null && (
                    <AddingRow
                      one={one}
                      column={column}
                      said={stands}
                      onSay={(fields) => {
                        setSeveralOf([...severalOf.filter((one) => one !== column.column), column.column])
                        setStands({ ...stands, [column.column]: fields })
                      }}
                    />
                  )}
                  {rule && <SplitRow one={one} column={column} rule={rule} onRule={(said) => split(column, said)} />}
                  {joined !== undefined && joinRule && (
                    <JoinRow
                      one={one}
                      label={labelOf(one, joined)}
                      rule={joinRule}
                      onRule={(said) => join(joined, said)}
                    />
                  )}
                </Fragment>
              )
            })}
          </Table.Tbody>
        </Ledger>
      </fieldset>
    </Page>
  )
}

const OUT = '-'
const SEVERAL = '+'
const labelOf = (one: Import, field: string) => one.fields.find((known) => known.field === field)?.label ?? field

const fieldChoices = (one: Import, maySaySeveral: boolean) => [
  { value: OUT, label: words.imports.map.out },
  ...(maySaySeveral ? [{ value: SEVERAL, label: words.imports.map.adding.several }] : []),
  ...one.fields.flatMap(({ field, label }) => (isAdded(field) ? [] : [{ value: field, label }])),
]

/** “Which column holds the name?” is answered as soon as a column was given to it. */
const isAnsweredByMapping = (one: Import, asked: string, stands: Stands) =>
  one.fields.some(({ field }) => field === asked) && Object.values(stands).flat().includes(asked)

/** `isKept`: the column stands for what the office found. */
function readAs(one: Import, column: Column, field: string | undefined, isAsked: boolean, isKept: boolean): string {
  const text = words.imports.map
  if (field === undefined) return ''
  if (isAsked) return text.undecided
  const type = one.fields.find((known) => known.field === field)?.type ?? ''
  const style = isKept ? column.read_as?.split(' ').map((part) => text.choices[part] ?? part) : undefined
  return style?.join(', ') || (text.types[type] ?? type)
}

function whyOf(column: Column, field: string | undefined, isAsked: boolean, isKept: boolean): ReactNode {
  const text = words.imports.map
  if (isAsked) return <Mark state="needs" word={text.ask} />
  if (field === undefined) return <Mark state="skipped" word={text.unused} />
  return <Mark state="done" word={text.why[isKept ? (column.why ?? 'named') : 'chosen']} />
}
