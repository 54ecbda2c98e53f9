/** What somebody configured is wrong; the message says what, where and what to do. The process exits 1, or the old value stays. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError'
}

/** Our own bug: something that cannot be, was. The message carries ids and names only. */
export class EngineError extends Error {
  override readonly name = 'EngineError'
}
