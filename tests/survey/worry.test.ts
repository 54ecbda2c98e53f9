import fc from 'fast-check'
import { expect, test } from 'vitest'
import { soundsWorried } from '../../src/survey/worry.ts'

const shown = (texts: string[]) => texts.filter(soundsWorried)
const linesOf = (text: string) => text.trim().split('\n')

const DUTCH = linesOf(`
ik wil dood
ik wil gewoon echt dood
soms wil ik er een einde aan maken
ik wil niet meer leven
k wil nie meer leven
ik zie het nie meer zitten
ik denk aan zelfmoord
heb zelfmoordgedachten
ik wou dat ik dood was
was ik maar dood
liever dood dan dit
ik snij mezelf soms
kras in mijn armen
ik doe mezelf pijn
ik doe mijzelf soms pijn
heb veel pillen genomen
ik hou het niet meer vol
iedereen is beter af zonder mij
niemand zou mij missen
mijn pa slaat mij
men broer slaagt mij
hij slaat mn mama
ik word thuis geslagen
wat als je thuis geslagen wordt
ik krijg slagen thuis
mijn stiefvader mishandelt ons
ik ben misbruikt
hij heeft me verkracht
hij zit aan mijn lijf
mijn oom raakt me soms aan
ze chanteert me met een naaktfoto
hij dwingt me
ze bedreigen mij
ik ben bang thuis
ik ben bang van mijn vader
ik durf niet naar huis
ik durf nie meer naar huis
ik voel me niet veilig
voel mij nergens veilig
er is thuis veel geweld
ik haat mezelf
ik ben weggelopen van huis
mijn ouders hebben mij uitgehuwelijkt
`)
const FRENCH = linesOf(`
je veux mourir
j'ai envie de mourir
je n'ai plus envie de vivre
je veux en finir
je pense au suicide
je me scarifie
je me fais du mal
tout le monde serait mieux sans moi
j'en peux plus
mon père me frappe
il m'a frappée
je suis battue à la maison
j'ai été violée
il me touche et je ne veux pas
j'ai peur de rentrer
je ne suis pas en sécurité
ils me menacent
c'est du chantage
`)
const ENGLISH = linesOf(`
i want to die
i wanna die
i want to kill myself
i wish i was dead
i don't want to be here
no reason to live
i cut myself
i've been hurting myself
self-harm
i hate my life
kms
he hits me
my dad beats me
i was raped
i get abused
i don't feel safe
i am scared of my uncle
i'm afraid to go home
he blackmails me
`)
const ARABIC = linesOf(`
أريد أن أموت
بدي أموت
أفكر في الانتحار
سأقتل نفسي
أؤذي نفسي
تعبت من الحياة
أبي يضربني
تعرضت للتحرش و الاغتصاب
هو يهددني
خائفة من أبي
لا أشعر بالأمان
bghit nmout
`)
const DISGUISED = linesOf(`
IK WIL DOOOOOD
z3lfm00rd
zelf-moord
z e l f m o o r d
ik   wil…   dood
mezelf pijn d03n
su!cide
ik wil   𝐝𝐨𝐨𝐝
ik wil dôód
JE VEUX MOURIIIIR
أريـــد أن أمووووت
`)

test.each([
  ['Dutch', DUTCH],
  ['French', FRENCH],
  ['English', ENGLISH],
  ['Arabic', ARABIC],
  ['disguised', DISGUISED],
])('shows the card for what may be serious: %s', (_, texts) => {
  expect(shown(texts)).toEqual(texts)
})

/** Ordinary words of an activity, and words that live near the ones above. */
const ORDINARY = linesOf(`
ik ging dood van het lachen
het was dodelijk saai
de sfeer was een beetje dood
ik ging kapot
ik kan niet wachten tot de volgende keer
ik kan nie meer slapen van de kou
we speelden een moordspel
ik speel viool
het licht was violet
ik ben bang in het donker
ik wil niet meer komen op vrijdag
ik wil meer leven in de brouwerij
de begeleider luistert naar mij
hij slaat de bal ver weg
we sloegen spijkers in het hout
het was veilig en gezellig
ik voelde me veilig
pijn aan mijn voeten van het dansen
we waren met 20 en het was top
c'était mortel, trop bien
je suis mort de rire
j'ai plus envie de pizza
on a bien rigolé
it was killing, so funny
i was dead tired
i hit the ball
safe space, i liked it
كان اليوم جميلا
أحب الحياة هنا
nul
ja
…
`)

test('stays quiet at ordinary words', () => {
  expect(shown(ORDINARY)).toEqual([])
})

/** Who somebody is, what they believe, and what they protest against is nobody's worry. */
const NEVER = linesOf(`
free Palestine
Gaza
ik wil over Palestina praten
genocide
ik ga naar de betoging
protest tegen de regering
islam, ramadan en bidden
ik ben moslim
allahu akbar
jihad
radicalisering
de politie
racisme op school
wij willen gelijke rechten
ik haat de politiek
wapens leveren aan Israël
antisemitisme
la police nous contrôle toujours
je porte le voile
I pray five times a day
المسجد
فلسطين حرة
المظاهرة كانت كبيرة
`)

test('knows no word about religion, politics or protest', () => {
  expect(shown(NEVER)).toEqual([])
})

/** Wrong, and let be: a card that was not needed costs one look. */
const CHEAP = linesOf(`
ik wil dood van de honger
in het spel was ik als eerste dood
mijn broer sloeg mijn record
he beat me at FIFA
ik was niet veilig met de bal
thema: misbruik van macht
hij raakt me echt aan met zijn muziek
`)

test('is sometimes wrong, where being wrong is cheap', () => {
  expect(shown(CHEAP)).toEqual(CHEAP)
})

test('whatever is written, the answer is yes or no', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      expect(typeof soundsWorried(text)).toBe('boolean')
    }),
  )
})

test('long and strange texts are read to their end', () => {
  const long = [
    'a'.repeat(100_000),
    'wil '.repeat(25_000),
    'niet bang van '.repeat(7_000),
    'a '.repeat(50_000),
    '😃'.repeat(10_000),
  ]
  expect(shown(long)).toEqual([])
  expect(shown(long.map((text) => `${text} ik wil dood`))).toHaveLength(long.length)
})
