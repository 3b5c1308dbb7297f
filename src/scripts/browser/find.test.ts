import { describe, expect, it } from 'vitest'
import { findBrowser, launchOptions } from './find.mjs'

const cache = '/home/ada/.cache/ms-playwright'

function machine(files: string[], others: Partial<Parameters<typeof findBrowser>[0]> = {}) {
  return {
    platform: 'linux' as NodeJS.Platform,
    env: { PATH: '/usr/local/bin:/usr/bin' } as Record<string, string | undefined>,
    exists: (file: string) => files.includes(file),
    playwrightPath: `${cache}/chromium-1200/chrome-linux64/chrome`,
    isRoot: false,
    ...others,
  }
}

describe('finding a browser', () => {
  it("lets Playwright launch its own headless shell, ahead of everything else's", () => {
    const files = [`${cache}/chromium_headless_shell-1200/INSTALLATION_COMPLETE`, '/usr/bin/chromium']
    expect(findBrowser(machine(files))).toEqual({ source: "Playwright's headless Chromium" })
  })

  it('names the full Chromium of Playwright where the shell is missing or of another version', () => {
    const full = `${cache}/chromium-1200/chrome-linux64/chrome`
    const files = [full, `${cache}/chromium_headless_shell-1199/INSTALLATION_COMPLETE`]
    expect(findBrowser(machine(files))).toEqual({ executablePath: full, source: "Playwright's Chromium" })
  })

  it('takes a named browser before one of the system, and passes over a name that leads nowhere', () => {
    const files = ['/opt/mine/chrome', '/usr/bin/google-chrome']
    const env = { PATH: '/usr/bin', CHROME_PATH: '/gone/chrome', CHROMIUM_PATH: '/opt/mine/chrome' }
    expect(findBrowser(machine(files, { env }))).toEqual({
      executablePath: '/opt/mine/chrome',
      source: 'CHROMIUM_PATH',
    })
  })

  it('prefers Chrome to Chromium on PATH', () => {
    const files = ['/usr/local/bin/chromium', '/usr/bin/google-chrome-stable']
    expect(findBrowser(machine(files))?.executablePath).toBe('/usr/bin/google-chrome-stable')
  })

  it('prefers a headless shell to any full browser of the system', () => {
    const files = ['/usr/bin/chromium-headless-shell', '/usr/bin/google-chrome']
    expect(findBrowser(machine(files))?.executablePath).toBe('/usr/bin/chromium-headless-shell')
  })

  it.each([
    ['darwin', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
    ['darwin', '/Users/ada/Applications/Chromium.app/Contents/MacOS/Chromium'],
    ['win32', 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'],
    ['win32', 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'],
  ] as const)('knows the usual place on %s: %s', (platform, file) => {
    const env = {
      HOME: '/Users/ada',
      PROGRAMFILES: 'C:\\Program Files',
      'PROGRAMFILES(X86)': 'C:\\Program Files (x86)',
    }
    expect(findBrowser(machine([file], { platform, env }))?.executablePath).toBe(file)
  })

  it('says so where there is none', () => {
    expect(findBrowser(machine([]))).toBeNull()
    expect(findBrowser(machine([], { env: {} }))).toBeNull()
  })
})

describe('launch options', () => {
  it('turn the sandbox off for root on Linux only', () => {
    expect(launchOptions([], machine([], { isRoot: true })).args).toContain('--no-sandbox')
    expect(launchOptions([], machine([])).args).not.toContain('--no-sandbox')
    expect(launchOptions([], machine([], { isRoot: true, platform: 'darwin' })).args).not.toContain(
      '--no-sandbox',
    )
  })

  it('carry a path only when there is one, and the extra flags last', () => {
    expect(launchOptions(['--x'], machine([]))).not.toHaveProperty('executablePath')
    const options = launchOptions(['--x'], machine(['/usr/bin/chromium']))
    expect(options.executablePath).toBe('/usr/bin/chromium')
    expect(options.args.at(-1)).toBe('--x')
  })
})
