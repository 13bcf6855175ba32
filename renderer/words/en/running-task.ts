/** A task shown on the page it belongs to. */
export const runningTask = {
  begins: 'It begins.',
  runs: (name: string) => `${name} is under way`,
  ended: (name: string) => `${name} ended without a result`,
  leave: 'You can leave this page; it goes on by itself.',
  stop: 'Stop it',
  task: (id: string) => `Task ${id}`,
}
