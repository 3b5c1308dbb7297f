import { createContext } from 'react'
import type { Refusal } from './parse-number.ts'

/** The page's sentences for refused numbers; the page provides them, and fields show them. */
export const RefusalWords = createContext<(refusal: Refusal) => string>(() => '')
