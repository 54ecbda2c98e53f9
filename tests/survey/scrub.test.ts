import fc from 'fast-check'
import { expect, test } from 'vitest'
import { coverNames, scrub } from '../../src/survey/scrub.ts'

const linesOf = (text: string) => text.trim().split('\n')
/** `words before | what must go | words behind`. */
const seededIn = (text: string) => linesOf(text).map((line) => line.split('|').map((part) => part.trim()))

const SEEDED = seededIn(`
bel mij op | 0470123456 | of zo
bel mij op | 0470 12 34 56 | of zo
mijn nummer is | 0470/12.34.56 |
mijn nummer is | 0470-12-34-56 |
gsm | 0470.12.34.56 | vragen
stuur naar | +32 470 12 34 56 | aub
stuur naar | +32470123456 | aub
stuur naar | 0032 470 12 34 56 | aub
stuur naar | +32 (0)470 12 34 56 | aub
stuur naar | (0470) 12 34 56 | aub
stuur naar | 0 4 7 0 1 2 3 4 5 6 | aub
stuur naar | 0_4_7_0_1_2_3_4_5_6 | aub
thuis is het | 03 123 45 67 | denk ik
thuis is het | 03/123.45.67 | denk ik
thuis is het | 031234567 | denk ik
whatsapp me op | 470 12 34 56 | hé
whatsapp me op | 470123456 | hé
whatsapp me op | 32 470 12 34 56 | hé
whatsapp me op | 06-12345678 | hé
whatsapp me op | 06 12 34 56 78 | hé
whatsapp me op | +31 6 12345678 | hé
appelle-moi au | 06 12 34 56 78 | stp
appelle-moi au | +33 6 12 34 56 78 | stp
appelle-moi au | 0033612345678 | stp
call me | +44 7700 900123 | ok
call me | +212 612-345678 | ok
call me | +90 532 123 45 67 | ok
call me | 07700 900123 | ok
op 14/11: | 0470 12 34 56 |
om 18:30 bellen naar | 0470 12 34 56 |
bel | ٠٤٧٠١٢٣٤٥٦ | aub
bel | 0️⃣4️⃣7️⃣0️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣ | aub
mijn nummer: | nul vier zeven nul een twee drie vier vijf zes |
mijn nummer: | nul vier zeventig twaalf vierendertig zesenvijftig |
mijn nummer: | 0470 twaalf vierendertig zesenvijftig |
mon numéro: | zéro quatre septante douze trente quatre cinquante six |
my number: | zero four seven zero one two three four five six |
gebruik | 12345678 | als code
mail naar | naam@gmail.com | aub
mail naar | voor.achter@school.antwerpen.be | aub
mail naar | voor_achter+test@hotmail.be | aub
mail naar | NAAM@GMAIL.COM | aub
mail naar | naam@bedrijf.museum | aub
mail naar | jef@mijn-school.eu | aub
mail naar | naam at gmail punt com | aub
mail naar | naam (at) gmail (punt) com | aub
mail naar | naam [at] gmail [dot] com | aub
mail naar | naam apenstaartje gmail punt com | aub
mail naar | naam apestaartje hotmail.com | aub
mail naar | naam @ gmail . com | aub
mail naar | naam arobase gmail point com | svp
mail naar | naam at gmail.com | aub
mail naar | naam@gmail | aub
mail naar | naam apenstaartje gmail | aub
mail naar | name at outlook dot com | please
mail naar | naam(at)telenet.be | aub
mail naar | ñandú@gmail.com | aub
mail naar | naam@xn--caf-dma.be | aub
volg | @jefke | op insta
volg | @jef_ke.2010 | op insta
volg | @Fatima99 | daar
tag | @x_x_x_noor | erin
mijn insta: | jefke2010 | volg
mijn instagram = | jef.ke | volg
snap: | jefkesnap | voeg toe
mijn snap is | jefke_07 | voeg toe
snapchat is | noor.x.11 | voeg toe
tiktok : | noorke | kijk
discord naam: | jefke77 | join
op discord | jefke#1234 | join
ig: | noor | volg
steam: | jef-ke | speel
telegram: | jefke_be | stuur
kijk op | https://example.org/jef | echt
kijk op | http://example.org | echt
kijk op | HTTPS://EXAMPLE.ORG/JEF?x=1 | echt
kijk op | www.example.org | echt
kijk op | www.example.brussels/pagina | echt
kijk op | example.com | echt
kijk op | jef.example.be/foto.jpg | echt
kijk op | instagram.com/jefke | echt
kijk op | t.me/jefke | echt
kijk op | discord.gg/abcDEF | echt
kijk op | youtu.be/dQw4w9WgXcQ | echt
kijk op | bit.ly/3abc | echt
kijk op | wa.me/32470123456 | echt
kijk op | jefke.online | echt
kijk op | mijnpagina punt be | echt
kijk op | example dot com | echt
kijk op | tg://user?id=12345 | echt
rekening | BE68 5390 0754 7034 | dank
rekening | BE68539007547034 | dank
rekening | be68-5390-0754-7034 | dank
rekening | NL91 ABNA 0417 1643 00 | dank
rekening | NL91ABNA0417164300 | dank
rekening | FR14 2004 1010 0505 0001 3M02 606 | dank
rekening | DE89 3704 0044 0532 0130 00 | dank
rijksregister | 85.07.30-033.28 | zo
rijksregister | 85073003328 | zo
rijksregister | 85 07 30 033 28 | zo
rijksregister | 85.07.30 033-28 | zo
rijksregister | 10.47.12-123.45 | zo
`)

test('takes out what points to somebody: at least 95 of 100', () => {
  expect(SEEDED.length).toBeGreaterThanOrEqual(100)
  const missed = SEEDED.filter(([before, secret, behind]) => {
    const { text } = scrub(`${before} ${secret} ${behind}`)
    const kept = text.split(/\[[\p{L} ]+\]/u)
    return kept.length !== 2 || kept[0]!.trim() !== before || kept[1]!.trim() !== behind
  })
  expect(missed.length / SEEDED.length, JSON.stringify(missed)).toBeLessThanOrEqual(0.05)
})

test('says in words what stood there, in the language of who reads', () => {
  const text = 'Bel 0470 12 34 56, mail jef@example.org of kijk op https://example.org. Insta: jefke2010, @jef'
  expect(scrub(text).text).toBe('Bel [telefoonnummer], mail [mailadres] of kijk op [link] Insta: [account], [account]')
  expect(scrub(text, 'en').text).toBe(
    'Bel [phone number], mail [mail address] of kijk op [link] Insta: [account], [account]',
  )
  expect(scrub('BE68 5390 0754 7034 en 85.07.30-033.28', 'fr').text).toBe('[numéro de compte] en [numéro national]')
  expect(scrub('0470123456', 'ar').text).toBe('[رقم هاتف]')
})

const ORDINARY = linesOf(`
ik heb 3 vrienden
op 14/11 om 18u
het begint op 14/11/2026 om 18:30
van 18:00 tot 20:30
14/11/2026 18:30 tot 20:30
2026-12-09 14:00
in 2025-2026 was het beter
van 2024 tot 2026
we waren met 20 à 25 man
1 2 3 4 5 6 7 8 9 10
score was 10-9 en daarna 21/19
op een schaal van 0 tot 10 geef ik 8
dat kostte 12,50 euro
10 000 stappen gezet
bus 33, 34 en 500
kamer 101 op verdiep 2
bel 102 of 1813 als het niet gaat
0800 is gratis
112 is voor gevaar
om 9u of 9.30 u
klas 3A en 4B
50% van de tijd
ik vond het leuk.maar soms saai
leuk...echt leuk
het was ok.ik kom terug
bv. spelen, zingen enz.
instagram is leuk
snap is fun
we zaten op tiktok
we spreken af @ 18u
look at that. great day
een twee drie vier vijf zes
1 op 2 vond het goed
en dan 5 min pauze, 10 min spel, 15 min praten
les 12.3 en 12.4
jeugdhuis, 2de verdieping
c'était top, 10/10
كان رائعا 10 من 10
`)

test('leaves ordinary sentences as they are', () => {
  const changed = ORDINARY.filter((text) => scrub(text).text !== text)
  expect(changed).toEqual([])
})

const NAMED = linesOf(`
mijn vriend Mo was er ook
mijn vriendin Fatima lachte
mijn beste vriend Jef
mijn broer Adil
men zus Noor
mijn klasgenoot Lars pest mij
leerkracht Peeters
mevrouw Janssens was lief
meneer de Smet
juf els
meester jan
hij heet mo
zij heet sara
ik heet Wout
mijn naam is noor
een meisje genaamd Lina
toen zei Karim iets
ik ging met Yasmine naar huis
we speelden met El-Houssine
my friend Sam was there
my brother Ali
a teacher called Brown
Mr Smith helped
mon ami Karim
ma copine Léa
je m'appelle Inès
elle s'appelle Zoé
monsieur Dupont
صديقي أحمد كان هناك
اسمي ليلى
`)

test('suspects a name behind such words, and at a capital in the middle of a sentence', () => {
  expect(NAMED.filter((text) => !scrub(text).names)).toEqual([])
})

const NAMELESS = linesOf(`
Het was leuk. Ik kom terug!
mijn vriend was er ook
mijn vriendin en ik lachten veel
mijn broer vond het saai
de begeleider luistert goed
meneer was boos
het is heet vandaag
We praatten over Palestina en Gaza
In Antwerpen is er veel te doen
ik ben Marokkaans en Belg
met Ramadan kom ik niet
ik spreek Frans en Arabisch
we speelden Fifa op de PlayStation
HEEL LEUK, ECHT WAAR
elke Woensdag
my friend was there
I think I can do more
On Monday we met
mon ami était là
C'était bien. Merci !
- Eten
- Drinken
ik vond: Alles goed
XYZ is top
صديقي كان هناك
`)

test('suspects no name in ordinary sentences', () => {
  expect(NAMELESS.filter((text) => scrub(text).names)).toEqual([])
})

test('covers every suspected name for a list, and nothing else', () => {
  expect(coverNames('Kunnen we met Yasmine en mijn vriend Mo Amrani praten over Palestina?')).toBe(
    'Kunnen we met [naam] en mijn vriend [naam] praten over Palestina?',
  )
  expect(coverNames('my friend Sam', 'en')).toBe('my friend [name]')
  expect(coverNames('Iets over pesten')).toBe('Iets over pesten')
  for (const text of NAMED) expect(scrub(coverNames(text)).names).toBe(false)
})

test('what was scrubbed stays as it is when it is scrubbed again', () => {
  for (const [before, secret, behind] of SEEDED) {
    const once = scrub(`${before} ${secret} ${behind}`).text
    expect(scrub(once).text).toBe(once)
  }
})

test('never throws, and leaves a text without digits, signs and capitals alone', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      expect(typeof scrub(text).text).toBe('string')
    }),
  )
  fc.assert(
    fc.property(fc.array(fc.constantFrom('wij', 'praten', 'leuk', 'samen', 'é', '😃', '\n', 'جميل')), (words) => {
      expect(scrub(words.join(' '))).toEqual({ text: words.join(' '), names: false })
    }),
  )
})

test('reads long and strange texts to their end', () => {
  const end = ' bel 0470123456 Jef'
  for (const long of [
    'a'.repeat(100_000),
    'a.'.repeat(50_000),
    'a-'.repeat(50_000),
    'a '.repeat(50_000),
    '1 '.repeat(50_000),
    '0 '.repeat(50_000),
    'x@'.repeat(50_000),
    '@'.repeat(100_000),
    'nul een '.repeat(12_000),
    'Aa '.repeat(33_000),
    'mijn vriend '.repeat(8_000),
    ' '.repeat(100_000),
    '\n'.repeat(100_000),
    'snap is '.repeat(12_000),
    '😃'.repeat(10_000),
    '\ud83d'.repeat(10_000),
  ]) {
    expect(scrub(long + end).text.endsWith(' bel [telefoonnummer] Jef')).toBe(true)
  }
})

test('what stands against something that was taken out goes too, and what was covered is not covered again', () => {
  for (const text of [
    'volg @ann@ben',
    'volg @@ben',
    '@he@hereheel goed',
    `@${'a'.repeat(32)}@ben`,
    '0470123456@ann@ben.be',
    '0470123456@ann',
    'x'.repeat(40).replaceAll('x', '@ab'),
  ]) {
    const { text: clean } = scrub(text)
    expect(clean, text).not.toMatch(/@[a-z]|ben/)
    expect(scrub(clean).text).toBe(clean)
  }
})
