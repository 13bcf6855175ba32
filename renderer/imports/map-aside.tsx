import type { ReactNode } from 'react'
import type { Output } from '../../jobs/api/contract'
import { useOfficeClock } from '../app/live'
import { useAsk } from '../app/office'
import { Facts } from '../components/facts'
import { Section } from '../components/section'
import { SidePanel } from '../components/side-panel'
import { whenOf } from '../components/when'
import { words } from '../words/en'
import classes from './imports.module.css'
import { LeftOut } from './left-out'
import { useBy } from './use-by'

type MapAsideProps = {
  one: Output<'imports.get'>
  /** What could be added into a column and stands in none. */
  missing: Output<'imports.get'>['fields']
  leftOut: Output<'imports.get'>['left_alone']
}

/** What was left alone and why, what no column stands for, and what is known about the file. */
export function MapAside({ one, missing, leftOut }: MapAsideProps) {
  const text = words.imports.map
  const about = useAsk('system.about', {}).data
  const now = useOfficeClock(about?.now)
  const by = useBy()
  const facts: [string, ReactNode][] = []
  if (about) {
    const when = whenOf(one.created_at, about.zone, now)
    facts.push([text.facts.came, words.imports.receipt.whoWhen(by(one.created_by), when)])
  }
  if (one.sheet?.sheet) facts.push([text.facts.sheet, one.sheet.sheet])
  if (one.sheet) facts.push([text.facts.header, String(one.sheet.header_row)])
  if (one.sheet?.encoding) facts.push([text.facts.encoding, one.sheet.encoding.toUpperCase()])
  if (one.sheet?.delimiter) {
    facts.push([text.facts.separator, text.separators[one.sheet.delimiter] ?? one.sheet.delimiter])
  }
  return (
    <SidePanel label={text.file}>
      {missing.length > 0 && (
        <Section inPanel title={text.adding.missing} count={missing.length}>
          <div className={classes.told}>
            <div>
              <h3>{missing.map(({ label }) => label).join(', ')}</h3>
              <p>{text.adding.missingHow}</p>
            </div>
          </div>
        </Section>
      )}
      <LeftOut columns={leftOut} />
      <Section inPanel title={text.file}>
        <Facts facts={facts} />
      </Section>
      {one.findings.length > 0 && (
        <Section inPanel title={words.imports.check.warnings}>
          <div className={classes.told}>
            {one.findings.map((finding) => (
              <p key={finding.message}>{`${finding.message} ${finding.fix}`}</p>
            ))}
          </div>
        </Section>
      )}
    </SidePanel>
  )
}
