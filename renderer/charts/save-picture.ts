import { saveBytes } from '../components/save-file'

const DRAWN = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'font-size', 'font-weight', 'font-family'] as const
const SPACE = 24
const HEAD = 56
const SVG = 'http://www.w3.org/2000/svg'

type Picture = { text: string; width: number; height: number }

/** A chart as an SVG file of its own. */
export function savePicture(chart: SVGSVGElement, title: string, note: string, fileName: string): void {
  const { text } = pictureOf(chart, title, note)
  saveBytes({ fileName, mediaType: 'image/svg+xml', bytes: new TextEncoder().encode(text) })
}

/** Dots a length of the screen: sharp in print and on a screen of twice the density. */
const DENSITY = 2

/** The same as a PNG file, drawn here by the browser itself: nothing is asked for and nothing leaves the window. */
export async function savePng(chart: SVGSVGElement, title: string, note: string, fileName: string): Promise<void> {
  const { text, width, height } = pictureOf(chart, title, note)
  const image = new Image(width, height)
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = width * DENSITY
  canvas.height = height * DENSITY
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('this browser draws no pictures')
  pen.scale(DENSITY, DENSITY)
  pen.drawImage(image, 0, 0, width, height)
  const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (!drawn) throw new Error('the browser made no picture')
  saveBytes({ fileName, mediaType: 'image/png', bytes: new Uint8Array(await drawn.arrayBuffer()) })
}

/** A chart as it stands on the screen, with its title, without the window's style sheets. */
function pictureOf(chart: SVGSVGElement, title: string, note: string): Picture {
  const [width, height] = [chart.width.baseVal.value, chart.height.baseVal.value]
  const colours = getComputedStyle(document.documentElement)
  const picture = document.createElementNS(SVG, 'svg')
  const size = { width: width + 2 * SPACE, height: height + HEAD + SPACE }
  set(picture, { xmlns: SVG, ...size })
  set(picture, { viewBox: `0 0 ${size.width} ${size.height}`, 'font-family': 'Inter, sans-serif' })
  picture.append(
    made('rect', { width: '100%', height: '100%', fill: colours.getPropertyValue('--paper') }),
    made(
      'text',
      { x: SPACE, y: 26, 'font-size': 16, 'font-weight': 600, fill: colours.getPropertyValue('--text') },
      title,
    ),
    made('text', { x: SPACE, y: 44, 'font-size': 12, fill: colours.getPropertyValue('--text-2') }, note),
  )
  const copy = plainCopy(chart)
  set(copy, { x: SPACE, y: HEAD, overflow: 'visible' })
  picture.append(copy)
  return { text: `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(picture)}`, ...size }
}

/** Every shape with the colours it has on the screen; links become groups, since the window's addresses lead nowhere. */
function plainCopy(from: SVGElement): SVGElement {
  const copy = document.createElementNS(SVG, from.tagName === 'a' ? 'g' : from.tagName) as SVGElement
  for (const { name, value } of from.attributes) {
    if (!/^(class|href|tabindex|style|data-|aria-|role)/.test(name)) copy.setAttribute(name, value)
  }
  const style = getComputedStyle(from)
  if (!['svg', 'g', 'a', 'title'].includes(from.tagName)) {
    for (const name of DRAWN) copy.setAttribute(name, style.getPropertyValue(name))
  }
  for (const child of from.childNodes) {
    copy.append(child instanceof SVGElement ? plainCopy(child) : document.createTextNode(child.textContent ?? ''))
  }
  return copy
}

function made(name: string, attributes: Record<string, string | number>, text = ''): SVGElement {
  const element = document.createElementNS(SVG, name)
  set(element, attributes)
  element.textContent = text
  return element
}

function set(element: Element, attributes: Record<string, string | number>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value))
}
