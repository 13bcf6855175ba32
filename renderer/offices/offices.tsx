import { Button, Table } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { ListedOffice } from '../../jobs/api/page-bridge'
import { goToOffice } from '../app/offices/address'
import { useOffices } from '../app/offices/provider'
import { markOf } from '../app/offices/standing'
import { Empty } from '../components/empty'
import { Ledger } from '../components/ledger'
import { Mark } from '../components/mark'
import { Page } from '../components/page'
import { Said } from '../components/said'
import { Section } from '../components/section'
import { SidePanel } from '../components/side-panel'
import { words } from '../words/en'
import { OfficePanel } from './office-panel'
import classes from './offices.module.css'
import { useDeed } from './use-deed'

const { offices: text } = words

export const OfficesPage = () => <Offices aside={() => <HowPanel />} />

export function OfficePage() {
  const { id } = useParams({ strict: false })
  return (
    <Offices
      selected={id}
      aside={(offices) => {
        const office = offices.find((one) => one.id === id)
        return office ? <OfficePanel key={office.id} office={office} /> : <HowPanel />
      }}
    />
  )
}

type OfficesProps = { selected?: string | undefined; aside: (offices: ListedOffice[]) => ReactNode }

/** Every office of this computer with how it stands; one of them opens beside the list. */
function Offices({ selected, aside }: OfficesProps) {
  const { offices, choose } = useOffices()
  const add = useDeed()
  if (choose === null)
    return (
      <Page folio="" title={text.title}>
        <Empty what={text.onlyDesktop[0]} how={text.onlyDesktop[1]} />
      </Page>
    )
  return (
    <Page
      folio=""
      title={text.title}
      note={text.note(offices.length)}
      tools={
        <>
          <Button disabled={add.isBusy} onClick={() => void add.act({ deed: 'add', kind: 'existing' })}>
            {text.addExisting}
          </Button>
          <Button variant="filled" disabled={add.isBusy} onClick={() => void add.act({ deed: 'add', kind: 'new' })}>
            {add.isBusy ? text.adding : text.addNew}
          </Button>
        </>
      }
      aside={aside(offices)}
    >
      {add.error && (
        <div className={classes.beside}>
          <Said error={add.error} />
        </div>
      )}
      <OfficeRows offices={offices} selected={selected} />
    </Page>
  )
}

function OfficeRows({ offices, selected }: { offices: ListedOffice[]; selected: string | undefined }) {
  const { columns } = text
  return (
    <Ledger>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{columns.number}</Table.Th>
          <Table.Th>{columns.name}</Table.Th>
          <Table.Th w={208}>{columns.standing}</Table.Th>
          <Table.Th w={112}>{columns.needs}</Table.Th>
          <Table.Th w={120}>{columns.keeps}</Table.Th>
          <Table.Th w={88}>{text.open}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {offices.map((office, at) => (
          <Table.Tr key={office.id} data-selected={office.id === selected || undefined}>
            <Table.Td>{at + 1}</Table.Td>
            <Table.Td className={classes.name} title={office.folder}>
              <a href={`#/offices/${office.id}`}>{office.name}</a>
            </Table.Td>
            <Table.Td>
              <Mark {...markOf(office)} />
            </Table.Td>
            <Table.Td data-quiet={office.needs === 0 || undefined}>
              {office.needs > 0 ? text.needs(office.needs) : '–'}
            </Table.Td>
            <Table.Td data-quiet>{office.keepsWorking ? text.yes : text.no}</Table.Td>
            <Table.Td className={classes.deed}>
              {!office.isShown && (
                <Button
                  variant="subtle"
                  aria-label={text.switcher.openOf(office.name)}
                  onClick={() => goToOffice(office.id)}
                >
                  {text.open}
                </Button>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Ledger>
  )
}

function HowPanel() {
  return (
    <SidePanel label={text.howTitle}>
      <Section inPanel title={text.howTitle}>
        <div className={classes.how}>
          {text.how.map((one) => (
            <p key={one}>{one}</p>
          ))}
        </div>
      </Section>
    </SidePanel>
  )
}
