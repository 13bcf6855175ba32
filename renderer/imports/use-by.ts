import { useUserNames } from '../components/user-names'
import { words } from '../words/en'

const text = words.imports.by

/** Who brought a file in, by name. */
export function useBy(): (actor: string | null) => string {
  const nameOf = useUserNames()
  return (actor) => {
    const [kind, id = ''] = (actor ?? '').split(':')
    return kind === 'user' ? (nameOf(id) ?? text.person) : text.office
  }
}
