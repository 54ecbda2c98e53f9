/** A story told to several instances on one database, behind one door; nobody in it knows which of them answers. */
import type { RunningApp } from '../../src/app.ts'
import { type Story, startStory } from '../support/story.ts'
import { openDoor } from './door.ts'

export const PUBLIC_URL = 'https://pols.example'

/** @returns the story, whose `app` is all of them at once: its port is the door, and its sweep is theirs at the same time */
export async function startMany(count: number, configFolder?: string) {
  const story = await startStory({
    on: 'server',
    publicUrl: PUBLIC_URL,
    ...(configFolder === undefined ? {} : { configFolder }),
  })
  const apps = [story.app]
  while (apps.length < count) apps.push(await story.start())
  const door = await openDoor()
  door.to(...apps.map((app) => app.port()))
  story.telegram.leadTo(`${door.url}/telegram`)
  const portal = await story.discord.postTo(`${PUBLIC_URL}/discord`, `${door.url}/discord`, story.clock.now)
  const all: RunningApp = {
    ...story.app,
    port: () => door.port,
    sweep: async () => void (await Promise.all(apps.map((app) => app.sweep()))),
    // What one instance sends may lead to more for another.
    settled: async () => {
      for (let rounds = 0; rounds < 2; rounds += 1) await Promise.all(apps.map((app) => app.settled()))
    },
  }
  const many: Story = Object.assign(story, { app: all })
  return { story: many, apps, door, portal }
}
