/**
 * The curves as a picture that needs no other file: the style sheet's rules are written into every element and the
 * typeface is embedded. Above and below the charts it says what was run and gives the link that runs it again, which also
 * stands in its description, where the page finds it.
 */
export interface Caption {
  readonly title: string
  readonly settings: string
  readonly link: string
}

const SVG = 'http://www.w3.org/2000/svg'
const MARGIN = 24
const HEAD = 52
const LINK_LINE = 14
/** The number of pixels of the picture for one of the page. */
const DENSITY = 2

const STYLES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'paint-order',
  'opacity',
  'color',
  'font-size',
  'font-weight',
  'text-anchor',
] as const

/** `curves` holds the charts as they are drawn on the page now. */
export async function svgPicture(curves: Element, caption: Caption): Promise<string> {
  const box = curves.getBoundingClientRect()
  const page = getComputedStyle(curves)
  const width = Math.ceil(box.width + 2 * MARGIN)
  const lines = broken(caption.link, Math.floor(box.width / 5.6))
  const height = Math.ceil(HEAD + box.height + lines.length * LINK_LINE + MARGIN)
  const svg = element('svg', { width, height, viewBox: `0 0 ${width} ${height}` })
  svg.style.fontFamily = page.fontFamily
  svg.style.fontVariantNumeric = page.fontVariantNumeric
  const face = element('style', {})
  face.textContent = await typefaceRule()
  const description = element('desc', {})
  description.textContent = `An experiment of Fitting Room\n${caption.link}`
  const [paper, ink, quiet] = ['--paper', '--ink', '--ink3'].map((token) => colourAt(curves, token))
  svg.append(
    description,
    face,
    element('rect', { width, height, fill: paper! }),
    text(caption.title, MARGIN, 28, { fill: ink!, 'font-size': 16, 'font-weight': 620 }),
    text(caption.settings, MARGIN, 45, { fill: quiet!, 'font-size': 12 }),
    ...[...curves.querySelectorAll('svg.recharts-surface, svg[data-picture]')].map((chart) =>
      drawn(chart, box),
    ),
    ...lines.map((line, i) =>
      text(line, MARGIN, HEAD + box.height + MARGIN / 2 + i * LINK_LINE, { fill: quiet!, 'font-size': 10 }),
    ),
  )
  return new XMLSerializer().serializeToString(svg)
}

export async function pngPicture(svg: string): Promise<Blob> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = new OffscreenCanvas(image.width * DENSITY, image.height * DENSITY)
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height)
  return canvas.convertToBlob({ type: 'image/png' })
}

/** A chart at its position among the others, with its styles written into it. */
function drawn(chart: Element, box: DOMRect): Element {
  const at = chart.getBoundingClientRect()
  const copy = chart.cloneNode(true) as SVGElement
  const originals = [chart, ...chart.querySelectorAll('*')]
  const copies = [copy, ...copy.querySelectorAll<SVGElement>('*')]
  for (const [i, original] of originals.entries()) {
    const looks = getComputedStyle(original)
    const { style } = copies[i]!
    copies[i]!.removeAttribute('class')
    for (const name of STYLES) {
      copies[i]!.removeAttribute(name)
      style.setProperty(name, plain(looks.getPropertyValue(name)))
    }
  }
  for (const control of copy.querySelectorAll('[data-control]')) control.remove()
  copy.setAttribute('x', String(MARGIN + at.left - box.left))
  copy.setAttribute('y', String(HEAD + at.top - box.top))
  copy.style.overflow = 'visible'
  return copy
}

/** Writes `color(srgb …)`, which few programs except browsers read, as `rgba(…)`. */
function plain(value: string): string {
  return value.replace(
    /color\(srgb ([\d.e-]+) ([\d.e-]+) ([\d.e-]+)(?: \/ ([\d.e-]+))?\)/g,
    (_, r, g, b, alpha = '1') => `rgba(${[r, g, b].map((share) => Math.round(share * 255))}, ${alpha})`,
  )
}

function colourAt(host: Element, token: string): string {
  const probe = document.createElement('i')
  probe.style.color = `var(${token})`
  host.append(probe)
  const { color } = getComputedStyle(probe)
  probe.remove()
  return color
}

/** The page's own typeface, as far as Latin letters and figures need it; every system has a font for the others. */
async function typefaceRule(): Promise<string> {
  const faces = [...document.styleSheets].flatMap(({ cssRules }) =>
    [...cssRules].filter((rule) => rule instanceof CSSFontFaceRule),
  )
  const latin = faces.find(({ style }) => /U\+0+-/i.test(style.getPropertyValue('unicode-range')))
  const [, address] = /url\("?([^")]+)"?\)/.exec(latin?.style.getPropertyValue('src') ?? '') ?? []
  if (!latin || address === undefined) return ''
  const file = await fetch(new URL(address, latin.parentStyleSheet?.href ?? document.baseURI))
  const bytes = new Uint8Array(await file.arrayBuffer())
  let binary = ''
  for (let at = 0; at < bytes.length; at += 8192)
    binary += String.fromCharCode(...bytes.subarray(at, at + 8192))
  const family = latin.style.getPropertyValue('font-family')
  return `@font-face{font-family:${family};font-weight:100 900;src:url(data:font/woff2;base64,${btoa(binary)}) format('woff2')}`
}

function broken(link: string, characters: number): string[] {
  const lines: string[] = []
  for (let at = 0; at < link.length; at += characters) lines.push(link.slice(at, at + characters))
  return lines
}

function text(content: string, x: number, y: number, looks: Record<string, string | number>): Element {
  const made = element('text', { x, y, ...looks })
  made.textContent = content
  return made
}

function element(name: string, attributes: Record<string, string | number>): SVGElement {
  const made = document.createElementNS(SVG, name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value))
  return made
}
