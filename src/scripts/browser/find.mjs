// Which Chromium the tests drive. One answer for Vitest's browser mode and for Playwright,
// so that both floors of tests run in the same browser on any machine.
//
// Order: Playwright's own build (the one its version was tested with), then a path the person
// names in CHROME_PATH or CHROMIUM_PATH, then a browser the system has. Nothing is launched here.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { chromium } from 'playwright'

/**
 * @typedef {{ executablePath?: string, source: string }} Browser without a path, Playwright launches its own build
 * @typedef {object} Machine what the search looks at; tests pass a made-up one
 * @property {NodeJS.Platform} platform
 * @property {Record<string, string | undefined>} env
 * @property {(file: string) => boolean} exists
 * @property {string} playwrightPath where Playwright would keep its full Chromium
 * @property {boolean} isRoot
 */

// A headless shell opens a page in about half the time of a full browser without a window. Playwright prefers its own, too.
const PATH_NAMES = [
  'chrome-headless-shell',
  'chromium-headless-shell',
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
]
const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge']
const WINDOWS_APPS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
]

/** @returns {Machine} */
export function thisMachine() {
  return {
    platform: process.platform,
    env: process.env,
    exists: existsSync,
    playwrightPath: chromium.executablePath(),
    isRoot: process.getuid?.() === 0,
  }
}

/**
 * A headless launch without options starts the headless shell, which installs beside the full
 * Chromium: `chromium-N` and `chromium_headless_shell-N`. Where only the full one is there, its
 * path has to be named.
 * @param {Machine} machine
 * @returns {Browser | null}
 */
function playwrightBrowser({ exists, playwrightPath }) {
  const shell = playwrightPath.replace(/([\\/])chromium-(\d+)[\\/].*$/, '$1chromium_headless_shell-$2')
  if (shell !== playwrightPath && exists(`${shell}/INSTALLATION_COMPLETE`)) {
    return { source: "Playwright's headless Chromium" }
  }
  return exists(playwrightPath) ? { executablePath: playwrightPath, source: "Playwright's Chromium" } : null
}

/**
 * @param {Machine} machine
 * @returns {Browser[]} places to look, best first
 */
function candidates({ platform, env }) {
  const { join, delimiter } = platform === 'win32' ? path.win32 : path.posix
  const named = ['CHROME_PATH', 'CHROMIUM_PATH'].map((name) => ({ file: env[name], source: name }))
  const folders = (env.PATH ?? env.Path ?? '').split(delimiter).filter(Boolean)
  const onPath =
    platform === 'win32' ? [] : PATH_NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
  const macRoots = platform === 'darwin' ? ['/', env.HOME ?? '/'] : []
  const inApplications = macRoots.flatMap((root) =>
    MAC_APPS.map((app) => join(root, 'Applications', `${app}.app`, 'Contents/MacOS', app)),
  )
  const windowsRoots =
    platform === 'win32' ? [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA] : []
  const inProgramFiles = WINDOWS_APPS.flatMap((app) => windowsRoots.map((root) => root && join(root, app)))
  const system = [...onPath, ...inApplications, ...inProgramFiles].map((file) => ({ file, source: 'system' }))
  return [...named, ...system].flatMap(({ file, source }) => (file ? [{ executablePath: file, source }] : []))
}

/**
 * @param {Machine} [machine]
 * @returns {Browser | null} null where this machine has no Chromium
 */
export function findBrowser(machine = thisMachine()) {
  const found = candidates(machine).find(({ executablePath }) => machine.exists(executablePath ?? ''))
  return playwrightBrowser(machine) ?? found ?? null
}

/**
 * Launch options for Playwright. The flags keep a system Chrome from talking to the network by
 * itself; root on Linux cannot use the sandbox at all. With no browser found they name no path,
 * so that Playwright's own error appears.
 * @param {readonly string[]} [extraArgs]
 * @param {Machine} [machine]
 * @returns {{ executablePath?: string, args: string[] }}
 */
export function launchOptions(extraArgs = [], machine = thisMachine()) {
  const executablePath = findBrowser(machine)?.executablePath
  return {
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [
      ...(machine.isRoot && machine.platform === 'linux' ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--disable-quic',
      ...extraArgs,
    ],
  }
}
