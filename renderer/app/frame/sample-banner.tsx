import { Button } from '@mantine/core'
import { words } from '../../words/en'
import { useAct, useAsk } from '../office'
import classes from './sample-banner.module.css'

const { sample } = words.frame

/** Above every page of the sample office, with the click that removes it. */
export function SampleBanner() {
  const isSample = useAsk('system.about', {}).data?.sample === true
  const remove = useAct('sample.remove', { done: () => window.location.assign('#/start') })
  if (!isSample) return null
  return (
    <section className={classes.banner} aria-label={sample.title}>
      <b>{sample.title}.</b>
      <span className={classes.what}>{remove.error ? remove.error.message : sample.what}</span>
      <Button variant="subtle" disabled={remove.isPending} onClick={() => remove.mutate({})}>
        {remove.isPending ? sample.removing : sample.remove}
      </Button>
    </section>
  )
}
