/** `pols qr`: the address where young people join, as a picture to print or to show. */
import { writeFileSync } from 'node:fs'
import type { ChannelName } from '../channels/port.ts'
import { atCounter, type Cli } from './cli.ts'
import { done, type Result, resultOf, wrong } from './result.ts'

/**
 * @param options.out a file that ends in .svg or .png, or `terminal`
 */
export async function drawQr(
  cli: Cli,
  organisation: string,
  options: { channel?: ChannelName; out: string },
): Promise<Result> {
  const form = FORMS.find((known) => options.out === known || options.out.toLowerCase().endsWith(`.${known}`))
  if (!form) return wrong('cli-qr-form', cli.words('cli-qr-form', { file: options.out }))
  const links = await atCounter(cli, ({ desk }) => desk.joinLinks(organisation))
  if (!links.ok) return resultOf(links, cli.words, () => done('', null))
  const link = links.value.find(({ channel }) => channel === (options.channel ?? channel))
  if (!link) return wrong('cli-qr-channel', cli.words('cli-qr-channel', { channel: options.channel ?? '-' }))
  const { toBuffer, toString: toText } = (await import('qrcode')).default
  if (form === 'terminal') return done(`${await toText(link.url, { type: 'utf8' })}\n${link.url}`, link)
  const picture = form === 'svg' ? await toText(link.url, { type: 'svg' }) : await toBuffer(link.url, { width: 1024 })
  try {
    writeFileSync(options.out, picture)
  } catch {
    return wrong('cli-qr-write', cli.words('cli-qr-write', { file: options.out }))
  }
  return done(cli.words('cli-qr-written', { file: options.out, url: link.url }), { ...link, file: options.out })
}

const FORMS = ['terminal', 'svg', 'png'] as const
