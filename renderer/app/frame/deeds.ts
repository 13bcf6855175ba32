import { useMantineColorScheme } from '@mantine/core'
import { words } from '../../words/en'
import { useMay } from '../lock/use-session'
import { useAct } from '../office'
import type { Find } from './find'
import { usePlaces } from './places'
import { chooseFile, type TakeFile } from './take-file'

const { palette } = words.frame

/** What can be done from anywhere, by whoever is here. */
export function useDeeds(take: TakeFile['take']): Find[] {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const back = useAct('office.backup', { done: () => window.location.assign('#/settings/backup') })
  const places = usePlaces().flatMap((group) => group.places)
  const [isClerk, isOwner] = [useMay('clerk'), useMay('owner')]
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
  return deeds
}
