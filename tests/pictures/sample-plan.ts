/** A working year to draw. */
import { buildYearPlan, type MomentRow, type YearPlan } from '../../src/timeline/plan.ts'
import { workingYearOf } from '../../src/timeline/working-year.ts'

export function samplePlan(more: { rows?: MomentRow[]; begins?: string } = {}): YearPlan {
  return buildYearPlan({
    organisation: { id: 'xy', name: 'XY' },
    workingYear: workingYearOf(Temporal.PlainDate.from('2026-11-22'), more.begins ?? '09-01'),
    aspect: {
      nl: 'erbij horen. Wat betekenen onze activiteiten voor jongeren die er nog niet lang bij zijn?',
      en: 'belonging. What do our activities mean to young people who are new here?',
      fr: "l'appartenance. Que représentent nos activités pour les jeunes qui viennent d'arriver ?",
      ar: 'الانتماء. ماذا تعني أنشطتنا للشباب الجدد؟',
    },
    rows: more.rows ?? sampleRows(),
    limit: 20 * 60,
    effort: { sessions: 6, taps: 0 },
    agreed: [
      {
        survey: { nl: 'Meetingpoint', en: 'Meetingpoint', fr: 'Meetingpoint', ar: 'ملتقى' },
        by: 'Samira',
        on: '2026-10-02',
      },
      {
        survey: { nl: 'Gevoelsbuttons', en: 'Feeling buttons', fr: 'Boutons du ressenti', ar: 'أزرار المشاعر' },
        by: 'Jef',
        on: '2027-01-12',
      },
    ],
  })
}

export const row = (given: Partial<MomentRow> & Pick<MomentRow, 'id' | 'kind' | 'date'>): MomentRow => ({
  title: null,
  owner: 'Samira',
  reachable: true,
  person: 'worker',
  planned: 60,
  real: null,
  status: given.date < '2026-11-22' ? 'done' : 'planned',
  reason: null,
  editable: true,
  ...given,
})

function sampleRows(): MomentRow[] {
  const sessions = [
    '2026-09-16',
    '2026-10-07',
    '2026-10-21',
    '2026-11-04',
    '2026-12-02',
    '2027-01-13',
    '2027-02-10',
    '2027-02-24',
    '2027-03-17',
    '2027-04-21',
    '2027-05-12',
  ]
  const theme = { nl: 'Stem van jongeren', en: 'Voice', fr: 'La voix des jeunes', ar: 'صوت الشباب' }
  const buttons = { nl: 'Gevoelsbuttons', en: 'Feeling buttons', fr: 'Boutons du ressenti', ar: 'أزرار المشاعر' }
  return [
    row({ id: 'evaluation', kind: 'evaluation-talk', date: '2026-09-10', person: 'coach', planned: 120, real: 150 }),
    row({ id: 'impact', kind: 'impact-talk', date: '2026-10-13', person: 'coach', planned: 120, real: 120 }),
    row({ id: 'timeline', kind: 'timeline', date: '2026-10-27', person: 'coach', planned: 90 }),
    row({ id: 'june', kind: 'june', date: '2027-06-08', person: 'coach', planned: 150 }),
    row({ id: 'end', kind: 'year-end', date: '2027-06-29', person: 'coach', planned: 120 }),
    ...sessions.map((date, i) => row({ id: `s${i}`, kind: 'session', date, planned: 180 })),
    ...sessions
      .slice(1, 8)
      .map((date, i) =>
        row({ id: `p${i}`, kind: 'peiling', date, title: i % 2 ? theme : buttons, person: 'young', planned: 10 }),
      ),
    ...['2026-11-11', '2027-01-20', '2027-03-24'].map((date, i) =>
      row({ id: `f${i}`, kind: 'feedback', date, planned: 30 }),
    ),
    row({
      id: 'music',
      kind: 'third',
      date: '2027-01-28',
      person: 'third',
      planned: 240,
      title: {
        nl: 'Muzikant begeleidt de open mic',
        en: 'Musician leads the open mic',
        fr: 'Un musicien anime la scène ouverte',
        ar: 'موسيقي يرافق الأمسية المفتوحة',
      },
    }),
    row({ id: 'gone', kind: 'session', date: '2027-06-02', planned: 600, status: 'dropped', reason: 'regen' }),
  ]
}
