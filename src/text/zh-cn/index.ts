/** All of Chinese. A page fetches it in two files. */
import { laterZhCn } from './later-zh-cn.ts'
import { firstZhCn } from './zh-cn.ts'

export const zhCn = { ...firstZhCn, ...laterZhCn }
