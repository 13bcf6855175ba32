import { Select } from '@mantine/core'
import { useState } from 'react'
import { LANGUAGES, type Language, languageOf } from '../../jobs/values/languages'
import { useAsk } from '../app/office'
import { ownName } from '../components/languages'
import { SaveLink } from '../components/save-link'
import { Section } from '../components/section'
import { words } from '../words/en'
import classes from './logo.module.css'

const text = words.payslipLooks.preview

/** A payslip of nobody, as it looks in a language; it begins with the office's own. */
export function PayslipPreview() {
  const office = useAsk('office.read_setting', { setting: 'office' }).data
  const [chosen, setChosen] = useState<Language | null>(null)
  if (!office) return null
  const language = chosen ?? languageOf(String(office.language)) ?? 'en'
  return (
    <Section title={text.title}>
      <div className={classes.logo}>
        <p className={classes.hint}>{text.hint}</p>
        <Select
          label={text.language}
          data={LANGUAGES.map((value) => ({ value, label: ownName(value) }))}
          value={language}
          allowDeselect={false}
          onChange={(picked) => setChosen(LANGUAGES.find((tag) => tag === picked) ?? null)}
        />
        <SaveLink
          method="payslips.preview"
          input={{ language }}
          href={`/api/payroll/payslip-preview.pdf?language=${language}`}
        >
          {text.save(ownName(language))}
        </SaveLink>
      </div>
    </Section>
  )
}
