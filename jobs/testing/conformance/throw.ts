/** Something whose text cannot even be asked for. */
const hostile = {
  toString() {
    throw new Error('no text')
  },
}
const kinds: Record<string, unknown> = {
  text: 'only words',
  null: null,
  object: {},
  nameless: new Error(''),
  hostile,
}

export default function throwIt({ what }: { what: string }): Promise<never> {
  if (what === 'rejected') return Promise.reject(new Error('late'))
  throw kinds[what]
}
