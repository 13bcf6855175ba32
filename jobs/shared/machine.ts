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
  const { surely, perhaps } = currencyHere(machine)
  return { zone: namedZone(machine.zone), language: languageOf(machine), currency: surely ?? perhaps ?? 'EUR' }
}

let asked: { currency: string | null } | null = null

/** The currency to propose, where this machine tells it for sure; it is asked once. */
export function machineCurrency(): string | null {
  asked ??= { currency: currencyHere(thisMachine()).surely }
  return asked.currency
}

/**
 * The currency of where the machine stands. A Unix machine may say it (LC_MONETARY); else its time zone lies in a region.
 * A locale is a language first: alone it is a guess, most of all the en-US that software comes with, and where it names
 * another currency than the zone, neither is sure.
 */
export function currencyHere(machine: Machine): { surely: string | null; perhaps: string | null } {
  const monetary = posixLocale(machine.environment.LC_ALL) ?? posixLocale(machine.environment.LC_MONETARY)
  const said = currencyOf(monetary && parse(monetary)?.region)
  if (said) return { surely: said, perhaps: said }
  const ofZone = currencyOf(regionOfZone(machine.zone))
  const locale = parse(localeOf(machine) ?? '')
  const named = currencyOf(locale?.region)
  const isSure = ofZone !== null && (named === null || named === ofZone)
  return {
    surely: isSure ? ofZone : null,
    perhaps: ofZone ?? named ?? currencyOf((locale ?? NO_LOCALE).maximize().region),
  }
}

/** An old runtime may not know a new currency. */
function currencyOf(region: string | undefined): string | null {
  const currency = region && currencyOfRegion(region)
  return currency && isCurrency(currency) ? currency : null
}

/** `Etc/UTC` and its like name no place; they are all called UTC here, as is what is no IANA name at all. */
function namedZone(zone: string): string {
  if (/^(Etc\/)?(UTC|UCT|GMT|Zulu|Universal|Greenwich)$/.test(zone)) return 'UTC'
  return isZone(zone) ? zone : 'UTC'
}

/** What a machine without a locale ("C", "POSIX": servers, containers) speaks. */
const NO_LOCALE = new Intl.Locale('en-US')

const languageOf = (machine: Machine): string => (parse(localeOf(machine) ?? '') ?? NO_LOCALE).baseName

const localeOf = ({ locale, environment }: Machine): string | undefined =>
  isPosix(locale) ? (posixLocale(environment.LC_ALL) ?? posixLocale(environment.LANG)) : locale

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
