import type { Screen } from '../app/screen'
import { ImportPage } from './import-page'
import { Imports } from './imports'
import { StartImport } from './start-import'

export const importsScreens: Screen[] = [
  { path: '/imports', component: Imports },
  { path: '/imports/new', component: StartImport },
  { path: '/imports/$id', component: ImportPage },
  { path: '/imports/$id/$step', component: ImportPage },
]
