import type { Messages } from '../en/en.ts'
import { charts } from './charts.ts'
import { choices } from './choices.ts'
import { code } from './code.ts'
import { comparison } from './comparison.ts'
import { controls } from './controls.ts'
import { course } from './course.ts'
import { data } from './data.ts'
import { exports } from './export.ts'
import { inside } from './inside.ts'
import { lessons } from './lessons.ts'
import { live } from './live.ts'
import { model } from './model.ts'
import { open } from './open.ts'
import { page } from './page.ts'
import { panes } from './panes.ts'
import { presets } from './presets.ts'
import { problems } from './problems.ts'
import { runDetails } from './run-details.ts'
import { runs } from './runs.ts'
import { sets } from './sets.ts'
import { settings } from './settings.ts'
import { share } from './share.ts'
import { sweepControls } from './sweep-controls.ts'
import { time } from './time.ts'
import { verdict } from './verdict.ts'

/** What a Chinese page may say at once, a file a feature. */
export const firstZhCn: Messages = {
  ...page,
  ...presets,
  ...controls,
  ...live,
  ...lessons,
  ...course,
  ...share,
  ...settings,
  ...sets,
  ...choices,
  ...model,
  ...charts,
  ...runs,
  ...runDetails,
  ...problems,
  ...exports,
  ...open,
  ...data,
  ...sweepControls,
  ...verdict,
  ...comparison,
  ...panes,
  ...inside,
  ...time,
  ...code,
}
