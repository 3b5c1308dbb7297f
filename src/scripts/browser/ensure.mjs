// Makes sure, before the tests, that there is a Chromium which really starts; `npm test` runs it.
// Contract: exit 0 with a line that names the browser, or exit 1 with what a person can do.
// Where none is there it tries what needs no answer from anyone: Playwright's download, then,
// as root on a Debian-like system, the distribution's package.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { chromium } from 'playwright'
import { findBrowser, launchOptions } from './find.mjs'

const MINUTE = 60_000
// A download without a network can hang instead of failing.
const INSTALL_LIMIT = 5 * MINUTE
const APT_LIMIT = 15 * MINUTE
const posix = process.platform !== 'win32'
const rootOnDebian = process.getuid?.() === 0 && existsSync('/etc/debian_version')

/**
 * A file may be there and still not start (a stub, a missing library), so the check is a launch.
 * @returns {Promise<boolean>}
 */
async function works() {
  const found = findBrowser()
  if (!found) return false
  const where = found.executablePath ? `${found.source}, ${found.executablePath}` : found.source
  try {
    const browser = await chromium.launch({ ...launchOptions(), timeout: MINUTE })
    console.log(`Tests run in Chromium ${browser.version()} (${where})`)
    await browser.close()
    return true
  } catch (error) {
    console.warn(`Found a browser that does not start (${where}):\n${error}`)
    return false
  }
}

/**
 * Runs a command as a group of its own, so that its time limit ends what it started, too.
 * @param {string} command
 * @param {string[]} args
 * @param {number} limit
 * @returns {Promise<boolean>} whether it succeeded in time
 */
function attempt(command, args, limit) {
  console.log(`> ${path.basename(command)} ${args.join(' ')}`)
  return new Promise((resolve) => {
    const env = {
      ...process.env,
      DEBIAN_FRONTEND: 'noninteractive',
      PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000',
    }
    const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'], detached: posix, env })
    const end = () => {
      if (posix && child.pid) process.kill(-child.pid, 'SIGKILL')
      else child.kill()
    }
    const interrupted = () => {
      end()
      process.exit(130)
    }
    const timer = setTimeout(() => {
      console.warn(`gave up after ${limit / MINUTE} minutes`)
      end()
    }, limit)
    const settle = (/** @type {boolean} */ success) => {
      clearTimeout(timer)
      process.off('SIGINT', interrupted)
      resolve(success)
    }
    process.once('SIGINT', interrupted)
    child.once('error', () => settle(false))
    child.once('close', (code) => settle(code === 0))
  })
}

/** Whether a download has a chance: a closed network is known at once, where Playwright would try for a minute. */
async function reachesDownloads() {
  const host = process.env.PLAYWRIGHT_DOWNLOAD_HOST ?? 'https://cdn.playwright.dev'
  try {
    await fetch(host, { method: 'HEAD', signal: AbortSignal.timeout(15_000) })
    return true
  } catch {
    console.log(`${host} cannot be reached`)
    return false
  }
}

async function installPlaywrightBrowser() {
  // Behind a proxy only Playwright itself knows the way.
  const proxied = Boolean(process.env.HTTPS_PROXY ?? process.env.https_proxy)
  if (!proxied && !(await reachesDownloads())) return
  const folder = path.dirname(createRequire(import.meta.url).resolve('playwright/package.json'))
  const cli = path.relative(process.cwd(), path.join(folder, 'cli.js'))
  const fetched = await attempt(process.execPath, [cli, 'install', 'chromium'], INSTALL_LIMIT)
  // The browser's libraries come from the system, and only root installs them without a password.
  if (fetched && rootOnDebian && !(await works())) {
    await attempt(process.execPath, [cli, 'install-deps', 'chromium'], APT_LIMIT)
  }
}

async function installDebianPackage() {
  if (!rootOnDebian) return
  await attempt('apt-get', ['update'], INSTALL_LIMIT)
  const install = (...packages) => attempt('apt-get', ['install', '-y', ...packages], APT_LIMIT)
  // The shell brings no font, and not every release has it.
  if (!(await install('chromium-headless-shell', 'fonts-liberation'))) await install('chromium')
}

async function ensure() {
  if (await works()) return true
  console.log('No Chromium to test in; trying to install one')
  await installPlaywrightBrowser()
  if (await works()) return true
  await installDebianPackage()
  return works()
}

if (!(await ensure())) {
  console.error(`The tests need a Chromium that starts. Any one of these gives them one:
  1. npx playwright install --with-deps chromium
  2. install Google Chrome or Chromium with the system's own installer (Debian: sudo apt-get install chromium)
  3. CHROME_PATH=<path of a Chrome or Chromium> npm test`)
  process.exit(1)
}
