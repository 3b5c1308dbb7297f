/** (d) From the click on Run to the frame that shows the first point of the loss curve. */
import { openApp, PLANE, press } from './app.mjs'

const ROUNDS = 7

export async function firstPoint(browser, { url }) {
  const first = []
  const again = []
  for (let round = 0; round < ROUNDS; round++) {
    const { page, close } = await openApp(browser, url, PLANE)
    first.push(await clicked(page))
    await press(page, 'Stop')
    await press(page, 'Reset')
    // The stopped run stays in the list and on the chart until it is removed.
    await page
      .getByRole('button', { name: /^Remove (?!layer)/ })
      .first()
      .click()
    await page.waitForTimeout(300)
    again.push(await clicked(page))
    await close()
  }
  return { first, again }
}

async function clicked(page) {
  const shown = page.evaluate(firstPointAfterClick)
  await press(page, 'Run')
  return await shown
}

/** In the page. A curve is a path with the class name of curve-chart.module.css; it has a place once it has a point. */
function firstPointAfterClick() {
  const hasPoint = () =>
    [...document.querySelectorAll('path[class*="solid"]')].some((path) => path.getAttribute('d'))
  if (hasPoint()) throw new Error('the chart is not empty')
  return new Promise((resolve) => {
    let clickedAt = 0
    addEventListener('click', ({ timeStamp }) => (clickedAt = timeStamp), { capture: true, once: true })
    const observer = new MutationObserver(() => {
      if (!hasPoint()) return
      observer.disconnect()
      // The frame that paints it is over when the task after its callbacks runs.
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - clickedAt)))
    })
    observer.observe(document.body, { subtree: true, childList: true, attributes: true })
  })
}
