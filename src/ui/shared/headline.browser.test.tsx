import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { en } from '../../text/en/index.ts'
import { quietRoom } from '../app-context.testing.ts'
import { AppContextProvider } from './app-context.tsx'
import { useHeadline } from './headline.ts'

function Title() {
  return <h1>{useHeadline().title}</h1>
}

async function title(hash: string) {
  const screen = await render(
    <AppContextProvider value={quietRoom(`#${hash}`)}>
      <Title />
    </AppContextProvider>,
  )
  return screen.getByRole('heading')
}

test('runs side by side bear the name of their preset', async () => {
  const scene = 'preset=long-memory&compare=model:rnn/lstm'
  await expect.element(await title(scene)).toHaveTextContent(en.presets.names['long-memory'])
})

test('in a lesson they bear its title: it trains others than the preset that it begins with', async () => {
  await expect.element(await title('lesson=lstm')).toHaveTextContent(en.lessons.list.lstm.title)
})
