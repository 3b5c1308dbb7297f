import type { LaterMessages } from '../en/later-en.ts'
import { aboutData } from './about-data.ts'
import { assignment } from './assignment.ts'
import { courseMap } from './course-map.ts'
import { drawing } from './drawing.ts'
import { embed } from './embed.ts'
import { fitFacts } from './fit-facts.ts'
import { lecture } from './lecture.ts'
import { paths } from './paths.ts'
import { present } from './present.ts'
import { refusedFiles } from './refused-files.ts'
import { resampling } from './resampling.ts'
import { strips } from './strips.ts'
import { sweep } from './sweep.ts'
import { tableWizard } from './table-wizard.ts'
import { why } from './why.ts'

/** What parts of a Chinese page say that are fetched when they are first shown. */
export const laterZhCn: LaterMessages = {
  ...aboutData,
  ...assignment,
  ...courseMap,
  ...drawing,
  ...embed,
  ...fitFacts,
  ...lecture,
  ...paths,
  ...present,
  ...refusedFiles,
  ...resampling,
  ...strips,
  ...sweep,
  ...tableWizard,
  ...why,
}
