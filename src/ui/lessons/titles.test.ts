/** Titles stand above the question, on the map and under verdicts: they say what a lesson is about, and not what it finds. */
import { expect, it } from 'vitest'
import { LESSON_KEYS } from '../../domain/link/lesson-keys.ts'
import { loadLesson } from '../../lessons/registry.ts'
import { en } from '../../text/en/index.ts'

/** Words with a capital: the names of methods, and whatever begins a sentence. */
const namesIn = (text: string): readonly string[] => text.match(/\b\p{Lu}[\p{L}\d]*/gu) ?? []

it.each(LESSON_KEYS)('the title of %s does not answer its question', async (key) => {
  const { answers } = (await loadLesson(key)).question
  const named = (isRight: boolean) =>
    answers.filter(({ right = false }) => right === isRight).flatMap(({ text }) => namesIn(text.en))
  const title = namesIn(en.lessons.list[key].title)
  const wrong = named(false)
  // A title may name all methods that the answers are about.
  if (wrong.some((name) => title.includes(name))) return
  expect(named(true).filter((name) => title.includes(name))).toEqual([])
})
