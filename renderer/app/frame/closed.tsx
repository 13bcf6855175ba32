import { Empty } from '../../components/empty'
import { words } from '../../words/en'
import type { Refused } from '../client'
import classes from './closed.module.css'

/** No session: said once, with the way in. */
export function Closed({ error }: { error: Refused }) {
  const isKnown = error.code !== 'api.unauthorized'
  const { title, what, fix } = words.closed
  return (
    <main className={classes.closed}>
      <h1 className={classes.title}>{title}</h1>
      <Empty what={isKnown ? error.message : what} how={isKnown ? error.fix : fix} />
    </main>
  )
}
