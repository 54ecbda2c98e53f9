/**
 * The one condition under which somebody may be shown a question: takes part, said yes to the text that is in
 * force, in this working year, and is old enough for the channel. It is SQL, so that reading a run and knowing
 * that it may be shown are one statement.
 *
 * It stands where the tables `participant` and `contact` are joined, and takes one parameter: JSON with, for each
 * organisation, `text` (version of the consent text), `day` (today, there) and for each channel the age bands
 * that may take part. An organisation that is not in it asks nobody anything.
 */

/** @param rules the parameter, such as `$2` */
export const inForce = (rules: string): string => `(participant.state = 'joined' and exists (
    select 1 from consent, (select ${rules}::jsonb -> participant.organisation_id as own) as rule
    where consent.organisation_id = participant.organisation_id and consent.participant_id = participant.id
      and consent.withdrawn_on is null and consent.text_version = rule.own ->> 'text'
      and consent.valid_until >= (rule.own ->> 'day')::date
      and (rule.own -> contact.channel) ? contact.age_band))`

/** A run that may be read: its person may be shown a question, or it is over in a way that shows none any more. */
export const mayBeRead = (rules: string): string =>
  `(run.disposition = 'stopped' or run.state -> 'closed' = 'true'::jsonb or ${inForce(rules)})`
