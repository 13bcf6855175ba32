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

/** What was left alone and why, and what is known about the file. */
export function MapAside({ one }: { one: Output<'imports.get'> }) {
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
      <LeftOut columns={one.left_alone} />
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
