import type { Output } from '../../../jobs/api/contract'
import { ForRole } from '../../app/lock/for-role'
import { Section } from '../../components/section'
import { SidePanel } from '../../components/side-panel'
import { words } from '../../words/en'
import imports from '../imports.module.css'
import { LeftOut } from '../left-out'
import { type Filter, FilterList } from './filter-list'
import { type Cause, keyOfCause, type Show } from './layout'

type CheckAsideProps = {
  one: Output<'imports.get'>
  causes: Cause[]
  show: Show
  onShow(show: Show): void
}

/** The results as filters: errors by cause, warnings apart, and what is said about the file as a whole. */
export function CheckAside({ one, causes, show, onShow }: CheckAsideProps) {
  const text = words.imports.check
  const { counts } = one
  const results: Filter[] = [{ value: 'all', label: text.show.all, rows: counts.rows }]
  for (const value of ['error', 'warning', 'update', 'create', 'unchanged', 'duplicate', 'skipped'] as const) {
    if (counts[value] > 0) results.push({ value, label: text.show[value], rows: counts[value] })
  }
  const filtersOf = (severity: Cause['severity']): Filter[] =>
    causes
      .filter((cause) => cause.severity === severity)
      .map((cause) => ({ value: keyOfCause(cause), label: text.of(cause.message, cause.label), rows: cause.rows }))
  const errors = filtersOf('error')
  const warnings = filtersOf('warning')
  return (
    <SidePanel label={text.result} size="narrow">
      <Section inPanel title={text.result}>
        <FilterList filters={results} chosen={show} onChoose={onShow} />
      </Section>
      {errors.length > 0 && (
        <Section inPanel title={text.causes}>
          <FilterList filters={errors} chosen={show} onChoose={onShow} />
        </Section>
      )}
      {(warnings.length > 0 || one.findings.length > 0) && (
        <Section inPanel title={text.warnings}>
          <FilterList filters={warnings} chosen={show} onChoose={onShow} />
          {one.findings.length > 0 && (
            <div className={imports.told}>
              {one.findings.map((finding) => (
                <p key={finding.message}>{`${finding.message} ${finding.fix}`}</p>
              ))}
            </div>
          )}
        </Section>
      )}
      <LeftOut columns={one.left_alone} />
      <ForRole needed="clerk">
        <Section inPanel title={text.keysTitle}>
          <p className={imports.told}>{text.keys}</p>
        </Section>
      </ForRole>
    </SidePanel>
  )
}
