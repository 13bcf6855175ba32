import { Icon } from '../../components/icons'
import { useAsk } from '../office'
import { screens } from '../screens'
import { type Place, placeGroups, settingsPlace } from './places'
import classes from './sidebar.module.css'

function PlaceLink({ place, here }: { place: Place; here: string }) {
  return (
    <a className={classes.place} href={place.href} aria-current={here.startsWith(place.href) ? 'page' : undefined}>
      <Icon name={place.icon} />
      <span className={classes.name}>{place.name}</span>
    </a>
  )
}

const isThere = (place: Place) => screens.some((screen) => place.href === `#${screen.path}`)

/** The places of the office; what is switched off is not listed. */
export function Sidebar({ here }: { here: string }) {
  const modules = useAsk('office.read_setting', { setting: 'modules' })
  const isOn = (names: string[] | null) => {
    const on: Record<string, unknown> = modules.data ?? {}
    return names === null || names.some((name) => on[name] === true)
  }
  return (
    <div className={classes.sidebar}>
      <div className={classes.modules}>
        {placeGroups
          .filter((group) => isOn(group.switch) && group.places.some(isThere))
          .map((group) => (
            <div key={group.name} className={classes.module}>
              <div className={classes.moduleName}>{group.name}</div>
              {group.places.filter(isThere).map((place) => (
                <PlaceLink key={place.name} place={place} here={here} />
              ))}
            </div>
          ))}
      </div>
      {isThere(settingsPlace) && <PlaceLink place={settingsPlace} here={here} />}
    </div>
  )
}
