/** Generated code, line by line: each line knows the settings it comes from. */
import type { SettingKey } from '../domain/settings/settings.ts'

export interface CodeLine {
  readonly text: string
  readonly settings: readonly SettingKey[]
  /** The layer or block that the line is about, if that has a row among the controls. */
  readonly place?: number
}

export const line = (text: string, ...settings: SettingKey[]): CodeLine => ({ text, settings })

/** Lines that come from no setting. */
export const plain = (text: string): CodeLine[] => text.split('\n').map((row) => line(row))

export const indented = (lines: readonly CodeLine[], by = '    '): CodeLine[] =>
  lines.map((row) => ({ ...row, text: row.text === '' ? '' : by + row.text }))

export const textOf = (lines: readonly CodeLine[]): string => `${lines.map(({ text }) => text).join('\n')}\n`

/** An argument of a call, with the settings that it says. */
export interface Argument {
  readonly text: string
  readonly settings: readonly SettingKey[]
}

export const argument = (text: string, ...settings: SettingKey[]): Argument => ({ text, settings })

/** The number of columns that the code drawer shows without scrolling sideways. */
export const WIDTH = 56

/** `head(a, b)tail` on one line where it fits, else an argument a line. The head says the settings `of`. */
export function call(
  head: string,
  args: readonly Argument[],
  {
    open = '(',
    close = ')',
    width = WIDTH,
    indent = '    ',
    of = [],
  }: { open?: string; close?: string; width?: number; indent?: string; of?: readonly SettingKey[] } = {},
): CodeLine[] {
  const flat = `${head}${open}${args.map(({ text }) => text).join(', ')}${close}`
  if (flat.length <= width || args.length === 0)
    return [line(flat, ...new Set([...of, ...args.flatMap(({ settings }) => settings)]))]
  const inner = args.map(({ text, settings }) => ({ text: `${indent}${text},`, settings }))
  return [line((head + open).trimEnd(), ...of), ...inner, line(close.trimStart())]
}
