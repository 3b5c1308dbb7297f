import { createContext } from 'react'
import type { Refusal } from './parse-number.ts'

/** The page's words for why a typed number was not taken; whoever shows fields says them. */
export const RefusalWords = createContext<(refusal: Refusal) => string>(() => '')
