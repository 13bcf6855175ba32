// English, French, Spanish, Portuguese, German, Hindi in Latin script; full names and the usual short ones, without
// accents. No name stands for different months in different languages.
const NAMES: string[] = [
  'jan january janv janvier ene enero janeiro januar jaenner janner janvari janwari janvary',
  'feb february fev fevr fevrier febrero fevereiro februar farvari farwari farvary',
  'mar march mars marzo marco marz maerz mrz maarch',
  'apr april avr avril abr abril aprail aprel eprail',
  'may mai mayo maio mae',
  'jun june juin junio junho juni joon',
  'jul july juil juillet julio julho juli julai',
  'aug august aou aout ago agosto agast agust',
  'sep sept september septembre septiembre setiembre set setembro sitambar sitamber',
  'oct october octobre octubre out outubro okt oktober aktubar aktoobar aktuber',
  'nov november novembre noviembre novembro navambar navamber',
  'dec december decembre dic diciembre dez dezembro dezember disambar disamber',
]

const MONTHS = new Map(NAMES.flatMap((names, month) => names.split(' ').map((name) => [name, month + 1] as const)))

/** 1 to 12, by a month's name in any of the six languages, with or without accents and a closing point; null for others. */
export function monthByName(name: string): number | null {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\.$/, '')
  return MONTHS.get(plain) ?? null
}
