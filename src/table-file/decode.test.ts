import { describe, expect, it } from 'vitest'
import { decode } from './decode.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('what a file is written in', () => {
  it('UTF-8, with or without its mark', () => {
    expect(decode(bytes('身高,体重\n1,2'))).toEqual({ ok: true, text: '身高,体重\n1,2', encoding: null })
    expect(decode(bytes('\ufeffa,b'))).toEqual({ ok: true, text: 'a,b', encoding: null })
  })

  it('GBK, as Chinese spreadsheets save it', () => {
    // 身高,体重
    const gbk = Uint8Array.of(0xc9, 0xed, 0xb8, 0xdf, 0x2c, 0xcc, 0xe5, 0xd6, 0xd8)
    expect(decode(gbk)).toEqual({ ok: true, text: '身高,体重', encoding: 'GBK' })
  })

  it('GBK where its words are single characters', () => {
    // 女 and 男
    const gbk = Uint8Array.of(0x61, 0x2c, 0x62, 0x0a, 0xc5, 0xae, 0x2c, 0x31, 0x0a, 0xc4, 0xd0, 0x2c, 0x32)
    expect(decode(gbk)).toEqual({ ok: true, text: 'a,b\n女,1\n男,2', encoding: 'GBK' })
  })

  it('UTF-16, with or without its mark', () => {
    const wide = (text: string) => new Uint8Array(Uint16Array.from(text, (c) => c.charCodeAt(0)).buffer)
    expect(decode(wide('\ufeffa,b\n1,2'))).toEqual({ ok: true, text: 'a,b\n1,2', encoding: 'UTF-16LE' })
    // The lower byte of 一 is 0.
    const text = '一,b\n1,2\n3,4\n5,6'
    expect(decode(wide(text))).toEqual({ ok: true, text, encoding: 'UTF-16LE' })
    expect(decode(wide('a,b\n1,2'))).toEqual({ ok: true, text: 'a,b\n1,2', encoding: 'UTF-16LE' })
  })

  it('Latin-1, when it is nothing else', () => {
    const latin = Uint8Array.of(0x48, 0xf6, 0x68, 0x65, 0x2c, 0x31)
    expect(decode(latin)).toEqual({ ok: true, text: 'Höhe,1', encoding: 'Latin-1' })
  })

  it('Latin-1 with two letters beyond ASCII in a row', () => {
    const latin = Uint8Array.of(0x47, 0x72, 0xf6, 0xdf, 0x65, 0x2c, 0xdc, 0x31)
    expect(decode(latin)).toEqual({ ok: true, text: 'Größe,Ü1', encoding: 'Latin-1' })
  })

  it('no text, and what it is instead', () => {
    const formOf = (given: Uint8Array) => {
      const decoded = decode(given)
      return !decoded.ok && decoded.problem.kind === 'file-binary' ? decoded.problem.form : null
    }
    const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13)
    expect(formOf(png)).toBe('other')
    expect(formOf(Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0))).toBe('spreadsheet')
    const zip = (name: string) =>
      bytes(`PK\x03\x04${'\x00'.repeat(22)}\x08\x00\x00\x00${name}${'x'.repeat(99)}`)
    expect(formOf(zip('[Content_Types].xml'))).toBe('spreadsheet')
    expect(formOf(zip('xl/workbook.xml'))).toBe('spreadsheet')
    expect(formOf(zip('mimetype'))).toBe('spreadsheet')
    expect(formOf(zip('train.csv'))).toBe('archive')
    expect(formOf(Uint8Array.of(0x1f, 0x8b, 8, 0, 0))).toBe('archive')
    expect(formOf(bytes('\ufeff<!DOCTYPE html>\n<html><table>'))).toBe('page')
    expect(formOf(bytes('<html xmlns="x"><table>'))).toBe('page')
    expect(formOf(bytes('%PDF-1.4\n1 0 obj'))).toBe('other')
    expect(formOf(bytes('{\\rtf1\\ansi'))).toBe('other')
    expect(formOf(bytes('<x>,y\n1,2'))).toBeNull()
  })
})
