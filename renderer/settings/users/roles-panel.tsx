import { Section } from '../../components/section'
import { SidePanel } from '../../components/side-panel'
import { words } from '../../words/en'
import { roleWords } from '../../words/en/users'
import { SettingsNav } from '../settings-nav'
import classes from './users.module.css'

/** The pages of Settings, and what each role may do, strongest first; each also does what stands below it. */
export function RolesPanel() {
  return (
    <SidePanel label={words.settings.list} size="narrow">
      <SettingsNav />
      <Section inPanel title={words.users.roles}>
        <dl className={classes.roles}>
          {Object.values(roleWords).map(([name, does]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </Section>
    </SidePanel>
  )
}
