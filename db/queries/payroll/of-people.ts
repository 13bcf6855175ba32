/** The term that keeps a query to some people; null: everybody. Its value is what `listed` gives. */
export const ofPeople = (people: readonly number[] | null): string =>
  people === null ? '' : 'and party_id in (select value from json_each(?))'

export const listed = (people: readonly number[] | null): string[] => (people === null ? [] : [JSON.stringify(people)])
