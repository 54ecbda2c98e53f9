/**
 * Every table that is made by a migration: what may lie under these names where a backup is put back is replaced, and
 * nothing else is touched. A test holds the list against the real schema.
 */
export const OUR_TABLES: readonly string[] = `
  agreement answer asked audit consent consent_ask contact contact_link contact_request counted_round
  data_agreement data_release data_token decline_reason digest erasure feedback fleeting inbound invitation
  join_link joint_code joint_entry joint_partner joint_share joint_sheet key_check lease library_entry
  link_code method_count method_draft moment one_time_link open_text organisation outgoing pace
  participant place presence proposal proposal_note question_set_version quote release report restored
  rollup_part round run series session sheet_field staff staff_chat staff_link story story_voice
  summary survey survey_proposal survey_version talk talk_answer tally usage_agreement usage_fact
  working_year writer
`
  .trim()
  .split(/\s+/)
