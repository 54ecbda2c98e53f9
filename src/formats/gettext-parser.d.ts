/** The part of gettext-parser that is used here; it comes without types. */
declare module 'gettext-parser' {
  type Entry = { msgid: string; msgctxt?: string; msgstr: string[]; comments?: { flag?: string } }
  type Catalogue = {
    charset: string
    headers: Record<string, string>
    /** By context, then by `msgid`. */
    translations: Record<string, Record<string, Entry>>
  }
  export const po: {
    /** @throws Error for a file that it cannot read */
    parse(input: Buffer, options?: { defaultCharset?: string; validation?: boolean }): Catalogue
    compile(catalogue: Catalogue, options?: { foldLength?: number }): Buffer
  }
}
