import { isCurrency } from '../values/money'
import { isZone } from '../values/time'
import { currencyOfRegion, REGIONS } from './region-currency'

type Environment = Record<string, string | undefined>

/** What the machine says about where it stands. */
export type Machine = { locale: string; zone: string; environment: Environment }

const thisMachine = (): Machine => {
  const { locale, timeZone } = Intl.DateTimeFormat().resolvedOptions()
  return { locale, zone: timeZone, environment: process.env }
}

/** Zone, language and currency a fresh office starts with. */
export function machineOffice(machine: Machine = thisMachine()): { zone: string; language: string; currency: string } {
  const region = regionOf(machine)
  const currency = region && currencyOfRegion(region)
  return {
    zone: namedZone(machine.zone),
    language: languageOf(machine),
    currency: currency && isCurrency(currency) ? currency : 'EUR', // an old runtime may not know a new currency
  }
}

/** `Etc/UTC` and its like name no place; they are all called UTC here, as is what is no IANA name at all. */
function namedZone(zone: string): string {
  if (/^(Etc\/)?(UTC|UCT|GMT|Zulu|Universal|Greenwich)$/.test(zone)) return 'UTC'
  return isZone(zone) ? zone : 'UTC'
}

function languageOf({ locale, environment }: Machine): string {
  const text = isPosix(locale) ? (posixLocale(environment.LC_ALL) ?? posixLocale(environment.LANG) ?? 'en-US') : locale
  return parse(text)?.baseName ?? 'en-US'
}

/**
 * The region whose currency the office is likely to use. A Unix machine says it by LC_MONETARY; else it is the locale's.
 * A machine without a locale ("C", "POSIX": servers, containers) still has a zone, and a zone lies in a region.
 */
function regionOf({ locale, zone, environment }: Machine): string | undefined {
  const monetary = posixLocale(environment.LC_ALL) ?? posixLocale(environment.LC_MONETARY)
  const known = monetary ?? (isPosix(locale) ? posixLocale(environment.LANG) : locale)
  if (known) return parse(known)?.maximize().region
  return regionOfZone(zone) ?? parse(locale)?.maximize().region
}

const isPosix = (locale: string): boolean => /(-u-va-posix|^(C|POSIX)$)/i.test(locale)

/** `pt_PT.UTF-8@euro` as `pt-PT`; undefined for what is unset or names no place (C, POSIX). */
function posixLocale(text: string | undefined): string | undefined {
  const tag = text?.replace(/[.@].*$/, '').replace(/_/g, '-')
  return tag && !/^(C|POSIX)$/i.test(tag) && parse(tag) ? tag : undefined
}

function parse(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag)
  } catch {
    return undefined
  }
}

type WithZones = { timeZones?: string[]; getTimeZones?: () => string[] | undefined }

function regionOfZone(zone: string): string | undefined {
  if (!isZone(zone) || zone === 'UTC' || zone.startsWith('Etc/')) return undefined
  // The runtime may list a zone under its older name (Asia/Calcutta).
  const names = [zone, new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone]
  return REGIONS.find((region) => {
    const locale = new Intl.Locale('und', { region }) as Intl.Locale & WithZones
    return (locale.getTimeZones?.() ?? locale.timeZones ?? []).some((one) => names.includes(one))
  })
}
