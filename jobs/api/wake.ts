import type { Office } from './office'

/** The computer slept: scheduler and timers look at once, and then the windows ask again for what they show. */
export async function wake({ clock, scheduler, engine }: Office): Promise<void> {
  clock.announceJump()
  await scheduler?.tick()
  engine.emit({ type: 'woke' })
}
