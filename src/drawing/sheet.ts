/** A picture in the making. Across is counted from where reading starts, so that one drawing serves both directions. */
import { INK, PATTERNS } from './ink.ts'
import { showable, type Weight } from './text.ts'

export type TextStyle = {
  size: number
  weight?: Weight
  fill?: string
  /** Which part of the text stands at the given place; `start` by default. */
  at?: 'start' | 'middle' | 'end'
}
export type Shape = { fill?: string; stroke?: string; strokeWidth?: number; dash?: string; round?: number }

/** `y` counts down. Text stands on the line `y`. */
export type Sheet = {
  width: number
  rtl: boolean
  rect(x: number, y: number, width: number, height: number, shape: Shape): void
  line(x1: number, y1: number, x2: number, y2: number, shape: Shape): void
  circle(x: number, y: number, radius: number, shape: Shape): void
  /** Closed, through these points. */
  polygon(points: readonly (readonly [number, number])[], shape: Shape): void
  text(x: number, y: number, text: string, style: TextStyle): void
  /** Our mark, `size` wide, its start at `x`. */
  mark(x: number, y: number, size: number): void
  /** @returns the whole as SVG */
  done(height: number): string
}

export function makeSheet(width: number, direction: 'ltr' | 'rtl'): Sheet {
  const rtl = direction === 'rtl'
  const parts: string[] = []
  const across = (x: number) => round(rtl ? width - x : x)
  return {
    width,
    rtl,
    rect(x, y, w, h, shape) {
      const rounded = shape.round ? ` rx="${shape.round}"` : ''
      parts.push(
        `<rect x="${across(rtl ? x + w : x)}" y="${round(y)}" width="${round(w)}" height="${round(h)}"${rounded}${paint(shape)}/>`,
      )
    },
    line(x1, y1, x2, y2, shape) {
      parts.push(`<path d="M${across(x1)} ${round(y1)}L${across(x2)} ${round(y2)}"${paint(shape)}/>`)
    },
    circle(x, y, radius, shape) {
      parts.push(`<circle cx="${across(x)}" cy="${round(y)}" r="${round(radius)}"${paint(shape)}/>`)
    },
    polygon(points, shape) {
      const d = points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${across(x)} ${round(y)}`).join('')
      parts.push(`<path d="${d}Z"${paint(shape)}/>`)
    },
    text(x, y, text, { size, weight = 'regular', fill = INK.ink, at = 'start' }) {
      const anchor = at === 'middle' ? 'middle' : (at === 'start') === rtl ? 'end' : 'start'
      // It has Latin letters too. A font that only fills in for another is never taken in bold.
      const family = /\p{Script=Arabic}/u.test(text) ? ' font-family="Noto Sans Arabic"' : ''
      const bold = weight === 'bold' ? ' font-weight="700"' : ''
      // The renderer knows no `direction`; an isolate says how the line as a whole is read.
      const isolated = `${rtl ? '\u2067' : '\u2066'}${escapeXml(balanced(showable(text)))}\u2069`
      parts.push(
        `<text x="${across(x)}" y="${round(y)}" font-size="${size}"${family}${bold} fill="${fill}" text-anchor="${anchor}">${isolated}</text>`,
      )
    },
    mark(x, y, size) {
      const left = rtl ? width - x - size : x
      parts.push(
        `<g transform="translate(${round(left)} ${round(y)}) scale(${round(size / 32)})"><circle cx="16" cy="16" r="15" fill="${INK.onAccent}"/><path d="M5 17h6l3-8 4.5 14 3-6H27" fill="none" stroke="${INK.accent}" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round"/></g>`,
      )
    },
    done(height) {
      const size = `width="${width}" height="${Math.ceil(height)}"`
      return `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${width} ${Math.ceil(height)}" font-family="Noto Sans">${PATTERNS}<rect ${size} fill="${INK.ground}"/>${parts.join('')}</svg>`
    },
  }
}

function paint({ fill = 'none', stroke, strokeWidth = 3, dash }: Shape): string {
  const edge = stroke ? ` stroke="${stroke}" stroke-width="${strokeWidth}"` : ''
  return ` fill="${fill}"${edge}${dash ? ` stroke-dasharray="${dash}"` : ''}`
}

/** A line of a longer text: isolates that another line opens or closes would take along what stands around them. */
function balanced(text: string): string {
  let open = 0
  const closed = text.replace(/[\u2066-\u2069]/g, (sign) => {
    if (sign !== '\u2069') open += 1
    else if (open === 0) return ''
    else open -= 1
    return sign
  })
  return closed + '\u2069'.repeat(open)
}

const escapeXml = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`).replace(/[\ud800-\udfff\ufffe\uffff]/gu, '')

const round = (value: number): number => Math.round(value * 100) / 100
