import { Select } from '@mantine/core'
import { useState } from 'react'
import type { Input } from '../../jobs/api/contract'
import { useAsk } from '../app/office'
import { SaveLink } from '../components/save-link'
import { Section } from '../components/section'
import { words } from '../words/en'
import classes from './logo.module.css'

const text = words.payslipLooks.preview
type Language = Input<'payslips.preview'>['language']
const LANGUAGES: [Language, string][] = [
  ['en', text.languages.en],
  ['fr', text.languages.fr],
  ['es', text.languages.es],
  ['pt', text.languages.pt],
  ['de', text.languages.de],
]

/** A payslip of nobody, as it looks in a language; it begins with the office's own. */
export function PayslipPreview() {
  const office = useAsk('office.read_setting', { setting: 'office' }).data
  const [chosen, setChosen] = useState<Language | null>(null)
  if (!office) return null
  const own = LANGUAGES.find(([tag]) => String(office.language).toLowerCase().startsWith(tag))?.[0] ?? 'en'
  const language = chosen ?? own
  return (
    <Section title={text.title}>
      <div className={classes.logo}>
        <p className={classes.hint}>{text.hint}</p>
        <Select
          label={text.language}
          data={LANGUAGES.map(([value, label]) => ({ value, label }))}
          value={language}
          allowDeselect={false}
          onChange={(picked) => setChosen(LANGUAGES.find(([tag]) => tag === picked)?.[0] ?? null)}
        />
        <SaveLink
          method="payslips.preview"
          input={{ language }}
          href={`/api/payroll/payslip-preview.pdf?language=${language}`}
        >
          {text.save(text.languages[language])}
        </SaveLink>
      </div>
    </Section>
  )
}
