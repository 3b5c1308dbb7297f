/** The generated sets as functions, in both languages. A set that is missing here does not compile. */
import type { GeneratedKey } from '../../domain/data-sets/catalogue.ts'
import type { GeneratorCode } from './generator-code.ts'
import { planeClasses } from './plane-classes.ts'
import { regressions } from './regressions.ts'
import { sequences } from './sequences.ts'

const GENERATORS: Readonly<Record<GeneratedKey, GeneratorCode>> = {
  ...planeClasses,
  ...regressions,
  ...sequences,
}

export const pythonGenerator = (set: GeneratedKey) => ({
  name: set.replaceAll('-', '_'),
  code: GENERATORS[set].python,
})

export const javascriptGenerator = (set: GeneratedKey) => ({
  name: set.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()),
  code: GENERATORS[set].javascript,
})
