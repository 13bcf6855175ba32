import type { RunContext } from '../../engine/define-task'

export default function log(_args: unknown, ctx: RunContext): void {
  ctx.log('info', 'first')
  ctx.log('warning', 'second')
}
