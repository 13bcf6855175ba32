export default function echo(args: Record<string, unknown>): Record<string, unknown> {
  return args
}
