/** All of English, and so the shape that every language has: a missing key does not compile. A page fetches it in two files. */
import { firstEn } from './en.ts'
import { laterEn } from './later-en.ts'

export const en = { ...firstEn, ...laterEn }
