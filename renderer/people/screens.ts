import type { Screen } from '../app/screen'
import { AddPerson } from './add-person'
import { People } from './people'
import { PersonPage } from './person-page'

export const peopleScreens: Screen[] = [
  { path: '/people', component: People },
  { path: '/people/new', component: AddPerson },
  { path: '/people/$id', component: PersonPage },
]
