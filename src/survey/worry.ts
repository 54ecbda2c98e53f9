/**
 * Words that may mean somebody is not well. They do one thing: the help card is shown to who wrote them.
 * A list like this misses a lot and is often wrong. It is never a signal to anybody else, and it holds no word about
 * religion, politics, origin or protest.
 */

/** True when the help card should be shown to the writer. Nothing is scored, kept or reported. */
export function soundsWorried(text: string): boolean {
  // Letters that are drawn out stand for one or two: "doooood" is "dood", "zelffmord" stays what it is.
  const folded = fold(text)
  return [folded.replace(DRAWN_OUT, '$1$1'), folded.replace(DRAWN_OUT, '$1')].some((words) => PATTERN.test(words))
}

/**
 * Lower case, without accents, signs and vowel marks; digits between letters read as the letters they look like;
 * single letters in a row joined. One space between words, and around all of them.
 */
function fold(text: string): string {
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\u0640'’`´]/gu, '')
    .replace(/ٱ/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/(?<=\p{L})[0134578$@!]|[0134578$@!](?=\p{L})/gu, (sign) => LOOKS_LIKE[sign] ?? sign)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
  return ` ${plain.trim()} `.replace(/(?<= )\p{L}(?: \p{L}){3,}(?= )/gu, (spelled) => spelled.replaceAll(' ', ''))
}

const DRAWN_OUT = /(\p{L})\1{2,}/gu
const LOOKS_LIKE: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  $: 's',
  '@': 'a',
  '!': 'i',
}

/**
 * One phrase between semicolons: words in a row, `/` for one or the other, `_` for a space within one of them, `*` for
 * the rest of a word, `…` for up to three words between.
 */
const PHRASES = `
zelfmoord*; zelfmord*; zelf moord*; zelfdoding*; suicid*; automutil*; zelfverwond*; zelfbeschad*; overdosis;
wil/wou/wilde/willen … dood/sterven; dood/sterven wil/willen/zou/gaan_wil; liever/beter/maar dood; was ik … dood;
wou/wilde dat ik … dood/nooit; wil/wou/kan/hoef … niet/nie meer leven; niet/nie meer wil/willen leven;
geen zin/reden … leven; leven heeft geen zin; einde/eind … aan … leven; er … einde/eind aan/van maken;
er_uit/eruit/uit_het_leven stappen; nooit/niet/nie meer wakker worden; zie/ziet/zien het niet/nie meer zitten;
kan/hou/houd/trek … niet/nie meer aan/vol; trek het niet/nie meer; beter af zonder mij/me;
niemand … mij/me missen; niemand … om mij/me geeft; haat mezelf/mijzelf/mijn_leven/men_leven/mn_leven;
wil … verdwijnen; mezelf/mijzelf/men_eigen/mijn_eigen … pijn/iets_aan*/snij*/kras*/verwond*/ophang*;
doe … mezelf/mijzelf … pijn; snij/snijd/snijdt/snijden/kras … mezelf/mijzelf/arm/armen/pols/polsen/benen;
pillen … slikken/genomen/geslikt; voor/onder de_trein/een_trein … spring*/gaan/gooi*; van … dak/brug spring*;
slaat/slaagt/slaan/sloeg/slagen/schopt/schopte/schoppen/wurgt/wurgde/knijpt/bedreigt/bedreigde/bedreigen mij/me/mn/mijn/men/ons/mama;
mij/me/mama/moeder … slaat/slaagt/sloeg/schopt/wurgt/geslagen/geschopt/bedreigt/bedreigd;
geslagen/geschopt/bedreigd/gepest … word/wordt/worden/werd; word/werd/wordt/ben … geslagen/geschopt/bedreigd/opgesloten/gechanteerd/aangeraakt/betast; slagen/slaag/klappen krijg*;
krijg … slagen/slaag/klappen; mishandel*; misbruik*; verkracht*; aangerand; aanrand*;
zit/zat aan mij/me/mijn_lijf/men_lijf/mijn_lichaam; raakt/raakte mij/me … aan; tegen mijn/men wil;
dwingt/dwong/dwingen/dwongen mij/me; moet/moest seks; gedwongen … seks/huwelijk/trouwen; uitgehuwelijkt;
chanteert/chanteren/chanteerde mij/me; naaktfoto*; naakt foto*; loverboy*; doet/doen/deed mij/me … pijn;
huiselijk geweld; geweld thuis; thuis … geweld; bang/schrik … thuis/naar_huis; bang/schrik van/voor mijn/men/mn;
durf … niet/nie … naar_huis; niet/nie/nooit/nergens … veilig; onveilig; weggelopen van/thuis/uit;

kill/killing myself; kill my self; kms; unalive*; want/wanna/wants/wanted/wish … die/dead/disappear;
wish i was/were … dead/never_born; better off dead/without_me; end/ending my_life/it_all; take/taking my own life;
dont/not … want/wanna … live/be_here/be_alive; no/any reason to live; nothing left to live;
hurt/hurting/harm/harming/cut/cutting/hang/burn/starve myself; self harm*; selfharm*; overdos*;
hate myself/my_life/being_alive; cant/cannot go on; cant/cannot take … anymore;
hits/hit/beats/beat/kicks/kicked/chokes/choked/slaps/slapped/punches/touches/touched/hurts/threatens/threatened/rapes/raped/forces/forced/molests me;
abus*; rape; raped; rapist; molest*; assaulted; sexual assault; domestic violence; not/never/dont/isnt … safe; unsafe;
scared/afraid/terrified of_my/to_go_home/at_home; forced marriage/to_marry; blackmail*; my nudes;

me tuer/suicider/pendre/mutiler/mutile/scarifier/scarifie/taillader/deteste; mutil*; scarif*;
veux/voudrais/aimerais/envie/prefere/prefererais … mourir/crever/disparaitre/etre_mort/etre_morte;
plus/pas/aucune/sans envie/raison/force de vivre; veux/voudrais … plus vivre/etre_la; en finir; mettre fin a … vie/jours;
me faire/fais/fait/font … mal; me coupe/couper/coupes les/le; mieux sans moi; deteste ma_vie/moi_meme; en peux plus; jen peux plus;
aval* … cachets/medicaments/pilules;
me/m frappe/frappent/frappait/bat/battent/battait/tape/tapent/cogne/menace/menacent/viole/etrangle/touche/force/harcele/harcelent/agresse;
suis/ete/etait/etre battu/battue/frappe/frappee/viole/violee/agresse/agressee/harcele/harcelee/menace/menacee/enferme/enfermee;
ma/mont/mavait frappe/frappee/battu/battue/tape/tapee/menace/menacee/touche/touchee/viole/violee/agresse/agressee;
viol; violee; attouchement*; abus sexuel*; abuse de moi; violence conjugale/a_la_maison; maltrait*; inceste;
peur de rentrer/mon_pere/ma_mere/mon_beau_pere/mon_frere; peur a_la_maison/chez_moi; pas/jamais en securite;
en danger chez_moi/a_la_maison; mariage force; chantage;

انتحار; الانتحار; والانتحار; بالانتحار; انتحر; سانتحر; اقتل/ساقتل/بقتل نفسي; اريد/بدي/اتمني/ودي/ابغي … اموت/موت/الموت;
لا اريد … اعيش/العيش/الحياه; ما بدي … اعيش/عيش; تعبت من الحياه; اكره حياتي/نفسي;
اوذي/اجرح/اقطع/اضرب نفسي; يضربني; تضربني; بيضربني; بتضربني; ضربني; ضربوني; يضربونني; يعنفني; يعذبني; يهددني; بيهددني;
هددني; يبتزني; ابتزاز; يلمسني; لمسني; اغتصاب; الاغتصاب; اغتصبني; تحرش; التحرش; تحرش*; يتحرش*; عنف … البيت/المنزل/الاسره;
خايف/خايفه/اخاف … من_ابي/من_امي/من_اخي/من_بابا/ارجع/البيت/المنزل; لست/مو/مش/لا_اشعر/ما_بحس … امان/بامان/بالامان;
bghit nmout/nmot/nmoute; kaydrebni; kaydrbni; kidrebni
`

/** Longer words than this stand in no sentence of ours. */
const ANY = '[^ ]{1,24}'
const REST = '[^ ]{0,24}'
const PATTERN = compile(PHRASES)

/** One pattern of all phrases; each gap is bounded, so that it stays quick on any text. */
function compile(phrases: string): RegExp {
  const each = phrases.split(';').map((phrase) => phrase.trim())
  return new RegExp(` (?:${each.map(patternOf).join('|')})(?= )`, 'u')
}

function patternOf(phrase: string): string {
  const parts = phrase.split(/\s*…\s*/)
  return parts.map((part) => part.split(/\s+/).map(wordOf).join(' ')).join(`(?: ${ANY}){0,3} `)
}

function wordOf(word: string): string {
  const choices = word.split('/').map((choice) => choice.replaceAll('_', ' ').replace('*', REST))
  return choices.length === 1 ? choices[0]! : `(?:${choices.join('|')})`
}
