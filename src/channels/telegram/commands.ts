/** The lists of commands that Telegram shows beside the text field, in each language of the product. */
import { FULL_LANGUAGES, type FullLanguage } from '../../survey/question-set.ts'
import { wordsFor } from '../../words/words.ts'

export type CommandList = {
  scope: { type: 'all_private_chats' | 'all_chat_administrators' }
  /** Absent: for people whose language has no list of its own. */
  language_code?: FullLanguage
  commands: Array<{ command: string; description: string }>
}

/** Who sees which command: everybody in private; in a group only those who may link it. */
export function commandLists(): CommandList[] {
  return [undefined, ...FULL_LANGUAGES].flatMap((language): CommandList[] => {
    const say = wordsFor(language ?? 'nl')
    const only = language === undefined ? {} : { language_code: language }
    const described = (command: string, key: string) => ({ command, description: say(`telegram-command-${key}`) })
    return [
      {
        scope: { type: 'all_private_chats' },
        ...only,
        commands: ['start', 'stop', 'help', 'privacy'].map((command) => described(command, command)),
      },
      {
        scope: { type: 'all_chat_administrators' },
        ...only,
        commands: [described('koppel', 'koppel'), described('help', 'place-help')],
      },
    ]
  })
}

/** Whether two lists show the same: then Telegram is left alone, so that restarts are cheap. */
export function sameCommands(a: CommandList['commands'], b: CommandList['commands']): boolean {
  const plain = (list: CommandList['commands']) => list.map(({ command, description }) => [command, description])
  return JSON.stringify(plain(a)) === JSON.stringify(plain(b))
}
