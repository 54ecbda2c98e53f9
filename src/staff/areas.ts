/** The parts of the staff's menu, and which command opens which. */
import type { PersonCommand, StaffCommand } from '../channels/port.ts'
import { answers } from './answers.ts'
import { data } from './data.ts'
import { digests } from './digests.ts'
import { feedback } from './feedback.ts'
import { link } from './link.ts'
import { menu } from './menu.ts'
import { methods } from './methods.ts'
import { reports } from './reports.ts'
import { roles } from './roles.ts'
import { sessions } from './sessions.ts'
import { stories } from './stories.ts'
import { surveys } from './surveys.ts'
import { talk } from './talk.ts'
import { timeline } from './timeline.ts'
import type { Area } from './turn.ts'

export const AREAS: readonly Area[] = [
  menu,
  sessions,
  surveys,
  digests,
  answers,
  feedback,
  timeline,
  reports,
  stories,
  methods,
  data,
  talk,
  roles,
  link,
]

/** Null for a command that means the same to everybody. */
export function areaOfCommand(command: PersonCommand | StaffCommand): Area | null {
  return BY_COMMAND.get(command) ?? null
}

const BY_COMMAND: ReadonlyMap<PersonCommand | StaffCommand, Area> = new Map<PersonCommand | StaffCommand, Area>([
  ['menu', menu],
  ['help', menu],
  ['session', sessions],
  ['surveys', surveys],
  ['propose', surveys],
  ['agreement', surveys],
  ['pause', surveys],
  ['digest', digests],
  ['timeline', timeline],
  ['feedback', feedback],
  ['roles', roles],
  ['methods', methods],
  ['talk', talk],
])
