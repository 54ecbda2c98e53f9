/** A story as files: to print, to change in a word processor, and as plain text. */
import type { FileType } from '../channels/port.ts'
import { markdownOf } from '../documents/markdown.ts'
import { setPdf } from '../documents/pdf.ts'
import { onPaper } from './story-card.ts'
import { storyDocument } from './story-document.ts'
import type { Story } from './story-read.ts'

export const STORY_FILES = ['pdf', 'docx', 'md'] as const
export type StoryFile = { name: string; type: FileType; bytes: Uint8Array }

/** Whether it fits on one sheet: a part that is too long is shortened by people first. */
export const fitsOnPaper = ({ faults }: Story): boolean => !faults.some(({ kind }) => kind === 'long')

/**
 * @param today local date
 * @returns one file of each kind, in the order of `STORY_FILES`
 */
export async function storyFiles(story: Story, today: Temporal.PlainDate): Promise<StoryFile[]> {
  const paper = onPaper(story, today)
  const document = storyDocument(paper)
  const name = `pols-${NAMES[document.language]}-${paper.on}`
  // Loaded at the first document: a start needs none of it.
  const { docxOf } = await import('../documents/docx.ts')
  const pdf = await setPdf(document, Temporal.PlainDate.from(paper.on))
  return [
    { name: `${name}.pdf`, type: 'application/pdf', bytes: pdf.bytes },
    { name: `${name}.docx`, type: DOCX, bytes: await docxOf(document, pdf.scale) },
    { name: `${name}.md`, type: 'text/markdown', bytes: new TextEncoder().encode(markdownOf(document)) },
  ]
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const NAMES = { nl: 'impactverhaal', en: 'impact-story', fr: 'recit-impact', ar: 'impact-story' }
