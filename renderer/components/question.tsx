import { Button, Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './question.module.css'

type QuestionProps = {
  isOpen: boolean
  title: string
  /** What happens then, and what does not. */
  children: ReactNode
  /** The deed in its own words; Enter does it. */
  yes: string
  /** Left out where `yes` is to stay: Escape does it too. */
  no?: string | undefined
  isBusy?: boolean
  /** A further way between yes and no. */
  other?: ReactNode
  onYes: () => void
  onNo: () => void
}

/** Asks before something that cannot be taken back. Escape is no. */
export function Question({ isOpen, title, children, yes, no, isBusy = false, other, onYes, onNo }: QuestionProps) {
  return (
    <Modal.Root opened={isOpen} onClose={onNo} size={480} yOffset="16vh" padding={0}>
      <Modal.Overlay />
      <Modal.Content aria-label={title}>
        <div className={classes.question}>
          <h2 className={classes.title}>{title}</h2>
          <div className={classes.what}>{children}</div>
          <div className={classes.actions}>
            {no && (
              <Button disabled={isBusy} onClick={onNo}>
                {no}
              </Button>
            )}
            {other}
            <Button variant="filled" data-autofocus disabled={isBusy} onClick={onYes}>
              {yes}
            </Button>
          </div>
        </div>
      </Modal.Content>
    </Modal.Root>
  )
}
