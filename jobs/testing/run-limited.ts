import type { RunContext } from '../engine/define-task'

/** A busy loop under short limits; a deaf one never looks at them, so that only the hard limit ends it. */
export default function limited({ deaf }: { deaf: boolean }, ctx: RunContext): void {
  for (;;) {
    if (!deaf) ctx.check()
  }
}
