/** The page an address leads to, without what it shows of it. */
export const placeOf = (url: string): string => new URL(url).hash.split('?')[0] ?? ''

export const placeHere = (): string => placeOf(window.location.href)
