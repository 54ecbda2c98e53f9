/** What a page about a story may show to who holds its address: a partner who takes part, or somebody with a say. */
import { onPaper } from '../dialogue/story-card.ts'
import { followSources } from '../dialogue/story-change.ts'
import { type StoryOnPaper, storyDocument } from '../dialogue/story-document.ts'
import { fitsOnPaper, STORY_FILES, type StoryFile, storyFiles } from '../dialogue/story-files.ts'
import { readStory, type Story, todayIn } from '../dialogue/story-read.ts'
import type { Ground } from '../ground.ts'
import { readStaffLink } from '../people/staff-links.ts'

export type StoryDoor = {
  /** Null for an address that is unknown or over, and for somebody who takes no part any more. */
  open(token: string): Promise<{ story: Story; paper: StoryOnPaper; document: ReturnType<typeof storyDocument> } | null>
  /** Null also while the story does not fit on one sheet. */
  file(token: string, kind: string): Promise<StoryFile | null>
}

export function createStoryDoor(ground: Ground): StoryDoor {
  const story = async (token: string): Promise<Story | null> => {
    const link = await readStaffLink(ground, 'file', token)
    const id = /^story:([\w-]{1,40})$/.exec(link?.subject ?? '')?.[1]
    if (!link || id === undefined) return null
    await followSources(ground, id)
    const found = await readStory(ground, id)
    if (!found) return null
    const partner = found.joint?.partners.find(({ writerId, left }) => !left && writerId === link.writerId)
    const staff = found.sheetId === null && found.people.some(({ ids }) => ids.includes(link.staffId ?? ''))
    return partner || staff ? found : null
  }
  const todayOf = ({ organisationId }: Story) => todayIn(ground, ground.config().organisations.get(organisationId))
  return {
    async open(token) {
      const found = await story(token)
      if (!found) return null
      const paper = onPaper(found, todayOf(found))
      return { story: found, paper, document: storyDocument(paper) }
    },
    async file(token, kind) {
      const found = await story(token)
      const at = (STORY_FILES as readonly string[]).indexOf(kind)
      if (!found || at === -1 || !fitsOnPaper(found)) return null
      return (await storyFiles(found, todayOf(found)))[at] ?? null
    },
  }
}
