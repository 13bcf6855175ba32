import { UnstyledButton, VisuallyHidden } from '@mantine/core'
import { Icon } from '../../components/icons'
import { words } from '../../words/en'
import { useAsk } from '../office'
import { needsByPlace } from './needs-by-place'
import { OfficeName } from './office-name'
import { isThere, type Place, settingsPlace, usePlaces } from './places'
import classes from './sidebar.module.css'

function PlaceLink({ place, here, needs = 0 }: { place: Place; here: string; needs?: number }) {
  return (
    <a className={classes.place} href={place.href} aria-current={here.startsWith(place.href) ? 'page' : undefined}>
      <Icon name={place.icon} />
      <span className={classes.name}>{place.name}</span>
      {needs > 0 && (
        <span className={classes.needs}>
          {needs}
          <VisuallyHidden>{words.frame.needYou}</VisuallyHidden>
        </span>
      )}
    </a>
  )
}

/** Whose office it is, the way to anything, and the places with what needs somebody there. */
export function Sidebar({ here, onSearch }: { here: string; onSearch: () => void }) {
  const today = useAsk('today.read', {}).data
  const needs = needsByPlace(today?.needs ?? [])
  return (
    <div className={classes.sidebar}>
      <OfficeName name={today?.office ?? ''} />
      <UnstyledButton className={classes.search} onClick={onSearch}>
        <Icon name="search" />
        <span className={classes.name}>{words.goToAnything}</span>
        <kbd className={classes.keys}>{words.frame.ctrlK}</kbd>
      </UnstyledButton>
      <div className={classes.modules}>
        {usePlaces().map((group) => (
          <div key={group.name} className={classes.module}>
            <div className={classes.moduleName}>{group.name}</div>
            {group.places.map((place) => (
              <PlaceLink key={place.name} place={place} here={here} needs={needs.get(place.href) ?? 0} />
            ))}
          </div>
        ))}
      </div>
      {isThere(settingsPlace) && <PlaceLink place={settingsPlace} here={here} />}
    </div>
  )
}
