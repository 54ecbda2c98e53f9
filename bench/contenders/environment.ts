/** What every contender is told, in the words of Pols's own settings. */

export const SECRET = 'the-secret-of-the-measurement'

export function readEnvironment() {
  const given = (name: string): string => {
    const value = process.env[name]
    if (!value) throw new Error(`${name} is missing: contenders are started by the measurement`)
    return value
  }
  return {
    databaseUrl: given('DATABASE_URL'),
    apiRoot: given('TELEGRAM_API_ROOT'),
    token: given('TELEGRAM_BOT_TOKEN'),
    port: Number(given('PORT')),
    poolSize: 10,
  }
}

/** Tells the platform where updates go; it is the sign that the contender listens. */
export async function setWebhook(): Promise<void> {
  const { apiRoot, token } = readEnvironment()
  await fetch(`${apiRoot}/bot${token}/setWebhook`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ url: 'https://bench.invalid/telegram', secret_token: SECRET }),
  })
}
