/** Where Node keeps compiled modules between starts. */
import { fileURLToPath } from 'node:url'

export const COMPILED = fileURLToPath(new URL('../node_modules/.cache/pols/compiled', import.meta.url))
