import { useDisclosure, useHotkeys } from '@mantine/hooks'
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import type { ListedOffices } from '../../../jobs/api/page-bridge'
import { bridge } from '../bridge'
import { OfficeSwitcher } from './switcher'

type Known = ListedOffices & {
  /** Opens the list to choose from; null in a browser, whose page belongs to one office. */
  choose: (() => void) | null
}

const nothing: ListedOffices = { offices: [], notice: null }
const OfficesContext = createContext<Known>({ ...nothing, choose: null })

/** The offices of this installation, as the shell last told. */
export const useOffices = (): Known => useContext(OfficesContext)

/** Around everything, the lock too: Ctrl-Shift-O leads to another office from wherever one is. */
export function OfficesProvider({ children }: { children: ReactNode }) {
  const [list, setList] = useState(nothing)
  const [isOpen, { open, close }] = useDisclosure(false)
  const isDesktop = bridge() !== undefined
  useEffect(() => bridge()?.onOffices(setList), [])
  useHotkeys([['mod+shift+O', () => isDesktop && open()]], [])
  return (
    <OfficesContext.Provider value={{ ...list, choose: isDesktop ? open : null }}>
      {children}
      {isDesktop && <OfficeSwitcher offices={list.offices} isOpen={isOpen} onClose={close} />}
    </OfficesContext.Provider>
  )
}
