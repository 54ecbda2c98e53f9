/** What in the SQL of a migration would harm an older version that still runs on the same database. */

/** @returns for each statement that harms, why and where; tables that the file itself makes are nobody's yet */
export function breaksOlder(source: string): string[] {
  const text = source.replace(/\/\*[\s\S]*?\*\/|^\s*(\/\/|import|export).*$|--.*$/gm, '').toLowerCase()
  const own = new Set([...text.matchAll(/create table (?:if not exists )?"?(\w+)/g)].map(([, name]) => name))
  return text
    .split(/;|`/)
    .map((statement) => statement.replace(/\s+/g, ' ').trim())
    .flatMap((statement) => {
      const table = /(?:table|on|into|from|update|truncate)(?: table)?(?: only)? "?(\w+)/.exec(statement)?.[1]
      if (table !== undefined && own.has(table)) return []
      return RULES.filter(({ when }) => when.test(statement)).map(({ why }) => `${why}: ${statement.slice(0, 80)}`)
    })
}

const NOT_NULL_WITHOUT_DEFAULT = /\badd column (?![^,]*\b(?:default|generated)\b)[^,]*\bnot null\b|\bset not null\b/

const RULES = [
  {
    why: 'drops what an older version uses',
    when: /\bdrop (table|column|type|index|view|constraint|default|schema)\b/,
  },
  { why: 'renames what an older version uses', when: /\brename\b/ },
  { why: 'changes a type under an older version', when: /\balter (column )?"?\w+"? (set data )?type\b/ },
  {
    why: 'asks for what an older version does not write',
    when: NOT_NULL_WITHOUT_DEFAULT,
  },
  { why: 'forbids what an older version writes', when: /\badd constraint\b|\bcreate unique index\b/ },
  { why: 'empties what an older version reads', when: /^(truncate|delete from)\b/ },
]
