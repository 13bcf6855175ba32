import { useAsk } from '../app/office'

/** Employees to choose from, by name; so many as the list answers at once. */
export function usePeople(): { value: string; label: string }[] {
  const people = useAsk('people.list_employees', { q: '', limit: 200 }).data?.items ?? []
  return people.map((one) => ({
    value: String(one.id),
    label: one.external_ref === null ? one.name : `${one.name} (${one.external_ref})`,
  }))
}
