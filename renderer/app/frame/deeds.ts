import { useMantineColorScheme } from '@mantine/core'
import { words } from '../../words/en'
import { useMay } from '../lock/use-session'
import { useAct } from '../office'
import { goToOffice } from '../offices/address'
import { useOffices } from '../offices/provider'
import { standingLine } from '../offices/standing'
import type { Find } from './find'
import { usePlaces } from './places'
import { chooseFile, type TakeFile } from './take-file'

const { palette } = words.frame

/** What can be done from anywhere, by whoever is here. */
export function useDeeds(take: TakeFile['take']): Find[] {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const back = useAct('office.backup', { goTo: () => '#/settings/backup' })
  const places = usePlaces().flatMap((group) => group.places)
  const [isClerk, isOwner] = [useMay('clerk'), useMay('owner')]
  const { offices, choose } = useOffices()
  const group = palette.deeds
  const deeds: Find[] = []
  if (isClerk)
    deeds.push({
      group,
      icon: 'imports',
      name: palette.dropFile,
      about: palette.dropFileAbout,
      act: () => chooseFile(take),
    })
  if (isClerk && places.some(({ href }) => href === '#/pay-runs'))
    deeds.push({
      group,
      icon: 'play',
      name: palette.preparePayRun,
      about: palette.preparePayRunAbout,
      href: '#/pay-runs',
    })
  if (isOwner)
    deeds.push({ group, icon: 'backup', name: palette.backUp, about: palette.backUpAbout, act: () => back.mutate({}) })
  for (const scheme of ['light', 'dark', 'auto'] as const) {
    const [name, about] = palette.appearance[scheme]
    if (scheme !== colorScheme) deeds.push({ group, icon: 'settings', name, about, act: () => setColorScheme(scheme) })
  }
  const { switcher } = words.offices
  for (const one of offices.filter(({ isShown }) => !isShown))
    deeds.push({
      group: switcher.group,
      icon: 'office',
      name: switcher.openOf(one.name),
      about: standingLine(one),
      act: () => goToOffice(one.id),
    })
  if (choose)
    deeds.push({
      group: switcher.group,
      icon: 'office',
      name: switcher.manage,
      about: switcher.manageAbout,
      href: '#/offices',
    })
  return deeds
}
