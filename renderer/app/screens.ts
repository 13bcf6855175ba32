import { attendanceScreens } from '../attendance/screens'
import { calculatorScreens } from '../calculator/screens'
import { chartsScreens } from '../charts/screens'
import { importsScreens } from '../imports/screens'
import { manualScreens } from '../manual/screens'
import { officesScreens } from '../offices/screens'
import { outboxScreens } from '../outbox/screens'
import { payRunsScreens } from '../pay-runs/screens'
import { peopleScreens } from '../people/screens'
import { schedulesScreens } from '../schedules/screens'
import { settingsScreens } from '../settings/screens'
import { startScreens } from '../start/screens'
import { tasksScreens } from '../tasks/screens'
import { todayScreens } from '../today/screens'
import type { Screen } from './screen'

/** Every screen of the window; each folder lists its own. */
export const screens: Screen[] = [
  ...todayScreens,
  ...startScreens,
  ...importsScreens,
  ...peopleScreens,
  ...chartsScreens,
  ...attendanceScreens,
  ...calculatorScreens,
  ...payRunsScreens,
  ...tasksScreens,
  ...schedulesScreens,
  ...outboxScreens,
  ...settingsScreens,
  ...manualScreens,
  ...officesScreens,
]
