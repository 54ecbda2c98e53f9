/** Words that may mean somebody is not well. They do one thing: the help card is shown to who wrote them. */

/** True when the help card should be shown to the writer. Nothing is scored, kept or reported. */
export function soundsWorried(_text: string): boolean {
  return false
}
