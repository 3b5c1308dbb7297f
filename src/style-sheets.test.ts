/** A CSS module is for its own component: a rule without a class of its own would style whatever else is on the page. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

/** The selectors of a style sheet, without what stands in brackets. */
function selectorsOf(css: string): string[] {
  const plain = css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/@keyframes[^{]+\{(?:[^{}]*\{[^{}]*\})*\s*\}/g, '')
  const preludes = [...plain.matchAll(/([^{};]+)\{/g)].map(([, prelude]) => prelude!.trim())
  return preludes.filter((prelude) => !prelude.startsWith('@')).flatMap(separated)
}

/** Splits at the commas that are not in brackets. */
function separated(list: string): string[] {
  const parts = ['']
  let depth = 0
  for (const sign of list) {
    if (sign === '(') depth++
    if (sign === ')') depth--
    if (sign === ',' && depth === 0) parts.push('')
    else parts.push(parts.pop()! + sign)
  }
  return parts.map((part) => part.trim())
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.module.css'),
)

it.each(files)('%s styles nothing but its own', (file) => {
  const selectors = selectorsOf(readFileSync(`src/${file}`, 'utf8'))
  expect(selectors.filter((selector) => !/[.]|:global/.test(selector))).toEqual([])
})
