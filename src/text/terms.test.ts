import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../domain/link/page-keys.ts'
import { TERM_GROUPS } from '../domain/terms/terms.ts'
import { loadMessages, messages } from './messages.ts'
import { loadTerms, termText } from './terms.ts'

/** The longest explanation that is read at a glance, in characters. */
const LONGEST = { en: 180, 'zh-CN': 80 }
const END = { en: /[.]$/, 'zh-CN': /。$/ }

describe.each(LANGUAGES)('the glossary in %s', async (language) => {
  const terms = await loadTerms(language)
  await loadMessages(language)

  it.each(Object.values(TERM_GROUPS).flat())('explains %s in a short sentence', (key) => {
    const { name, text } = termText(key, terms, messages(language))
    expect(name).not.toBe('')
    expect(text).toMatch(END[language])
    expect(text.length).toBeLessThanOrEqual(LONGEST[language])
    expect(/\p{Script=Han}/u.test(text)).toBe(language === 'zh-CN')
  })
})
