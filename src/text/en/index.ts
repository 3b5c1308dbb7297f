/** English, a file a feature, and the shape that every language has: a missing key does not compile. */
import { aboutData } from './about-data.ts'
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
import { paths } from './paths.ts'
import { presets } from './presets.ts'
import { problems } from './problems.ts'
import { resampling } from './resampling.ts'
import { runDetails } from './run-details.ts'
import { runs } from './runs.ts'
import { sets } from './sets.ts'
import { settings } from './settings.ts'
import { share } from './share.ts'
import { strips } from './strips.ts'
import { sweep } from './sweep.ts'
import { time } from './time.ts'
import { verdict } from './verdict.ts'

export const en = {
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
  ...aboutData,
  ...strips,
  ...sweep,
  ...verdict,
  ...resampling,
  ...comparison,
  ...panes,
  ...inside,
  ...time,
  ...paths,
  ...code,
}

export type Messages = typeof en
