import { Radio, Table } from '@mantine/core'
import type { Output } from '../../jobs/api/contract'
import { Mark } from '../components/mark'
import { words } from '../words/en'
import classes from './map-columns.module.css'

type Question = Output<'imports.get'>['questions'][number]

/** What only a person knows, under the column it is about; one click answers it. */
export function QuestionRow({
  question,
  answer,
  onAnswer,
}: {
  question: Question
  answer: string | undefined
  onAnswer: (choice: string) => void
}) {
  const text = words.imports.map
  return (
    <Table.Tr className={classes.question}>
      <Table.Td />
      <Table.Td colSpan={5}>
        <Mark state={answer === undefined ? 'needs' : 'done'} word={question.ask} />
        <div className={classes.answer}>
          <Radio.Group
            className={classes.answers ?? ''}
            aria-label={question.ask}
            value={answer ?? ''}
            onChange={onAnswer}
          >
            {question.choices.map((choice, index) => {
              const said = text.choices[choice] ?? choice
              const example = question.examples[index]
              return <Radio key={choice} value={choice} label={example ? `${said}: ${example}` : said} />
            })}
          </Radio.Group>
          <p className={classes.kept}>{text.kept}</p>
        </div>
      </Table.Td>
    </Table.Tr>
  )
}
