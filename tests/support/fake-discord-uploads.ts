/** Files that a bot uploads to the fake Discord: the form read, and refused as Discord refuses. */
import { Refusal } from './fake-discord-checks.ts'

type Body = Record<string, unknown>
export type Attachment = { filename: string; description: string | null; type: string; bytes: Buffer }
type Listed = { id?: unknown; filename?: unknown; description?: unknown }

/** What came with a request: the JSON, and with a form its files by their number. */
export async function readForm(type: string, raw: Buffer): Promise<{ body: Body; files: Map<string, File> }> {
  const form = await new Response(new Uint8Array(raw), { headers: { 'content-type': type } }).formData()
  const files = new Map<string, File>()
  for (const [name, value] of form) {
    const number = /^files\[(\d+)\]$/.exec(name)?.[1]
    if (number !== undefined && typeof value !== 'string') files.set(number, value)
  }
  return { body: JSON.parse(String(form.get('payload_json') ?? '{}')) as Body, files }
}

/**
 * The attachments that a message has from now on; null when the request does not name any, which leaves those of before.
 * @throws Refusal
 */
export async function attachmentsOf(body: Body, files: Map<string, File>): Promise<Attachment[] | null> {
  if (body.attachments === undefined && files.size === 0) return null
  const listed = (body.attachments ?? []) as Listed[]
  if (!Array.isArray(listed) || listed.length > 10) wrong('attachments: Must be 10 or fewer in length')
  const taken: Attachment[] = []
  for (const { id, filename, description = null } of listed) {
    const file = files.get(String(id))
    if (!file) wrong('attachments: not one of the files')
    if (typeof filename !== 'string' || filename === '') wrong('filename: Must be 1 or more in length')
    if (description !== null && (typeof description !== 'string' || description.length > 1024)) {
      wrong('description: Must be 1024 or fewer in length')
    }
    if (file.size > 10 * 1024 * 1024) throw new Refusal(413, 40005, 'Request entity too large')
    taken.push({ filename, description, type: file.type, bytes: Buffer.from(await file.arrayBuffer()) })
  }
  if (taken.length < files.size) wrong('files: not all of them are listed')
  return taken
}

function wrong(why: string): never {
  throw new Refusal(400, 50035, `Invalid Form Body: ${why}`)
}
