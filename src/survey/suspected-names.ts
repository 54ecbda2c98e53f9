/** Words in a text that may be the name of a person. It misses names, and takes other words for one: a text that has any waits for somebody to look. */

/** Places in a text, in UTF-16 units. */
export type Range = { start: number; end: number }

/** In order, none over another. */
export function nameRanges(text: string): Range[] {
  const found = [...afterCues(text), ...capitals(text)].sort((a, b) => a.start - b.start || b.end - a.end)
  return found.filter((range, at) => !found.slice(Math.max(0, at - NEAR), at).some((one) => range.start < one.end))
}

/** A name is found by two patterns at most. */
const NEAR = 2

/** After words such as "mijn vriend" a capital is a name; after "hij heet" any word is. */
function afterCues(text: string): Range[] {
  return CUES.flatMap(({ pattern, any }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const name = match.groups!.name!
      const end = match.index + match[0].length
      const first = name.split(' ')[0]!
      const common = COMMON.has(first.toLowerCase()) || (!any && !/^\p{Lu}/u.test(first))
      return common ? [] : [{ start: end - name.length, end }]
    }),
  )
}

/** A capital in the middle of a sentence, in a text that does not shout. */
function capitals(text: string): Range[] {
  return [...text.matchAll(CAPITAL)].flatMap((match) => {
    const start = match.index
    const before = text.slice(Math.max(0, start - LOOK_BACK), start).trimEnd()
    if (before === '' || /[.!?:;…\n"“”«»()*•–-]$|\p{Extended_Pictographic}\uFE0F?$/u.test(before)) return []
    if (/\n\s*$/.test(text.slice(Math.max(0, start - LOOK_BACK), start))) return []
    return KNOWN.has(match[0].toLowerCase()) ? [] : [{ start, end: start + match[0].length }]
  })
}

const LOOK_BACK = 12
const CAPITAL = /(?<![\p{L}\d_[@#'’-])\p{Lu}\p{Ll}[\p{L}'’-]{0,30}(?![\p{L}\]])/gu

const NAME = "(?<name>[\\p{L}][\\p{L}'’-]{1,30}(?: (?:van |de |den |der |el |al |ben |bin )?\\p{Lu}[\\p{L}'’-]{1,30})?)"
const cue = (words: string) => new RegExp(`(?<![\\p{L}])(?i:${words})[ :,]{1,3}${NAME}`, 'gu')

const CUES: { pattern: RegExp; any: boolean }[] = [
  {
    any: false,
    pattern: cue(
      '(?:mijn|m’n|mn|men|ons|onze|je|jouw|zijn|haar|een|de) (?:(?:beste|goede|kleine|grote|oude|ex) )?(?:vriend|vriendin|maat|maatje|matti|mattie|broer|broertje|zus|zusje|neef|nicht|nonkel|oom|tante|papa|mama|vader|moeder|stiefvader|stiefmoeder|ex|lief|crush|buurjongen|buurmeisje|klasgenoot|begeleider|begeleidster|jeugdwerker|jeugdwerkster|animator|coach|trainer|leider|leidster|leerkracht|leraar|lerares|opvoeder|directeur)',
    ),
  },
  {
    any: false,
    pattern: cue('leerkracht|leraar|lerares|begeleider|begeleidster|coach|trainer|directeur|zuster|pater|dokter'),
  },
  {
    any: false,
    pattern: cue(
      '(?:my|our|his|her|a) (?:(?:best|good|little|big|ex) )?(?:friend|bestie|boyfriend|girlfriend|brother|sister|cousin|uncle|aunt|dad|mum|mom|teacher|coach|youth worker|neighbour|classmate)',
    ),
  },
  {
    any: false,
    pattern: cue(
      '(?:mon|ma|notre|son|sa|une?) (?:(?:meilleure?|petite?|grande?|ex) )?(?:amie?|pote|copain|copine|frère|soeur|sœur|cousine?|oncle|tante|père|mère|prof|coach|animateur|animatrice|éducateur|éducatrice|voisine?)',
    ),
  },
  {
    any: true,
    pattern: cue(
      'meneer|mevrouw|mevr|mr|mrs|ms|miss|juf|juffrouw|meester|monsieur|madame|mademoiselle|mme|teacher|prof|sir',
    ),
  },
  {
    any: true,
    pattern: cue(
      "(?:hij|zij|ze|die|dat|ik|en) heet|genaamd|genoemd naar|my name is|(?:his|her) name is|mijn naam is|zijn naam is|haar naam is|je m['’]appelle|s['’]appelle|qui s['’]appelle|nommée?|mon nom est|son nom est",
    ),
  },
  {
    any: true,
    pattern:
      /(?<!\p{L})(?:اسمي|اسمه|اسمها|صديقي|صديقتي|الأستاذ|الأستاذة|السيد|السيدة|أخي|أختي)[ :،]{1,2}(?<name>\p{L}{2,30})/gu,
  },
]

const wordsOf = (text: string) => new Set(text.split(/\s+/).filter((word) => word !== ''))

/** Words that follow such cues in ordinary sentences. */
const COMMON = wordsOf(`
  is was en of heeft had kan kon wil zou die dat dan ook niet nog om op in van voor met aan bij naar uit over als maar want
  zei zegt vond vindt deed doet kwam komt ging gaat mag moet was waren hebben zijn het de een ik jij je hij zij ze we wij jullie
  hier daar vandaag water weer te zo heel echt altijd nooit soms veel weinig goed leuk lief hadden waar wie wat hoe
  and or is was has had can will who that with at from in on to for but said says did does went came the a an i he she we they
  so very really always never also not
  et ou est était a avait peut qui que avec à de du des pour mais dit fait les le la un une je tu il elle nous on ils
  très aussi pas toujours comme
  و في من إلى على هو هي كان كانت قال قالت الذي التي مع
`)

/** Words with a capital that are not a person: places, languages, feasts, days, makes, and what an activity is about. */
const KNOWN = wordsOf(`
  antwerpen antwerp anvers borgerhout deurne hoboken merksem berchem wilrijk ekeren linkeroever gent brugge brussel bruxelles brussels
  leuven mechelen hasselt luik limburg vlaanderen wallonië belgië belgique belgium nederland holland frankrijk duitsland engeland
  marokko maroc morocco turkije turquie turkey syrië syrie syria irak iraq iran afghanistan somalië somalia congo ghana nigeria
  palestina palestine gaza israël israel oekraïne ukraine rusland russia spanje italië polen europa europe afrika africa amerika
  america azië asia london parijs paris rabat tanger amsterdam rotterdam
  nederlands vlaams frans engels arabisch turks berbers tamazight duits belg belgisch marokkaans marokkaan marokkaanse turkse syrisch
  palestijns palestijnse afrikaans afrikaanse franse engelse nederlandse vlaamse belgische arabische english french dutch arabic
  turkish moroccan belgian palestinian
  islam koran ramadan eid allah god jezus moslim moslims christen joods jood joden bijbel kerst kerstmis pasen sinterklaas halloween
  noël suikerfeest offerfeest
  maandag dinsdag woensdag donderdag vrijdag zaterdag zondag monday tuesday wednesday thursday friday saturday sunday
  january february march april may june july august september october november december
  instagram insta snapchat snap tiktok youtube discord telegram whatsapp facebook netflix spotify twitch roblox minecraft fortnite fifa
  playstation xbox nintendo switch google internet covid corona lgbt lgbtq
  pols awel jac clb unia lumi mdt stem ok oké xx xy xyz ik i uno
`)
