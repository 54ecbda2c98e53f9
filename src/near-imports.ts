/**
 * Finds a module that another one names by its path (`./answers.ts`) without looking for it. Node asks the disk of each
 * whether it is there, where it really is, and which package it belongs to: for a thousand modules an eighth of the
 * time that loading them takes.
 */
import { registerHooks } from 'node:module'

/** From here on, in this thread. What is named in any other way, and the first of each folder, Node finds itself. */
export function resolveNearImports(): void {
  const formats = new Map<string, string>()
  registerHooks({
    resolve(specifier, context, next) {
      const url = context.conditions.includes('require') ? null : nearUrl(specifier, context.parentURL ?? '')
      if (url === null) return next(specifier, context)
      // The files of one folder are of one package, and what that says of one holds for all with the same ending.
      const place = `${url.slice(0, url.lastIndexOf('/'))} ${url.slice(-2)}`
      const format = formats.get(place)
      if (format !== undefined) return { url, format, shortCircuit: true }
      const found = next(specifier, context)
      if (found.url === url && found.format) formats.set(place, found.format)
      return found
    },
  })
}

/** The address of what a file names by its path, or null when it takes more to know that. */
export function nearUrl(specifier: string, parentUrl: string): string | null {
  const [, way, path] = NEAR.exec(specifier) ?? []
  if (way === undefined || !PLAIN.test(parentUrl)) return null
  let folder = parentUrl.slice(0, parentUrl.lastIndexOf('/'))
  for (let up = way.split('../').length - 1; up > 0; up -= 1) folder = folder.slice(0, folder.lastIndexOf('/'))
  return folder.startsWith('file:///') ? `${folder}/${path}` : null
}

/** One step or several up, then folders, then a file whose ending is written. */
const NEAR = /^(\.\/|(?:\.\.\/)+)((?:[\w-]+\/)*[\w-]+(?:\.[\w-]+)*\.(?:ts|js))$/
/** Nothing behind the path of the file. */
const PLAIN = /^file:\/\/\/[^?#]+$/
