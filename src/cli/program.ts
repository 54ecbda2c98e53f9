/** The commands, their arguments and their help. */
import { Argument, type Command, createCommand, Option } from 'commander'
import { CHANNELS } from '../channels/port.ts'
import { ROLES } from '../people/permissions.ts'
import { LANGUAGES } from '../survey/question-set.ts'
import type { Words } from '../words/words.ts'
import { checkFolder, playSet, showSchemas } from './author-commands.ts'
import { restore, takeBackup } from './backup.ts'
import type { Cli } from './cli.ts'
import { linkCode, migrateStore, showDigest, showStatus, version } from './desk-commands.ts'
import { exportData } from './export-data.ts'
import { inviteStaff } from './invite.ts'
import { packIn, packOut } from './packs.ts'
import { drawQr } from './qr.ts'
import type { Result } from './result.ts'
import { rotateKey } from './rotate-key.ts'
import { addSession, cancelSession, endSession, listSessions, moveSession } from './sessions.ts'
import { FILE_FORMATS, readSetFile, writeSetFile } from './set-files.ts'
import { start } from './start.ts'
import { propose, showAgreements } from './survey-commands.ts'
import { showTranslations } from './translations.ts'

type Finish = (result: Result | null) => void

/**
 * @param given all that a command gets, but for what is on the command line
 * @param finish is told what the command came to; null when it has spoken for itself
 */
export function programOf(given: Omit<Cli, 'json'>, finish: Finish): Command {
  const { words } = given
  const program = createCommand('pols')
    .description(words('cli-about'))
    .version(`pols ${version()} (node ${process.version})`, '-V, --version', words('cli-opt-version'))
    .addOption(new Option('--language <language>', words('cli-opt-language')).choices(LANGUAGES))
    .option('--json', words('cli-opt-json'))
  const cli = (): Cli => ({ ...given, json: program.opts().json === true })

  program
    .command('start')
    .description(words('cli-start'))
    .action(async () => finish(await start(cli())))
  addAuthorCommands(program, words, cli, finish)
  addSessionCommands(program, words, cli, finish)
  addDeskCommands(program, words, cli, finish)
  addPackCommands(program, words, cli, finish)
  speak(program, words)
  return program
}

type Add = (program: Command, words: Words, cli: () => Cli, finish: Finish) => void

const addAuthorCommands: Add = (program, words, cli, finish) => {
  program
    .command('check')
    .description(words('cli-check'))
    .argument('[folder]', words('cli-arg-folder'))
    .action((folder) => finish(checkFolder(cli(), folder)))
  program
    .command('play')
    .description(words('cli-play'))
    .argument('<set>', words('cli-arg-set'))
    .option('--script', words('cli-opt-script'))
    .action(async (set, options) => finish(await playSet(cli(), set, options)))
  program
    .command('translations')
    .description(words('cli-translations'))
    .argument('[folder]', words('cli-arg-folder'))
    .action((folder) => finish(showTranslations(cli(), folder)))
  program
    .command('schema')
    .description(words('cli-schema'))
    .option('--write', words('cli-opt-write'))
    .action((options) => finish(showSchemas(cli(), options)))
  const file = program.command('file').description(words('cli-file'))
  file
    .command('out')
    .description(words('cli-file-out'))
    .argument('<set>', words('cli-arg-set'))
    .addArgument(new Argument('<format>', words('cli-arg-format')).choices(FILE_FORMATS))
    .argument('<path>', words('cli-arg-path'))
    .action(async (set, format, path) => finish(await writeSetFile(cli(), set, format, path)))
  file
    .command('in')
    .description(words('cli-file-in'))
    .argument('<path>', words('cli-arg-path'))
    .option('--out <path>', words('cli-opt-yaml'))
    .action(async (path, options) => finish(await readSetFile(cli(), path, options)))
}

const addSessionCommands: Add = (program, words, cli, finish) => {
  const session = program.command('session').description(words('cli-session'))
  const organisation = words('cli-arg-organisation')
  const by = () => new Option('--by <name>', words('cli-opt-by')).default('cli')
  session
    .command('list')
    .description(words('cli-session-list'))
    .argument('<organisation>', organisation)
    .action(async (id) => finish(await listSessions(cli(), id)))
  session
    .command('add')
    .description(words('cli-session-add'))
    .argument('<organisation>', organisation)
    .argument('<series>', words('cli-arg-series'))
    .argument('<time>', words('cli-arg-time'))
    .option('--theme <theme>', words('cli-opt-theme'))
    .addOption(by())
    .action(async (id, series, time, options) => finish(await addSession(cli(), id, series, time, options)))
  session
    .command('move')
    .description(words('cli-session-move'))
    .argument('<organisation>', organisation)
    .argument('<session>', words('cli-arg-session'))
    .argument('<time>', words('cli-arg-time'))
    .addOption(by())
    .action(async (id, one, time, options) => finish(await moveSession(cli(), id, one, time, options)))
  session
    .command('cancel')
    .description(words('cli-session-cancel'))
    .argument('<organisation>', organisation)
    .argument('<session>', words('cli-arg-session'))
    .addOption(by())
    .action(async (id, one, options) => finish(await cancelSession(cli(), id, one, options)))
  session
    .command('end')
    .description(words('cli-session-end'))
    .argument('<organisation>', organisation)
    .argument('<session>', words('cli-arg-session'))
    .addOption(by())
    .action(async (id, one, options) => finish(await endSession(cli(), id, one, options)))
}

const addPackCommands: Add = (program, words, cli, finish) => {
  const pack = program.command('pack').description(words('cli-pack'))
  pack
    .command('out')
    .description(words('cli-pack-make'))
    .argument('<file>', words('cli-arg-pack'))
    .argument('[method...]', words('cli-arg-methods'))
    .action(async (file, methods) => finish(await packOut(cli(), file, methods)))
  pack
    .command('in')
    .description(words('cli-pack-take'))
    .argument('<file>', words('cli-arg-pack'))
    .option('--key <fingerprint>', words('cli-opt-key'))
    .action(async (file, options) => finish(await packIn(cli(), file, options)))
}

const addDeskCommands: Add = (program, words, cli, finish) => {
  const organisation = words('cli-arg-organisation')
  program
    .command('propose')
    .description(words('cli-propose'))
    .argument('<organisation>', organisation)
    .argument('<survey>', words('cli-arg-survey'))
    .requiredOption('--by <name>', words('cli-opt-by'))
    .action(async (id, survey, options) => finish(await propose(cli(), id, survey, options)))
  program
    .command('agreements')
    .description(words('cli-agreements'))
    .argument('<organisation>', organisation)
    .option('--on <day>', words('cli-opt-on'))
    .addOption(new Option('--all <form>', words('cli-opt-all')).choices(['md', 'csv']))
    .action(async (id, options) => finish(await showAgreements(cli(), id, options)))
  program
    .command('export')
    .description(words('cli-export'))
    .argument('<organisation>', organisation)
    .argument('[agreement]', words('cli-arg-agreement'))
    .option('--out <file>', words('cli-opt-export-out'))
    .action(async (id, agreement, options) => finish(await exportData(cli(), id, agreement, options)))
  program
    .command('qr')
    .description(words('cli-qr'))
    .argument('<organisation>', organisation)
    .addOption(new Option('--channel <channel>', words('cli-opt-channel')).choices(CHANNELS))
    .addOption(new Option('--out <file>', words('cli-opt-out')).default('terminal'))
    .action(async (id, options) => finish(await drawQr(cli(), id, options)))
  program
    .command('link-code')
    .description(words('cli-link'))
    .argument('<organisation>', organisation)
    .addOption(new Option('--for <purpose>', words('cli-opt-for')).choices(['coach', 'team', 'join']).default('coach'))
    .addOption(new Option('--by <name>', words('cli-opt-by')).default('cli'))
    .action(async (id, options) => finish(await linkCode(cli(), id, options)))
  program
    .command('invite')
    .description(words('cli-invite'))
    .argument('<organisation>', organisation)
    .addArgument(new Argument('<role>', words('cli-arg-role')).choices([...ROLES, 'fallback']))
    .argument('[name]', words('cli-arg-name'))
    .option('--session <session>', words('cli-opt-session'))
    .option('--until <date>', words('cli-opt-until'))
    .action(async (id, role, name, options) => finish(await inviteStaff(cli(), id, role, name, options)))
  program
    .command('digest')
    .description(words('cli-digest'))
    .argument('<round>', words('cli-arg-round'))
    .action(async (round) => finish(await showDigest(cli(), round)))
  program
    .command('migrate')
    .description(words('cli-migrate'))
    .action(async () => finish(await migrateStore(cli())))
  program
    .command('backup')
    .description(words('cli-backup'))
    .argument('[file]', words('cli-arg-backup'))
    .action(async (file) => finish(await takeBackup(cli(), file)))
  program
    .command('restore')
    .description(words('cli-restore'))
    .argument('<file>', words('cli-arg-restore'))
    .option('--replace', words('cli-opt-replace'))
    .action(async (file, options) => finish(await restore(cli(), file, options)))
  program
    .command('rotate-key')
    .description(words('cli-rotate-key'))
    .action(async () => finish(await rotateKey(cli())))
  program
    .command('status')
    .description(words('cli-status'))
    .action(async () => finish(await showStatus(cli())))
}

/** Gives commander our words, in this command and in all below it. */
function speak(command: Command, words: Words): void {
  command.helpOption('-h, --help', words('cli-opt-help')).helpCommand(false).exitOverride()
  command.configureHelp({
    showGlobalOptions: true,
    styleTitle: (title) => words(TITLES[title] ?? 'cli-title-options'),
    commandUsage: (one) => {
      const below = one.commands.length > 0 ? [words('cli-usage-command')] : []
      return [namesOf(one), ...argumentsOf(one), ...below, words('cli-usage-options')].join(' ')
    },
    subcommandTerm: (one) => [one.name(), ...argumentsOf(one)].join(' '),
    argumentDescription: ({ description, argChoices }) =>
      argChoices ? `${description} (${words('cli-choices', { choices: argChoices.join(', ') })})` : description,
    optionDescription: (option) => {
      const more = [
        option.argChoices ? words('cli-choices', { choices: option.argChoices.join(', ') }) : '',
        typeof option.defaultValue === 'string' ? words('cli-default', { value: option.defaultValue }) : '',
      ].filter((part) => part !== '')
      return more.length === 0 ? option.description : `${option.description} (${more.join('; ')})`
    },
  })
  for (const below of command.commands) speak(below, words)
}

const argumentsOf = (command: Command) =>
  command.registeredArguments.map((argument) => (argument.required ? `<${argument.name()}>` : `[${argument.name()}]`))

/** `pols session add` */
export function namesOf(command: Command): string {
  return command.parent ? `${namesOf(command.parent)} ${command.name()}` : command.name()
}

const TITLES: Record<string, string> = {
  'Usage:': 'cli-title-usage',
  'Arguments:': 'cli-title-arguments',
  'Options:': 'cli-title-options',
  'Global Options:': 'cli-title-global',
  'Commands:': 'cli-title-commands',
}
