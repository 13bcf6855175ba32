import { Button } from '@mantine/core'
import { Mark } from '../components/mark'
import { words } from '../words/en'
import type { Doubt } from './guess'
import classes from './imports.module.css'

type KindDoubtProps = { doubt: Doubt; onKind(kind: string): void }

/** The columns are not those of the kind that is chosen: said before the file is read, and mended with a click. */
export function KindDoubt({ doubt, onKind }: KindDoubtProps) {
  const text = words.imports.choose
  if (doubt.is === 'none') {
    const { fits, columns } = doubt.most
    return (
      <div className={classes.doubt} role="status">
        <Mark state="needs" word={text.noKind(fits, columns)} />
        <p>{text.noKindFix}</p>
      </div>
    )
  }
  const { kind, chosen } = doubt
  return (
    <div className={classes.doubt} role="status">
      <Mark state="needs" word={text.otherKind(kind.label)} />
      <p>{text.otherKindWhy(kind, chosen)}</p>
      <Button onClick={() => onKind(kind.kind)}>{text.takeKind(kind.label)}</Button>
    </div>
  )
}
