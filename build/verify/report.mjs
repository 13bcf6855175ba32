// docs/verified.md: a section for each part, with its last result. Only the sections of the parts that ran are written anew.
import fs from 'node:fs'
import os from 'node:os'
import { stripVTControlCharacters } from 'node:util'
import { BUDGETS, PARTS } from './parts.mjs'

const HEAD = `# Verified

What the long suites and the large bench found when they last ran. \`npm run verify-all\` runs all of them, which takes hours, \`npm run verify-all -- crash power\` some; each part's section stands until that part runs again.
`

/** Puts a part's section in the place of its last one. */
export function writeSection(file, part, section) {
  const sections = readSections(file)
  sections.set(part, section)
  const ordered = Object.keys(PARTS).flatMap((name) => sections.get(name) ?? [])
  fs.writeFileSync(file, [HEAD, ...ordered].join('\n'))
}

function readSections(file) {
  const text = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : ''
  const sections = text.split(/^(?=## )/m).slice(1)
  return new Map(sections.map((section) => [/^## (\S+)/.exec(section)[1], `${section.trimEnd()}\n`]))
}

/**
 * A part's result in words; an error's own words are left out, since they may name folders of this machine. `output`: what it printed; `code`: how it ended; `commit`: what it
 * ran on.
 */
export function wordSection(part, { code, output, startedAt, endedAt, commit }) {
  const lines = stripVTControlCharacters(output).split('\n')
  const { npm } = PARTS[part]
  const facts = [
    code === 0 ? '**passed**' : `**failed** (exit code ${code})`,
    `${new Date(startedAt).toISOString().slice(0, 16).replace('T', ' ')} UTC`,
    `took ${wordDuration(endedAt - startedAt)}`,
    `${os.availableParallelism()} cores`,
    `Node ${process.versions.node}`,
    `commit ${commit}`,
  ]
  return [`## ${part}\n`, `\`npm ${npm.join(' ')}\`: ${facts.join(' · ')}\n`, ...wordResults(part, lines), ''].join(
    '\n',
  )
}

function wordResults(part, lines) {
  const { says } = PARTS[part]
  if (!says) return wordFigures(lines)
  const kept = lines.filter((line) => says.some((word) => line.startsWith(`${word}: `)))
  const failed = lines.filter((line) => line.startsWith('failed: '))
  const closing = lines.filter((line) => line.startsWith('tests: '))
  return [...kept, ...closing, ...failed].map((line) => `- ${line}`)
}

function wordFigures(lines) {
  const figures = lines.flatMap((line) => (line.startsWith('{') ? [JSON.parse(line)] : []))
  const rows = figures.map((figure) => {
    const name = `${figure.workload} ${figure.metric}`
    const budget = BUDGETS[`${name}, ${figure.what}`] ?? BUDGETS[name]
    const missed = budget && !budget.isMet(figure.value) ? ': missed' : ''
    const range = figure.runs > 1 ? `${number(figure.min)}–${number(figure.max)} (${figure.runs})` : ''
    const what = figure.what ? `, ${figure.what}` : ''
    return `| ${figure.workload} ${figure.metric}${what} | ${number(figure.value)} | ${range} | ${budget ? budget.words + missed : ''} |`
  })
  return ['| figure | median | from–to (runs) | budget |', '| --- | --- | --- | --- |', ...rows]
}

const number = (value) => value.toLocaleString('en', { maximumFractionDigits: 3 })

function wordDuration(ms) {
  const minutes = Math.floor(ms / 60_000)
  return minutes > 0 ? `${minutes} min ${Math.round((ms % 60_000) / 1000)} s` : `${(ms / 1000).toFixed(1)} s`
}
