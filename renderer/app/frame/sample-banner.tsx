import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { Question } from '../../components/question'
import { words } from '../../words/en'
import { ForRole } from '../lock/for-role'
import { useAct, useAsk } from '../office'
import classes from './sample-banner.module.css'

const { sample } = words.frame

/** Above every page of the sample office, with the click that removes it, once it is sure. */
export function SampleBanner() {
  const isSample = useAsk('system.about', {}).data?.sample === true
  const [isAsking, { open, close }] = useDisclosure(false)
  const remove = useAct('sample.remove', {
    done: () => {
      close() // the page it leads to is worked on at once, while all that is on screen is still being asked again
      window.location.assign('#/start')
    },
  })
  if (!isSample) return null
  return (
    <section className={classes.banner} aria-label={sample.title}>
      <b>{sample.title}.</b>
      <span className={classes.what} role={remove.error ? 'alert' : undefined}>
        {remove.error ? remove.error.message : sample.what}
      </span>
      <ForRole needed="owner">
        <Button variant="subtle" disabled={remove.isPending} onClick={open}>
          {remove.isPending ? sample.removing : sample.remove}
        </Button>
      </ForRole>
      <Question
        isOpen={isAsking}
        title={sample.question}
        yes={remove.isPending ? sample.removing : sample.yes}
        no={sample.no}
        isBusy={remove.isPending}
        onYes={() => remove.mutate({}, { onSettled: close })}
        onNo={close}
      >
        {sample.afterwards}
      </Question>
    </section>
  )
}
