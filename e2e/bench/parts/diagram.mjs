/** The diagram of a network of 8-8-8 that trains at full speed: pictures of its units a second, and what they take from training. */
import { openApp, press } from './app.mjs'

const LINK =
  'engine=wasm&lang=en&data=circle&train=250&validation=250&test=1&noise=0.2&layers=8,8,8&activation=tanh&batch=10&epochs=100000&patience=off'
/** The ms before anything is counted, and the ms of counting. */
const SETTLE = 2000
const WATCH = 5000

export async function diagram(browser, { url }) {
  const drawn = await watched(browser, url, 'network')
  // Paths on surfaces ask nothing of the run.
  const closed = await watched(browser, url, 'optimizer')
  return { pictures: drawn.pictures, epochs: drawn.epochs, epochsClosed: closed.epochs }
}

async function watched(browser, url, view) {
  const { page, close } = await openApp(browser, url, `${LINK}&inside=${view}`, (fresh) =>
    fresh.addInitScript(countPictures),
  )
  await press(page, 'Run')
  await page.waitForFunction(() => window.fittingRoom.runs()[0]?.epochs.length > 0)
  await page.waitForTimeout(SETTLE)
  const counted = await page.evaluate(async (ms) => {
    const epochs = () => window.fittingRoom.runs()[0].epochs.length
    const [from, began] = [performance.now(), epochs()]
    let pictures = 0
    window.picturesDrawn = 0
    while (performance.now() - from < ms) {
      await new Promise(requestAnimationFrame)
      // A picture of the network is one of each of its units; some are drawn again with an outline.
      if (window.picturesDrawn >= 8 * 3) pictures++
      window.picturesDrawn = 0
    }
    const seconds = (performance.now() - from) / 1000
    return { pictures: pictures / seconds, epochs: (epochs() - began) / seconds }
  }, WATCH)
  await close()
  return counted
}

/** In the page, before its own script: every picture of a unit is put on a canvas once. */
function countPictures() {
  window.picturesDrawn = 0
  const { putImageData } = CanvasRenderingContext2D.prototype
  CanvasRenderingContext2D.prototype.putImageData = function (...given) {
    window.picturesDrawn++
    return putImageData.apply(this, given)
  }
}
