-- Printed from the migrations by a test; do not edit.

create table account (
  id uuid not null,
  created_at timestamp with time zone not null,
  erased_at timestamp with time zone,
  constraint account_pkey PRIMARY KEY (id)
);

create table account_identity (
  id uuid not null,
  account_id uuid not null,
  organization_id uuid not null,
  issuer text not null,
  subject text not null,
  created_at timestamp with time zone not null,
  last_used_at timestamp with time zone not null,
  constraint account_identity_pkey PRIMARY KEY (id),
  constraint account_identity_key UNIQUE (issuer, subject),
  constraint account_identity_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint account_identity_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id)
);
CREATE INDEX account_identity_account_id_idx ON account_identity USING btree (account_id);

create table account_link (
  id uuid not null,
  purpose text not null,
  email text not null,
  account_id uuid,
  guest_id uuid,
  display_name text,
  password_hash text,
  token_hash bytea not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint account_link_pkey PRIMARY KEY (id),
  constraint account_link_token_hash_key UNIQUE (token_hash),
  constraint account_link_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint account_link_guest_id_fkey FOREIGN KEY (guest_id) REFERENCES guest(id),
  constraint account_link_email_check CHECK ((email = lower(email))),
  constraint account_link_purpose_fields CHECK ((((purpose = 'signUp'::text) AND (account_id IS NULL) AND (display_name IS NOT NULL) AND (password_hash IS NOT NULL)) OR ((purpose = 'proveAddress'::text) AND (account_id IS NOT NULL) AND (num_nonnulls(guest_id, display_name, password_hash) = 0)) OR ((purpose = 'resetPassword'::text) AND (num_nonnulls(account_id, guest_id, display_name, password_hash) = 0))))
);
CREATE INDEX account_link_email_idx ON account_link USING btree (email);

create table account_password (
  account_id uuid not null,
  hash text not null,
  changed_at timestamp with time zone not null,
  constraint account_password_pkey PRIMARY KEY (account_id),
  constraint account_password_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id)
);

create table account_profile (
  account_id uuid not null,
  email text not null,
  display_name text not null,
  proven_at timestamp with time zone,
  constraint account_profile_pkey PRIMARY KEY (account_id),
  constraint account_profile_email_key UNIQUE (email),
  constraint account_profile_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint account_profile_email_check CHECK ((email = lower(email)))
);

create table account_totp (
  account_id uuid not null,
  secret bytea not null,
  created_at timestamp with time zone not null,
  confirmed_at timestamp with time zone,
  last_step integer not null default 0,
  constraint account_totp_pkey PRIMARY KEY (account_id),
  constraint account_totp_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id)
);

create table api_token (
  id uuid not null,
  organization_id uuid not null,
  account_id uuid not null,
  name text not null,
  token_hash bytea not null,
  scopes text[] not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  constraint api_token_pkey PRIMARY KEY (id),
  constraint api_token_token_hash_key UNIQUE (token_hash),
  constraint api_token_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint api_token_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  constraint api_token_scopes_check CHECK (((cardinality(scopes) > 0) AND (scopes <@ ARRAY['read'::text, 'invite'::text, 'build'::text, 'publish'::text, 'manage'::text])))
);
CREATE INDEX api_token_account_id_idx ON api_token USING btree (account_id);
CREATE INDEX api_token_organization_id_idx ON api_token USING btree (organization_id);

create table assessment (
  id uuid not null,
  organization_id uuid not null,
  title text not null,
  created_at timestamp with time zone not null,
  draft jsonb not null,
  draft_revision integer not null,
  updated_at timestamp with time zone not null,
  updated_by uuid,
  archived_at timestamp with time zone,
  constraint assessment_pkey PRIMARY KEY (id),
  constraint assessment_organization_key UNIQUE (organization_id, id),
  constraint assessment_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  constraint assessment_updated_by_fkey FOREIGN KEY (updated_by) REFERENCES account(id),
  constraint assessment_draft_revision_check CHECK ((draft_revision > 0))
);
CREATE INDEX assessment_organization_idx ON assessment USING btree (organization_id, updated_at DESC, id DESC);

create table assessment_draft_revision (
  id uuid not null,
  organization_id uuid not null,
  assessment_id uuid not null,
  revision integer,
  title text not null,
  draft jsonb not null,
  saved_at timestamp with time zone not null,
  saved_by uuid,
  based_on integer,
  constraint assessment_draft_revision_pkey PRIMARY KEY (id),
  constraint assessment_draft_revision_number_key UNIQUE (assessment_id, revision),
  constraint assessment_draft_revision_assessment_fkey FOREIGN KEY (organization_id, assessment_id) REFERENCES assessment(organization_id, id),
  constraint assessment_draft_revision_saved_by_fkey FOREIGN KEY (saved_by) REFERENCES account(id),
  constraint assessment_draft_revision_refused CHECK (((revision IS NULL) = (based_on IS NOT NULL))),
  constraint assessment_draft_revision_revision_check CHECK ((revision > 0))
);
CREATE INDEX assessment_draft_revision_saved_idx ON assessment_draft_revision USING btree (assessment_id, saved_at DESC, id DESC);

create table assessment_version (
  id uuid not null,
  organization_id uuid not null,
  assessment_id uuid not null,
  number integer not null,
  content jsonb not null,
  content_hash text not null,
  published_at timestamp with time zone not null,
  published_by uuid,
  draft_revision integer not null default 1,
  constraint assessment_version_pkey PRIMARY KEY (id),
  constraint assessment_version_number_key UNIQUE (assessment_id, number),
  constraint assessment_version_organization_key UNIQUE (organization_id, id),
  constraint assessment_version_assessment_fkey FOREIGN KEY (organization_id, assessment_id) REFERENCES assessment(organization_id, id),
  constraint assessment_version_published_by_fkey FOREIGN KEY (published_by) REFERENCES account(id),
  constraint assessment_version_number_check CHECK ((number > 0))
);
CREATE TRIGGER assessment_version_written_once BEFORE UPDATE ON assessment_version FOR EACH ROW EXECUTE FUNCTION forbid_change();

create table assessment_version_question (
  assessment_version_id uuid not null,
  question_version_id uuid not null,
  constraint assessment_version_question_pkey PRIMARY KEY (assessment_version_id, question_version_id),
  constraint assessment_version_question_assessment_version_id_fkey FOREIGN KEY (assessment_version_id) REFERENCES assessment_version(id),
  constraint assessment_version_question_question_version_id_fkey FOREIGN KEY (question_version_id) REFERENCES question_version(id)
);
CREATE INDEX assessment_version_question_idx ON assessment_version_question USING btree (question_version_id);

create table attempt (
  id uuid not null,
  purpose text not null,
  form text not null,
  organization_id uuid,
  candidate_id uuid,
  assessment_version_id uuid,
  account_id uuid,
  guest_id uuid,
  seed text not null,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  ended_by text,
  closes_at timestamp with time zone,
  released_at timestamp with time zone,
  bank_owners uuid[] not null default '{}'::uuid[],
  erased_at timestamp with time zone,
  invitation_id uuid,
  receipt_code text,
  assessment_id uuid,
  constraint attempt_pkey PRIMARY KEY (id),
  constraint attempt_invitation_key UNIQUE (invitation_id),
  constraint attempt_receipt_code_key UNIQUE (receipt_code),
  constraint attempt_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint attempt_candidate_fkey FOREIGN KEY (organization_id, candidate_id) REFERENCES candidate(organization_id, id),
  constraint attempt_guest_id_fkey FOREIGN KEY (guest_id) REFERENCES guest(id),
  constraint attempt_invitation_fkey FOREIGN KEY (organization_id, invitation_id) REFERENCES invitation(organization_id, id),
  constraint attempt_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  constraint attempt_version_fkey FOREIGN KEY (organization_id, assessment_version_id) REFERENCES assessment_version(organization_id, id),
  constraint attempt_end CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
  constraint attempt_ended_by_check CHECK ((ended_by = ANY (ARRAY['candidate'::text, 'clock'::text]))),
  constraint attempt_form_check CHECK ((form = ANY (ARRAY['single'::text, 'quiz'::text, 'assessment'::text]))),
  constraint attempt_purpose_check CHECK ((purpose = ANY (ARRAY['practice'::text, 'assessment'::text, 'preview'::text, 'trial'::text]))),
  constraint attempt_released CHECK (((released_at IS NULL) OR (ended_at IS NOT NULL))),
  constraint attempt_subject CHECK ((((purpose = 'practice'::text) AND (organization_id IS NULL) AND (num_nonnulls(account_id, guest_id) = 1)) OR ((purpose = 'assessment'::text) AND (num_nonnulls(organization_id, candidate_id, assessment_version_id) = 3)) OR ((purpose = 'preview'::text) AND (num_nonnulls(organization_id, account_id) = 2) AND (num_nonnulls(guest_id, candidate_id, invitation_id) = 0)) OR ((purpose = 'trial'::text) AND (num_nonnulls(organization_id, assessment_version_id) = 2) AND (num_nonnulls(account_id, guest_id, candidate_id, invitation_id) = 0))))
);
CREATE INDEX attempt_account_idx ON attempt USING btree (account_id, started_at DESC) WHERE (account_id IS NOT NULL);
CREATE INDEX attempt_candidate_idx ON attempt USING btree (organization_id, candidate_id) WHERE (candidate_id IS NOT NULL);
CREATE INDEX attempt_guest_idx ON attempt USING btree (guest_id, started_at DESC) WHERE (guest_id IS NOT NULL);
CREATE INDEX attempt_overdue_idx ON attempt USING btree (closes_at) WHERE ((ended_at IS NULL) AND (closes_at IS NOT NULL));
CREATE INDEX attempt_version_idx ON attempt USING btree (assessment_version_id, ended_at) WHERE (assessment_version_id IS NOT NULL);
CREATE UNIQUE INDEX attempt_open_key ON attempt USING btree (candidate_id, assessment_id) WHERE ((purpose = 'assessment'::text) AND (ended_at IS NULL));
CREATE TRIGGER attempt_assessment_filled BEFORE INSERT ON attempt FOR EACH ROW WHEN ((new.assessment_version_id IS NOT NULL)) EXECUTE FUNCTION fill_attempt_assessment();

create table attempt_event (
  attempt_id uuid not null,
  client_id uuid not null,
  sequence integer not null,
  began_at timestamp with time zone not null,
  received_at timestamp with time zone not null,
  bytes integer not null,
  events jsonb not null,
  constraint attempt_event_pkey PRIMARY KEY (attempt_id, client_id, sequence),
  constraint attempt_event_attempt_id_fkey FOREIGN KEY (attempt_id) REFERENCES attempt(id),
  constraint attempt_event_sequence_check CHECK ((sequence >= 0))
);

create table attempt_item (
  id uuid not null,
  attempt_id uuid not null,
  position smallint not null,
  question_version_id uuid not null,
  variant_id uuid,
  is_pilot boolean not null default false,
  is_flagged boolean not null default false,
  presented_at timestamp with time zone,
  fixed_at timestamp with time zone,
  fixed_by text,
  draw jsonb,
  revealed jsonb not null default '[]'::jsonb,
  section_id text,
  weight double precision not null default 1,
  closes_at timestamp with time zone,
  is_withheld boolean not null default false,
  constraint attempt_item_pkey PRIMARY KEY (id),
  constraint attempt_item_position_key UNIQUE (attempt_id, "position"),
  constraint attempt_item_attempt_id_fkey FOREIGN KEY (attempt_id) REFERENCES attempt(id),
  constraint attempt_item_question_version_id_fkey FOREIGN KEY (question_version_id) REFERENCES question_version(id),
  constraint attempt_item_variant_id_fkey FOREIGN KEY (variant_id) REFERENCES variant(id),
  constraint attempt_item_fixed CHECK (((fixed_at IS NULL) = (fixed_by IS NULL))),
  constraint attempt_item_fixed_by_check CHECK ((fixed_by = ANY (ARRAY['checked'::text, 'revealed'::text, 'ended'::text, 'left'::text]))),
  constraint attempt_item_position_check CHECK (("position" > 0)),
  constraint attempt_item_weight_check CHECK ((weight > (0)::double precision))
);
CREATE INDEX attempt_item_version_idx ON attempt_item USING btree (question_version_id);

create table attempt_message (
  id uuid not null,
  organization_id uuid not null,
  assessment_id uuid not null,
  attempt_id uuid not null,
  kind text not null,
  account_id uuid,
  sending_id uuid,
  is_to_all boolean not null default false,
  text text not null,
  sent_at timestamp with time zone not null,
  read_at timestamp with time zone,
  answered_at timestamp with time zone,
  answered_by uuid,
  constraint attempt_message_pkey PRIMARY KEY (id),
  constraint attempt_message_sending_key UNIQUE (sending_id, attempt_id),
  constraint attempt_message_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint attempt_message_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES account(id),
  constraint attempt_message_assessment_fkey FOREIGN KEY (organization_id, assessment_id) REFERENCES assessment(organization_id, id),
  constraint attempt_message_attempt_id_fkey FOREIGN KEY (attempt_id) REFERENCES attempt(id),
  constraint attempt_message_answer CHECK (((answered_at IS NULL) OR (kind = 'call'::text))),
  constraint attempt_message_call CHECK (((kind = 'message'::text) OR ((account_id IS NULL) AND (read_at IS NULL)))),
  constraint attempt_message_kind_check CHECK ((kind = ANY (ARRAY['call'::text, 'message'::text]))),
  constraint attempt_message_sender CHECK (((kind = 'message'::text) = (sending_id IS NOT NULL))),
  constraint attempt_message_text_check CHECK (((char_length(text) <= 2000) AND ((kind = 'call'::text) OR (text <> ''::text))))
);
CREATE INDEX attempt_message_attempt_idx ON attempt_message USING btree (attempt_id, sent_at);
CREATE INDEX attempt_message_calls_idx ON attempt_message USING btree (organization_id, assessment_id, sent_at) WHERE ((kind = 'call'::text) AND (answered_at IS NULL));
CREATE UNIQUE INDEX attempt_message_open_call_key ON attempt_message USING btree (attempt_id) WHERE ((kind = 'call'::text) AND (answered_at IS NULL));

create table attempt_presence (
  attempt_id uuid not null,
  client_id uuid not null,
  session_id uuid,
  item_id uuid,
  seen_at timestamp with time zone not null,
  live_since timestamp with time zone,
  constraint attempt_presence_pkey PRIMARY KEY (attempt_id, client_id),
  constraint attempt_presence_attempt_id_fkey FOREIGN KEY (attempt_id) REFERENCES attempt(id),
  constraint attempt_presence_item_id_fkey FOREIGN KEY (item_id) REFERENCES attempt_item(id)
);

create table attempt_preview (
  attempt_id uuid not null,
  assessment_id uuid not null,
  content jsonb not null,
  created_at timestamp with time zone not null,
  constraint attempt_preview_pkey PRIMARY KEY (attempt_id),
  constraint attempt_preview_assessment_id_fkey FOREIGN KEY (assessment_id) REFERENCES assessment(id),
  constraint attempt_preview_attempt_id_fkey FOREIGN KEY (attempt_id) REFERENCES attempt(id)
);
CREATE INDEX attempt_preview_assessment_idx ON attempt_preview USING btree (assessment_id);
CREATE INDEX attempt_preview_created_idx ON attempt_preview USING btree (created_at);

create table attempt_score (
  attempt_id uuid not null,
  number integer not null,
  organization_id uuid not null,
  assessment_id uuid not null,
  assessment_version_id uuid not null,
  earned double precision not null,
  possible double precision not null,
  pending double precision not null,
  items jsonb not null,
  skills jsonb not null,
  cause text not null,
  reason text,
  correction_id uuid,
  scored_at timestamp with time zone not null,
  superseded_at timestamp with time zone,
  constraint attempt_score_pkey PRIMARY KEY (attempt_id, number),
  constraint attempt_score_assessment_fkey FOREIGN KEY (organization_id, assessment_id) REFERENCES assessment(organization_id, id),
  constraint attempt_score_attempt_id_fkey FOREIGN KEY (attempt_id) REFERENCES attempt(id),
  constraint attempt_score_correction_id_fkey FOREIGN KEY (correction_id) REFERENCES item_correction(id),
  constraint attempt_score_version_fkey FOREIGN KEY (organization_id, assessment_version_id) REFERENCES assessment_version(organization_id, id),
  constraint attempt_score_bounds CHECK (((earned >= (0)::double precision) AND (pending >= (0)::double precision) AND (possible >= (0)::double precision))),
  constraint attempt_score_cause_check CHECK ((cause = ANY (ARRAY['scored'::text, 'reviewed'::text, 'corrected'::text, 'disputed'::text, 'late'::text]))),
  constraint attempt_score_number_check CHECK ((number > 0))
);
CREATE INDEX attempt_score_assessment_idx ON attempt_score USING btree (assessment_id, attempt_id) WHERE (superseded_at IS NULL);
CREATE UNIQUE INDEX attempt_score_current_key ON attempt_score USING btree (attempt_id) WHERE (superseded_at IS NULL);

create table attempt_section (
  attempt_id uuid not null,
  section_id text not null,
  position smallint not null,
  limit_seconds integer not null,
  entered_at timestamp with time zone,
  closes_at timestamp with time zone,
  left_at timestamp with time zone,
  constraint attempt_section_pkey PRIMARY KEY (attempt_id, section_id),
  constraint attempt_section_attempt_id_fkey FOREIGN KEY (attempt_id) REFERENCES attempt(id),
  constraint attempt_section_entered CHECK ((((entered_at IS NULL) = (closes_at IS NULL)) AND ((left_at IS NULL) OR (entered_at IS NOT NULL)))),
  constraint attempt_section_limit_check CHECK ((limit_seconds > 0)),
  constraint attempt_section_position_check CHECK (("position" > 0))
);

create table attempt_time_entry (
  id uuid not null,
  attempt_id uuid not null,
  kind text not null,
  amount double precision not null,
  reason text not null,
  actor_account_id uuid,
  added_at timestamp with time zone not null,
  since timestamp with time zone,
  constraint attempt_time_entry_pkey PRIMARY KEY (id),
  constraint attempt_time_entry_actor_account_id_fkey FOREIGN KEY (actor_account_id) REFERENCES account(id),
  constraint attempt_time_entry_attempt_id_fkey FOREIGN KEY (attempt_id) REFERENCES attempt(id),
  constraint attempt_time_entry_amount_check CHECK ((amount >= (0)::double precision)),
  constraint attempt_time_entry_kind_check CHECK ((kind = ANY (ARRAY['limit'::text, 'extraTime'::text, 'break'::text, 'credit'::text, 'added'::text]))),
  constraint attempt_time_entry_since_check CHECK (((since IS NULL) OR (since <= added_at)))
);
CREATE INDEX attempt_time_entry_attempt_idx ON attempt_time_entry USING btree (attempt_id, added_at);
CREATE TRIGGER attempt_time_entry_written_once BEFORE UPDATE ON attempt_time_entry FOR EACH ROW EXECUTE FUNCTION forbid_change();

create table attempt_trial (
  attempt_id uuid not null,
  organization_id uuid not null,
  candidate_id uuid not null,
  invitation_id uuid not null,
  created_at timestamp with time zone not null,
  constraint attempt_trial_pkey PRIMARY KEY (attempt_id),
  constraint attempt_trial_invitation_key UNIQUE (invitation_id),
  constraint attempt_trial_attempt_id_fkey FOREIGN KEY (attempt_id) REFERENCES attempt(id),
  constraint attempt_trial_candidate_fkey FOREIGN KEY (organization_id, candidate_id) REFERENCES candidate(organization_id, id),
  constraint attempt_trial_invitation_fkey FOREIGN KEY (organization_id, invitation_id) REFERENCES invitation(organization_id, id)
);
CREATE INDEX attempt_trial_candidate_idx ON attempt_trial USING btree (candidate_id);
CREATE INDEX attempt_trial_created_idx ON attempt_trial USING btree (created_at);

create table audit (
  id uuid not null,
  organization_id uuid,
  actor_account_id uuid,
  act text not null,
  object_id uuid,
  detail jsonb not null default '{}'::jsonb,
  at timestamp with time zone not null,
  constraint audit_pkey PRIMARY KEY (id),
  constraint audit_actor_account_id_fkey FOREIGN KEY (actor_account_id) REFERENCES account(id),
  constraint audit_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id)
);
CREATE INDEX audit_act_idx ON audit USING btree (organization_id, act, id);
CREATE INDEX audit_actor_idx ON audit USING btree (organization_id, actor_account_id, id);
CREATE INDEX audit_organization_idx ON audit USING btree (organization_id, id);
CREATE TRIGGER audit_written_once BEFORE DELETE OR UPDATE ON audit FOR EACH ROW EXECUTE FUNCTION forbid_change();

create table bank (
  id text not null,
  organization_id uuid,
  name text not null,
  use text not null,
  licence text not null,
  fingerprint text,
  issues jsonb not null default '[]'::jsonb,
  is_published boolean not null default false,
  constraint bank_pkey PRIMARY KEY (id),
  constraint bank_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  constraint bank_use_check CHECK ((use = ANY (ARRAY['practice'::text, 'assessment'::text, 'both'::text, 'trial'::text])))
);

create table candidate (
  id uuid not null,
  organization_id uuid not null,
  account_id uuid,
  created_at timestamp with time zone not null,
  erased_at timestamp with time zone,
  extra_time double precision not null default 0,
  break_seconds integer not null default 0,
  merged_into uuid,
  constraint candidate_pkey PRIMARY KEY (id),
  constraint candidate_organization_key UNIQUE (organization_id, id),
  constraint candidate_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint candidate_merged_fkey FOREIGN KEY (organization_id, merged_into) REFERENCES candidate(organization_id, id),
  constraint candidate_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  constraint candidate_break_seconds_check CHECK ((break_seconds >= 0)),
  constraint candidate_extra_time_check CHECK (((extra_time >= (0)::double precision) AND (extra_time <= (4)::double precision)))
);
CREATE INDEX candidate_merged_idx ON candidate USING btree (organization_id, merged_into) WHERE (merged_into IS NOT NULL);

create table candidate_code (
  id uuid not null,
  organization_id uuid not null,
  invitation_id uuid not null,
  created_at timestamp with time zone not null,
  tries integer not null default 0,
  used_at timestamp with time zone,
  constraint candidate_code_pkey PRIMARY KEY (id),
  constraint candidate_code_invitation_fkey FOREIGN KEY (organization_id, invitation_id) REFERENCES invitation(organization_id, id)
);
CREATE INDEX candidate_code_invitation_idx ON candidate_code USING btree (invitation_id, created_at);

create table candidate_profile (
  candidate_id uuid not null,
  organization_id uuid not null,
  email text not null,
  name text not null,
  constraint candidate_profile_pkey PRIMARY KEY (candidate_id),
  constraint candidate_profile_email_key UNIQUE (organization_id, email),
  constraint candidate_profile_candidate_fkey FOREIGN KEY (organization_id, candidate_id) REFERENCES candidate(organization_id, id),
  constraint candidate_profile_email_check CHECK ((email = lower(email)))
);
CREATE INDEX candidate_profile_name_idx ON candidate_profile USING btree (organization_id, lower(name), candidate_id);

create table cohort_entry (
  attempt_id uuid not null,
  organization_id uuid not null,
  assessment_id uuid not null,
  assessment_version_id uuid not null,
  form_key text not null,
  share double precision,
  share_low double precision not null,
  share_high double precision not null,
  effective_items double precision not null,
  is_provisional boolean not null,
  outcomes text not null,
  constraint cohort_entry_pkey PRIMARY KEY (attempt_id),
  constraint cohort_entry_assessment_fkey FOREIGN KEY (organization_id, assessment_id) REFERENCES assessment(organization_id, id),
  constraint cohort_entry_attempt_id_fkey FOREIGN KEY (attempt_id) REFERENCES attempt(id),
  constraint cohort_entry_form_key_fkey FOREIGN KEY (form_key) REFERENCES score_form(key),
  constraint cohort_entry_version_fkey FOREIGN KEY (organization_id, assessment_version_id) REFERENCES assessment_version(organization_id, id),
  constraint cohort_entry_bounds CHECK (((share_low >= (0)::double precision) AND (share_high >= share_low) AND (share_high <= (1)::double precision) AND (effective_items >= (0)::double precision)))
);
CREATE INDEX cohort_entry_assessment_idx ON cohort_entry USING btree (assessment_id, form_key);

create table cohort_view (
  id uuid not null,
  organization_id uuid not null,
  assessment_id uuid not null,
  account_id uuid not null,
  name text not null,
  query text not null,
  saved_at timestamp with time zone not null,
  constraint cohort_view_pkey PRIMARY KEY (id),
  constraint cohort_view_name_key UNIQUE (assessment_id, account_id, name),
  constraint cohort_view_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint cohort_view_assessment_fkey FOREIGN KEY (organization_id, assessment_id) REFERENCES assessment(organization_id, id),
  constraint cohort_view_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 80))),
  constraint cohort_view_query_check CHECK ((char_length(query) <= 2000))
);

create table decision (
  attempt_id uuid not null,
  number integer not null,
  organization_id uuid not null,
  assessment_id uuid not null,
  kind text,
  reason text not null,
  undoes integer,
  account_id uuid not null,
  decided_at timestamp with time zone not null,
  constraint decision_pkey PRIMARY KEY (attempt_id, number),
  constraint decision_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint decision_assessment_fkey FOREIGN KEY (organization_id, assessment_id) REFERENCES assessment(organization_id, id),
  constraint decision_attempt_id_fkey FOREIGN KEY (attempt_id) REFERENCES attempt(id),
  constraint decision_kind_check CHECK ((kind = ANY (ARRAY['advance'::text, 'hold'::text, 'decline'::text]))),
  constraint decision_number_check CHECK ((number > 0)),
  constraint decision_reason_check CHECK (((char_length(reason) >= 1) AND (char_length(reason) <= 2000))),
  constraint decision_undo CHECK (((kind IS NOT NULL) OR (undoes IS NOT NULL)))
);
CREATE INDEX decision_assessment_idx ON decision USING btree (assessment_id, attempt_id, number);
CREATE TRIGGER decision_written_once BEFORE UPDATE ON decision FOR EACH ROW EXECUTE FUNCTION forbid_change();

create table external_ref (
  id uuid not null,
  organization_id uuid not null,
  system text not null,
  external_id text not null,
  object_kind text not null,
  object_id uuid not null,
  constraint external_ref_pkey PRIMARY KEY (id),
  constraint external_ref_key UNIQUE (organization_id, system, object_kind, external_id),
  constraint external_ref_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id)
);

create table fault_count (
  question_id text not null,
  language text not null,
  planted integer not null,
  caught integer not null,
  waived integer not null,
  constraint fault_count_pkey PRIMARY KEY (question_id, language),
  constraint fault_count_question_id_fkey FOREIGN KEY (question_id) REFERENCES question(id),
  constraint fault_count_caught_check CHECK ((caught >= 0)),
  constraint fault_count_planted_check CHECK ((planted >= 0)),
  constraint fault_count_waived_check CHECK ((waived >= 0)),
  constraint fault_count_within_check CHECK (((caught + waived) <= planted))
);

create table guest (
  id uuid not null,
  created_at timestamp with time zone not null,
  became_account_id uuid,
  erased_at timestamp with time zone,
  constraint guest_pkey PRIMARY KEY (id),
  constraint guest_became_account_id_fkey FOREIGN KEY (became_account_id) REFERENCES account(id)
);

create table installation (
  id boolean not null default true,
  secret_fingerprint text not null,
  created_at timestamp with time zone not null,
  constraint installation_pkey PRIMARY KEY (id),
  constraint installation_id_check CHECK (id)
);

create table invitation (
  id uuid not null,
  organization_id uuid not null,
  purpose text not null,
  token_hash bytea not null,
  email text not null,
  roles text[] not null default '{}'::text[],
  candidate_id uuid,
  assessment_version_id uuid,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  generation integer not null default 1,
  source text not null default 'mail'::text,
  public_link_id uuid,
  opens_at timestamp with time zone,
  opened_at timestamp with time zone,
  declined_at timestamp with time zone,
  reminded_at timestamp with time zone,
  created_by uuid,
  assessment_id uuid,
  checked_in_at timestamp with time zone,
  constraint invitation_pkey PRIMARY KEY (id),
  constraint invitation_organization_key UNIQUE (organization_id, id),
  constraint invitation_token_hash_key UNIQUE (token_hash),
  constraint invitation_assessment_fkey FOREIGN KEY (organization_id, assessment_id) REFERENCES assessment(organization_id, id),
  constraint invitation_assessment_version_fkey FOREIGN KEY (organization_id, assessment_version_id) REFERENCES assessment_version(organization_id, id),
  constraint invitation_candidate_fkey FOREIGN KEY (organization_id, candidate_id) REFERENCES candidate(organization_id, id),
  constraint invitation_created_by_fkey FOREIGN KEY (created_by) REFERENCES account(id),
  constraint invitation_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  constraint invitation_public_link_fkey FOREIGN KEY (organization_id, public_link_id) REFERENCES public_link(organization_id, id),
  constraint invitation_assessment CHECK (((assessment_id IS NULL) = (assessment_version_id IS NULL))),
  constraint invitation_email_check CHECK ((email = lower(email))),
  constraint invitation_purpose_check CHECK ((purpose = ANY (ARRAY['member'::text, 'assessment'::text]))),
  constraint invitation_purpose_fields CHECK ((((purpose = 'member'::text) AND (cardinality(roles) > 0) AND (candidate_id IS NULL) AND (assessment_version_id IS NULL)) OR ((purpose = 'assessment'::text) AND (candidate_id IS NOT NULL) AND (assessment_version_id IS NOT NULL)))),
  constraint invitation_source_check CHECK ((source = ANY (ARRAY['mail'::text, 'link'::text, 'public'::text]))),
  constraint invitation_source_fields CHECK (((source = 'public'::text) = (public_link_id IS NOT NULL)))
);
CREATE INDEX invitation_address_idx ON invitation USING btree (assessment_id, email, id) WHERE (assessment_id IS NOT NULL);
CREATE INDEX invitation_assessment_idx ON invitation USING btree (assessment_id, created_at DESC, id DESC) WHERE (assessment_id IS NOT NULL);
CREATE INDEX invitation_candidate_idx ON invitation USING btree (organization_id, candidate_id) WHERE (candidate_id IS NOT NULL);
CREATE INDEX invitation_deadline_idx ON invitation USING btree (assessment_id, expires_at, id) WHERE (assessment_id IS NOT NULL);
CREATE INDEX invitation_member_idx ON invitation USING btree (organization_id, email) WHERE (purpose = 'member'::text);
CREATE INDEX invitation_public_link_idx ON invitation USING btree (public_link_id) WHERE (public_link_id IS NOT NULL);

create table item_correction (
  id uuid not null,
  organization_id uuid not null,
  assessment_id uuid not null,
  question_version_id uuid not null,
  kind text not null,
  key jsonb,
  reason text not null,
  account_id uuid,
  made_at timestamp with time zone not null,
  constraint item_correction_pkey PRIMARY KEY (id),
  constraint item_correction_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint item_correction_assessment_fkey FOREIGN KEY (organization_id, assessment_id) REFERENCES assessment(organization_id, id),
  constraint item_correction_question_version_id_fkey FOREIGN KEY (question_version_id) REFERENCES question_version(id),
  constraint item_correction_key CHECK (((kind = 'rekeyed'::text) = (key IS NOT NULL))),
  constraint item_correction_kind_check CHECK ((kind = ANY (ARRAY['withdrawn'::text, 'rekeyed'::text, 'restored'::text]))),
  constraint item_correction_reason_check CHECK (((char_length(reason) >= 1) AND (char_length(reason) <= 2000)))
);
CREATE INDEX item_correction_assessment_idx ON item_correction USING btree (assessment_id, question_version_id, made_at);
CREATE TRIGGER item_correction_written_once BEFORE DELETE OR UPDATE ON item_correction FOR EACH ROW EXECUTE FUNCTION forbid_change();

create table late_answer (
  id uuid not null,
  organization_id uuid not null,
  assessment_id uuid not null,
  attempt_item_id uuid not null,
  based_on integer not null,
  answer jsonb not null,
  closed_at timestamp with time zone not null,
  arrived_at timestamp with time zone not null,
  admitted_at timestamp with time zone,
  admitted_by uuid,
  reason text,
  revision integer,
  constraint late_answer_pkey PRIMARY KEY (id),
  constraint late_answer_admitted_by_fkey FOREIGN KEY (admitted_by) REFERENCES account(id),
  constraint late_answer_assessment_fkey FOREIGN KEY (organization_id, assessment_id) REFERENCES assessment(organization_id, id),
  constraint late_answer_attempt_item_id_fkey FOREIGN KEY (attempt_item_id) REFERENCES attempt_item(id),
  constraint late_answer_admitted CHECK ((num_nonnulls(admitted_at, reason, revision) = ANY (ARRAY[0, 3]))),
  constraint late_answer_admitted_by CHECK (((admitted_by IS NULL) OR (admitted_at IS NOT NULL))),
  constraint late_answer_based_on_check CHECK ((based_on >= 0)),
  constraint late_answer_reason_check CHECK (((char_length(reason) >= 1) AND (char_length(reason) <= 500)))
);
CREATE INDEX late_answer_assessment_idx ON late_answer USING btree (organization_id, assessment_id, arrived_at);
CREATE INDEX late_answer_item_idx ON late_answer USING btree (attempt_item_id, arrived_at);

create table mail (
  id uuid not null,
  organization_id uuid,
  kind text not null,
  subject_id uuid not null,
  recipient text not null,
  message_id text not null,
  created_at timestamp with time zone not null,
  tries integer not null default 0,
  sent_at timestamp with time zone,
  failed_at timestamp with time zone,
  failure text,
  failure_reply text,
  constraint mail_pkey PRIMARY KEY (id),
  constraint mail_message_id_key UNIQUE (message_id),
  constraint mail_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  constraint mail_failure_check CHECK ((failure = ANY (ARRAY['badAddress'::text, 'refused'::text, 'rejected'::text, 'notDelivered'::text, 'noServer'::text, 'internal'::text]))),
  constraint mail_outcome CHECK (((failed_at IS NULL) OR ((failure IS NOT NULL) AND (sent_at IS NULL))))
);
CREATE INDEX mail_created_idx ON mail USING btree (created_at);
CREATE INDEX mail_failed_idx ON mail USING btree (organization_id, subject_id) WHERE (failed_at IS NOT NULL);
CREATE INDEX mail_recipient_idx ON mail USING btree (recipient);
CREATE INDEX mail_subject_idx ON mail USING btree (subject_id, created_at);

create table mailbox_message (
  mail_id uuid not null,
  subject text not null,
  html text not null,
  text text not null,
  attachments jsonb not null,
  constraint mailbox_message_pkey PRIMARY KEY (mail_id),
  constraint mailbox_message_mail_id_fkey FOREIGN KEY (mail_id) REFERENCES mail(id) ON DELETE CASCADE
);

create table member (
  id uuid not null,
  organization_id uuid not null,
  account_id uuid not null,
  role text not null,
  created_at timestamp with time zone not null,
  constraint member_last_administrator TRIGGER DEFERRABLE INITIALLY DEFERRED,
  constraint member_pkey PRIMARY KEY (id),
  constraint member_key UNIQUE (organization_id, account_id, role),
  constraint member_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint member_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  constraint member_role_check CHECK ((role = ANY (ARRAY['author'::text, 'manager'::text, 'reviewer'::text, 'recruiter'::text, 'admin'::text])))
);
CREATE INDEX member_account_id_idx ON member USING btree (account_id);
CREATE CONSTRAINT TRIGGER member_last_administrator AFTER DELETE OR UPDATE ON member DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((old.role = 'admin'::text)) EXECUTE FUNCTION keep_administrator();

create table misconception (
  id text not null,
  sentence text not null,
  constraint misconception_pkey PRIMARY KEY (id)
);

create table organization (
  id uuid not null,
  slug text not null,
  name text not null,
  created_at timestamp with time zone not null,
  contact_email text,
  time_zone text not null default 'UTC'::text,
  date_locale text not null default 'en-GB'::text,
  constraint organization_pkey PRIMARY KEY (id),
  constraint organization_slug_key UNIQUE (slug),
  constraint organization_contact_email_check CHECK ((contact_email = lower(contact_email))),
  constraint organization_slug_check CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))
);
CREATE TRIGGER organization_slug_kept AFTER INSERT OR UPDATE OF slug ON organization FOR EACH ROW EXECUTE FUNCTION keep_slug();

create table organization_domain (
  id uuid not null,
  organization_id uuid not null,
  domain text not null,
  token text not null,
  created_at timestamp with time zone not null,
  checked_at timestamp with time zone,
  proven_at timestamp with time zone,
  missing_since timestamp with time zone,
  constraint organization_domain_pkey PRIMARY KEY (id),
  constraint organization_domain_key UNIQUE (organization_id, domain),
  constraint organization_domain_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  constraint organization_domain_domain_check CHECK ((domain = lower(domain)))
);
CREATE UNIQUE INDEX organization_domain_proven_key ON organization_domain USING btree (domain) WHERE (proven_at IS NOT NULL);

create table organization_privacy (
  organization_id uuid not null,
  recordings_months integer,
  answers_months integer,
  people_months integer,
  hides_names boolean not null default false,
  constraint organization_privacy_pkey PRIMARY KEY (organization_id),
  constraint organization_privacy_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  constraint organization_privacy_months CHECK ((((COALESCE(recordings_months, 1) >= 1) AND (COALESCE(recordings_months, 1) <= 240)) AND ((COALESCE(answers_months, 1) >= 1) AND (COALESCE(answers_months, 1) <= 240)) AND ((COALESCE(people_months, 1) >= 1) AND (COALESCE(people_months, 1) <= 240))))
);

create table organization_sign_in (
  organization_id uuid not null,
  issuer text,
  client_id text,
  client_secret bytea,
  default_role text,
  requires_single_sign_on boolean not null default false,
  requires_second_factor boolean not null default false,
  constraint organization_sign_in_pkey PRIMARY KEY (organization_id),
  constraint organization_sign_in_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  constraint organization_sign_in_default_role_check CHECK ((default_role = ANY (ARRAY['author'::text, 'manager'::text, 'reviewer'::text, 'recruiter'::text]))),
  constraint organization_sign_in_provider CHECK ((num_nulls(issuer, client_id, client_secret, default_role) = ANY (ARRAY[0, 4]))),
  constraint organization_sign_in_required CHECK (((issuer IS NOT NULL) OR (NOT requires_single_sign_on)))
);

create table organization_slug (
  slug text not null,
  organization_id uuid not null,
  constraint organization_slug_pkey PRIMARY KEY (slug),
  constraint organization_slug_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id)
);

create table outage (
  id uuid not null,
  kind text not null,
  since timestamp with time zone not null,
  until timestamp with time zone not null,
  attempts integer not null,
  constraint outage_pkey PRIMARY KEY (id),
  constraint outage_kind_check CHECK ((kind = ANY (ARRAY['api'::text, 'graders'::text]))),
  constraint outage_times CHECK ((until > since))
);
CREATE INDEX outage_since_idx ON outage USING btree (since);

create table outbox (
  id uuid not null,
  organization_id uuid,
  event text not null,
  payload jsonb not null,
  created_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  constraint outbox_pkey PRIMARY KEY (id),
  constraint outbox_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id)
);
CREATE INDEX outbox_unsent_idx ON outbox USING btree (created_at) WHERE (sent_at IS NULL);

create table passkey (
  id uuid not null,
  account_id uuid not null,
  credential_id text not null,
  public_key bytea not null,
  counter double precision not null,
  transports text[] not null default '{}'::text[],
  name text not null,
  created_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  constraint passkey_pkey PRIMARY KEY (id),
  constraint passkey_credential_id_key UNIQUE (credential_id),
  constraint passkey_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id)
);
CREATE INDEX passkey_account_id_idx ON passkey USING btree (account_id);

create table preparation (
  question_version_id uuid not null,
  scope text not null,
  job_id uuid not null,
  started_at timestamp with time zone not null,
  done_at timestamp with time zone,
  failure text,
  constraint preparation_pkey PRIMARY KEY (question_version_id, scope),
  constraint preparation_question_version_id_fkey FOREIGN KEY (question_version_id) REFERENCES question_version(id)
);

create table public_link (
  id uuid not null,
  organization_id uuid not null,
  assessment_id uuid not null,
  token_hash bytea not null,
  generation integer not null default 1,
  cap integer not null,
  opens_at timestamp with time zone,
  closes_at timestamp with time zone,
  created_at timestamp with time zone not null,
  created_by uuid,
  withdrawn_at timestamp with time zone,
  constraint public_link_pkey PRIMARY KEY (id),
  constraint public_link_organization_key UNIQUE (organization_id, id),
  constraint public_link_token_hash_key UNIQUE (token_hash),
  constraint public_link_assessment_fkey FOREIGN KEY (organization_id, assessment_id) REFERENCES assessment(organization_id, id),
  constraint public_link_created_by_fkey FOREIGN KEY (created_by) REFERENCES account(id),
  constraint public_link_cap_check CHECK ((cap > 0))
);
CREATE INDEX public_link_assessment_idx ON public_link USING btree (assessment_id);

create table question (
  id text not null,
  bank_id text not null,
  slug text not null,
  current_version_id uuid,
  constraint question_pkey PRIMARY KEY (id),
  constraint question_slug_key UNIQUE (bank_id, slug),
  constraint question_bank_id_fkey FOREIGN KEY (bank_id) REFERENCES bank(id),
  constraint question_current_version_fkey FOREIGN KEY (current_version_id) REFERENCES question_version(id)
);
CREATE INDEX question_slug_idx ON question USING btree (slug);

create table question_report (
  id uuid not null,
  reference text not null,
  question_version_id uuid not null,
  attempt_item_id uuid,
  account_id uuid,
  guest_id uuid,
  reason text not null,
  text text not null,
  reported_at timestamp with time zone not null,
  constraint question_report_pkey PRIMARY KEY (id),
  constraint question_report_reference_key UNIQUE (reference),
  constraint question_report_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint question_report_attempt_item_id_fkey FOREIGN KEY (attempt_item_id) REFERENCES attempt_item(id),
  constraint question_report_guest_id_fkey FOREIGN KEY (guest_id) REFERENCES guest(id),
  constraint question_report_question_version_id_fkey FOREIGN KEY (question_version_id) REFERENCES question_version(id),
  constraint question_report_reason_check CHECK ((reason = ANY (ARRAY['wrong'::text, 'unclear'::text, 'technical'::text, 'other'::text])))
);

create table question_version (
  id uuid not null,
  question_id text not null,
  content_hash text not null,
  kind text not null,
  title text not null,
  level smallint not null,
  minutes smallint not null,
  licence text not null,
  sources text[] not null,
  languages text[] not null,
  candidate_part jsonb not null,
  secret_part jsonb not null,
  loaded_at timestamp with time zone not null,
  search_words tsvector not null,
  subtitle text,
  constraint question_version_pkey PRIMARY KEY (id),
  constraint question_version_hash_key UNIQUE (question_id, content_hash),
  constraint question_version_question_id_fkey FOREIGN KEY (question_id) REFERENCES question(id),
  constraint question_version_kind_check CHECK ((kind = ANY (ARRAY['choice'::text, 'numeric'::text, 'plot'::text, 'ordering'::text, 'reading'::text, 'text'::text, 'scenario'::text, 'design'::text, 'code'::text, 'model'::text]))),
  constraint question_version_level_check CHECK (((level >= 1) AND (level <= 5))),
  constraint question_version_minutes_check CHECK ((minutes > 0))
);
CREATE INDEX question_version_search_idx ON question_version USING gin (search_words);
CREATE TRIGGER question_version_written_once BEFORE DELETE OR UPDATE ON question_version FOR EACH ROW EXECUTE FUNCTION forbid_change();

create table question_version_skill (
  question_version_id uuid not null,
  skill_id text not null,
  position smallint not null,
  constraint question_version_skill_pkey PRIMARY KEY (question_version_id, skill_id),
  constraint question_version_skill_question_version_id_fkey FOREIGN KEY (question_version_id) REFERENCES question_version(id),
  constraint question_version_skill_skill_id_fkey FOREIGN KEY (skill_id) REFERENCES skill(id)
);
CREATE INDEX question_version_skill_skill_idx ON question_version_skill USING btree (skill_id);

create table rate_window (
  key text not null,
  window_start timestamp with time zone not null,
  count integer not null,
  constraint rate_window_pkey PRIMARY KEY (key, window_start)
);

create table recovery_code (
  id uuid not null,
  account_id uuid not null,
  code_hash bytea not null,
  created_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint recovery_code_pkey PRIMARY KEY (id),
  constraint recovery_code_key UNIQUE (account_id, code_hash),
  constraint recovery_code_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id)
);

create table response (
  attempt_item_id uuid not null,
  revision integer not null,
  answer jsonb not null,
  first_saved_at timestamp with time zone not null,
  saved_at timestamp with time zone not null,
  constraint response_pkey PRIMARY KEY (attempt_item_id),
  constraint response_attempt_item_id_fkey FOREIGN KEY (attempt_item_id) REFERENCES attempt_item(id),
  constraint response_revision_check CHECK ((revision > 0))
);

create table response_revision (
  id uuid not null,
  attempt_item_id uuid not null,
  revision integer,
  answer jsonb,
  saved_at timestamp with time zone not null,
  based_on integer,
  delta jsonb,
  delta_of uuid,
  constraint response_revision_pkey PRIMARY KEY (id),
  constraint response_revision_number_key UNIQUE (attempt_item_id, revision),
  constraint response_revision_attempt_item_id_fkey FOREIGN KEY (attempt_item_id) REFERENCES attempt_item(id),
  constraint response_revision_delta_of_fkey FOREIGN KEY (delta_of) REFERENCES response_revision(id),
  constraint response_revision_form CHECK (((answer IS NULL) = (delta_of IS NOT NULL))),
  constraint response_revision_refused CHECK (((revision IS NULL) = (based_on IS NOT NULL))),
  constraint response_revision_revision_check CHECK ((revision > 0))
);
CREATE INDEX response_revision_delta_of_idx ON response_revision USING btree (delta_of) WHERE (delta_of IS NOT NULL);

create table review (
  id uuid not null,
  organization_id uuid not null,
  task_id uuid not null,
  account_id uuid not null,
  number smallint not null,
  levels jsonb not null,
  is_flagged boolean not null,
  seconds integer not null,
  created_at timestamp with time zone not null,
  constraint review_pkey PRIMARY KEY (id),
  constraint review_number_key UNIQUE (task_id, number),
  constraint review_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint review_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  constraint review_task_id_fkey FOREIGN KEY (task_id) REFERENCES review_task(id),
  constraint review_number_check CHECK ((number > 0)),
  constraint review_seconds_check CHECK ((seconds >= 0))
);
CREATE TRIGGER review_written_once BEFORE DELETE OR UPDATE ON review FOR EACH ROW EXECUTE FUNCTION forbid_change();

create table review_calibration_answer (
  queue_id uuid not null,
  attempt_item_id uuid not null,
  levels jsonb not null,
  reason text not null,
  added_at timestamp with time zone not null,
  added_by uuid,
  constraint review_calibration_answer_pkey PRIMARY KEY (queue_id, attempt_item_id),
  constraint review_calibration_answer_added_by_fkey FOREIGN KEY (added_by) REFERENCES account(id),
  constraint review_calibration_answer_attempt_item_id_fkey FOREIGN KEY (attempt_item_id) REFERENCES attempt_item(id),
  constraint review_calibration_answer_queue_id_fkey FOREIGN KEY (queue_id) REFERENCES review_queue(id)
);

create table review_calibration_mark (
  queue_id uuid not null,
  round smallint not null,
  account_id uuid not null,
  answer text not null,
  levels jsonb not null,
  created_at timestamp with time zone not null,
  constraint review_calibration_mark_pkey PRIMARY KEY (queue_id, account_id, round, answer),
  constraint review_calibration_mark_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint review_calibration_mark_queue_id_fkey FOREIGN KEY (queue_id) REFERENCES review_queue(id)
);
CREATE TRIGGER review_calibration_mark_written_once BEFORE UPDATE ON review_calibration_mark FOR EACH ROW EXECUTE FUNCTION forbid_change();

create table review_disagreement (
  id uuid not null default gen_random_uuid(),
  organization_id uuid not null,
  queue_id uuid not null,
  attempt_item_id uuid not null,
  round smallint not null,
  opened_at timestamp with time zone not null,
  resolved_at timestamp with time zone,
  levels jsonb,
  constraint review_disagreement_pkey PRIMARY KEY (id),
  constraint review_disagreement_key UNIQUE (attempt_item_id, round),
  constraint review_disagreement_attempt_item_id_fkey FOREIGN KEY (attempt_item_id) REFERENCES attempt_item(id),
  constraint review_disagreement_queue_fkey FOREIGN KEY (organization_id, queue_id) REFERENCES review_queue(organization_id, id),
  constraint review_disagreement_resolved CHECK (((resolved_at IS NULL) = (levels IS NULL)))
);
CREATE INDEX review_disagreement_open_idx ON review_disagreement USING btree (queue_id) WHERE (resolved_at IS NULL);

create table review_note (
  review_id uuid not null,
  comments jsonb not null,
  to_candidate text not null,
  private text not null,
  constraint review_note_pkey PRIMARY KEY (review_id),
  constraint review_note_review_id_fkey FOREIGN KEY (review_id) REFERENCES review(id)
);

create table review_plan (
  assessment_id uuid not null,
  organization_id uuid not null,
  second_marks text not null,
  share double precision not null,
  margin double precision not null,
  days_due integer,
  reviewer_ids uuid[] not null default '{}'::uuid[],
  calibrates boolean not null,
  updated_at timestamp with time zone not null,
  updated_by uuid,
  constraint review_plan_pkey PRIMARY KEY (assessment_id),
  constraint review_plan_assessment_fkey FOREIGN KEY (organization_id, assessment_id) REFERENCES assessment(organization_id, id),
  constraint review_plan_updated_by_fkey FOREIGN KEY (updated_by) REFERENCES account(id),
  constraint review_plan_days_due_check CHECK (((days_due >= 1) AND (days_due <= 90))),
  constraint review_plan_margin_check CHECK (((margin > (0)::double precision) AND (margin <= (1)::double precision))),
  constraint review_plan_second_marks_check CHECK ((second_marks = ANY (ARRAY['none'::text, 'all'::text, 'share'::text, 'nearPass'::text]))),
  constraint review_plan_share_check CHECK (((share > (0)::double precision) AND (share <= (1)::double precision)))
);

create table review_queue (
  id uuid not null default gen_random_uuid(),
  organization_id uuid not null,
  assessment_id uuid not null,
  question_version_id uuid not null,
  rubric_version_id uuid not null,
  round smallint not null default 1,
  created_at timestamp with time zone not null,
  constraint review_queue_pkey PRIMARY KEY (id),
  constraint review_queue_key UNIQUE (assessment_id, question_version_id),
  constraint review_queue_organization_key UNIQUE (organization_id, id),
  constraint review_queue_assessment_fkey FOREIGN KEY (organization_id, assessment_id) REFERENCES assessment(organization_id, id),
  constraint review_queue_question_version_id_fkey FOREIGN KEY (question_version_id) REFERENCES question_version(id),
  constraint review_queue_rubric_version_id_fkey FOREIGN KEY (rubric_version_id) REFERENCES question_version(id),
  constraint review_queue_round_check CHECK ((round > 0))
);

create table review_regrade (
  queue_id uuid not null,
  round smallint not null,
  rubric_version_id uuid not null,
  reason text not null,
  started_at timestamp with time zone not null,
  started_by uuid,
  constraint review_regrade_pkey PRIMARY KEY (queue_id, round),
  constraint review_regrade_queue_id_fkey FOREIGN KEY (queue_id) REFERENCES review_queue(id),
  constraint review_regrade_rubric_version_id_fkey FOREIGN KEY (rubric_version_id) REFERENCES question_version(id),
  constraint review_regrade_started_by_fkey FOREIGN KEY (started_by) REFERENCES account(id)
);
CREATE TRIGGER review_regrade_written_once BEFORE DELETE OR UPDATE ON review_regrade FOR EACH ROW EXECUTE FUNCTION forbid_change();

create table review_resolution (
  id uuid not null,
  disagreement_id uuid not null,
  account_id uuid not null,
  levels jsonb not null,
  reason text not null,
  is_decision boolean not null,
  created_at timestamp with time zone not null,
  constraint review_resolution_pkey PRIMARY KEY (id),
  constraint review_resolution_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint review_resolution_disagreement_id_fkey FOREIGN KEY (disagreement_id) REFERENCES review_disagreement(id)
);
CREATE INDEX review_resolution_disagreement_idx ON review_resolution USING btree (disagreement_id, created_at);
CREATE TRIGGER review_resolution_written_once BEFORE UPDATE ON review_resolution FOR EACH ROW EXECUTE FUNCTION forbid_change();

create table review_task (
  id uuid not null default gen_random_uuid(),
  organization_id uuid not null,
  queue_id uuid not null,
  attempt_item_id uuid not null,
  round smallint not null default 1,
  mark smallint not null,
  account_id uuid,
  is_assigned boolean not null default false,
  leased_until timestamp with time zone,
  created_at timestamp with time zone not null,
  due_at timestamp with time zone,
  reminded_at timestamp with time zone,
  done_at timestamp with time zone,
  cancelled_at timestamp with time zone,
  constraint review_task_pkey PRIMARY KEY (id),
  constraint review_task_mark_key UNIQUE (attempt_item_id, round, mark),
  constraint review_task_reviewer_key UNIQUE (attempt_item_id, round, account_id),
  constraint review_task_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint review_task_attempt_item_id_fkey FOREIGN KEY (attempt_item_id) REFERENCES attempt_item(id),
  constraint review_task_queue_fkey FOREIGN KEY (organization_id, queue_id) REFERENCES review_queue(organization_id, id),
  constraint review_task_holder CHECK (((account_id IS NOT NULL) OR ((leased_until IS NULL) AND (NOT is_assigned) AND (done_at IS NULL)))),
  constraint review_task_mark_check CHECK ((mark = ANY (ARRAY[1, 2])))
);
CREATE INDEX review_task_account_idx ON review_task USING btree (account_id, queue_id, done_at) WHERE (account_id IS NOT NULL);
CREATE INDEX review_task_open_idx ON review_task USING btree (queue_id) WHERE ((done_at IS NULL) AND (cancelled_at IS NULL));

create table score (
  id uuid not null,
  attempt_item_id uuid not null,
  submission_id uuid,
  response_revision integer,
  state text not null,
  raw jsonb not null,
  earned double precision not null,
  possible double precision not null,
  misconceptions text[] not null default '{}'::text[],
  scored_at timestamp with time zone not null,
  pending double precision not null default 0,
  marked_by text not null default 'key'::text,
  constraint score_pkey PRIMARY KEY (id),
  constraint score_attempt_item_id_fkey FOREIGN KEY (attempt_item_id) REFERENCES attempt_item(id),
  constraint score_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES submission(id),
  constraint score_bounds CHECK ((earned <= possible)),
  constraint score_earned_check CHECK ((earned >= (0)::double precision)),
  constraint score_marked_by_check CHECK ((marked_by = ANY (ARRAY['key'::text, 'self'::text, 'reviewer'::text, 'rescore'::text]))),
  constraint score_pending CHECK (((pending >= (0)::double precision) AND ((earned + pending) <= possible))),
  constraint score_possible_check CHECK ((possible > (0)::double precision)),
  constraint score_state_check CHECK ((state = ANY (ARRAY['answered'::text, 'omitted'::text, 'notReached'::text])))
);
CREATE INDEX score_item_idx ON score USING btree (attempt_item_id, scored_at DESC);
CREATE INDEX score_submission_idx ON score USING btree (submission_id, scored_at) WHERE (submission_id IS NOT NULL);
CREATE TRIGGER score_written_once BEFORE UPDATE ON score FOR EACH ROW EXECUTE FUNCTION forbid_change();

create table score_form (
  key text not null,
  items jsonb not null,
  constraint score_form_pkey PRIMARY KEY (key)
);
CREATE TRIGGER score_form_written_once BEFORE UPDATE ON score_form FOR EACH ROW EXECUTE FUNCTION forbid_change();

create table seat_code (
  id uuid not null,
  organization_id uuid not null,
  public_link_id uuid not null,
  email text not null,
  name text not null,
  created_at timestamp with time zone not null,
  tries integer not null default 0,
  used_at timestamp with time zone,
  constraint seat_code_pkey PRIMARY KEY (id),
  constraint seat_code_link_fkey FOREIGN KEY (organization_id, public_link_id) REFERENCES public_link(organization_id, id),
  constraint seat_code_email_check CHECK ((email = lower(email)))
);
CREATE INDEX seat_code_created_idx ON seat_code USING btree (created_at);
CREATE INDEX seat_code_email_idx ON seat_code USING btree (organization_id, email);

create table service_heartbeat (
  only_row boolean not null default true,
  beat_at timestamp with time zone,
  graders_absent_since timestamp with time zone,
  graders_credited_until timestamp with time zone,
  constraint service_heartbeat_pkey PRIMARY KEY (only_row),
  constraint service_heartbeat_only_row_check CHECK (only_row)
);

create table session (
  id uuid not null,
  token_hash bytea not null,
  account_id uuid,
  guest_id uuid,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  organization_id uuid,
  candidate_id uuid,
  invitation_id uuid,
  browser text,
  system text,
  last_seen_at timestamp with time zone,
  is_strong boolean not null default false,
  provider_organization_id uuid,
  constraint session_pkey PRIMARY KEY (id),
  constraint session_token_hash_key UNIQUE (token_hash),
  constraint session_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint session_candidate_fkey FOREIGN KEY (organization_id, candidate_id) REFERENCES candidate(organization_id, id),
  constraint session_guest_id_fkey FOREIGN KEY (guest_id) REFERENCES guest(id),
  constraint session_invitation_fkey FOREIGN KEY (organization_id, invitation_id) REFERENCES invitation(organization_id, id),
  constraint session_provider_organization_id_fkey FOREIGN KEY (provider_organization_id) REFERENCES organization(id),
  constraint session_one_subject CHECK (((num_nonnulls(account_id, guest_id, candidate_id) = 1) AND (num_nonnulls(organization_id, candidate_id, invitation_id) = ANY (ARRAY[0, 3]))))
);
CREATE INDEX session_account_id_idx ON session USING btree (account_id);
CREATE INDEX session_candidate_idx ON session USING btree (candidate_id) WHERE (candidate_id IS NOT NULL);
CREATE INDEX session_invitation_idx ON session USING btree (invitation_id) WHERE (invitation_id IS NOT NULL);

create table similarity_pair (
  id uuid not null,
  run_id uuid not null,
  question_version_id uuid not null,
  language text not null,
  left_item_id uuid not null,
  right_item_id uuid not null,
  similarity double precision not null,
  longest integer not null,
  above double precision not null,
  constraint similarity_pair_pkey PRIMARY KEY (id),
  constraint similarity_pair_left_item_id_fkey FOREIGN KEY (left_item_id) REFERENCES attempt_item(id),
  constraint similarity_pair_question_fkey FOREIGN KEY (run_id, question_version_id, language) REFERENCES similarity_question(run_id, question_version_id, language) ON DELETE CASCADE,
  constraint similarity_pair_right_item_id_fkey FOREIGN KEY (right_item_id) REFERENCES attempt_item(id),
  constraint similarity_pair_two CHECK ((left_item_id <> right_item_id))
);
CREATE INDEX similarity_pair_left_idx ON similarity_pair USING btree (left_item_id);
CREATE INDEX similarity_pair_right_idx ON similarity_pair USING btree (right_item_id);
CREATE INDEX similarity_pair_run_idx ON similarity_pair USING btree (run_id, similarity, id);

create table similarity_question (
  run_id uuid not null,
  question_version_id uuid not null,
  language text not null,
  programs integer not null,
  compared integer not null,
  pairs integer not null,
  median double precision,
  line double precision,
  constraint similarity_question_pkey PRIMARY KEY (run_id, question_version_id, language),
  constraint similarity_question_question_version_id_fkey FOREIGN KEY (question_version_id) REFERENCES question_version(id),
  constraint similarity_question_run_id_fkey FOREIGN KEY (run_id) REFERENCES similarity_run(id) ON DELETE CASCADE,
  constraint similarity_question_typical CHECK (((median IS NULL) = (line IS NULL)))
);

create table similarity_run (
  id uuid not null,
  organization_id uuid not null,
  assessment_id uuid not null,
  started_at timestamp with time zone not null,
  started_by uuid,
  progress double precision not null default 0,
  done_at timestamp with time zone,
  failed_at timestamp with time zone,
  constraint similarity_run_pkey PRIMARY KEY (id),
  constraint similarity_run_assessment_fkey FOREIGN KEY (organization_id, assessment_id) REFERENCES assessment(organization_id, id),
  constraint similarity_run_started_by_fkey FOREIGN KEY (started_by) REFERENCES account(id),
  constraint similarity_run_end CHECK ((num_nonnulls(done_at, failed_at) <= 1)),
  constraint similarity_run_progress_check CHECK (((progress >= (0)::double precision) AND (progress <= (1)::double precision)))
);
CREATE INDEX similarity_run_assessment_idx ON similarity_run USING btree (assessment_id, started_at);
CREATE UNIQUE INDEX similarity_run_open_key ON similarity_run USING btree (assessment_id) WHERE ((done_at IS NULL) AND (failed_at IS NULL));

create table skill (
  id text not null,
  name text not null,
  domain_id text not null,
  domain_name text not null,
  position integer not null,
  constraint skill_pkey PRIMARY KEY (id)
);

create table skill_alias (
  alias text not null,
  skill_id text not null,
  constraint skill_alias_pkey PRIMARY KEY (alias),
  constraint skill_alias_skill_id_fkey FOREIGN KEY (skill_id) REFERENCES skill(id)
);

create table submission (
  id uuid not null,
  client_id uuid not null,
  attempt_item_id uuid not null,
  purpose text not null,
  language text not null,
  source text not null,
  own_input text,
  job_id uuid not null,
  sent_at timestamp with time zone not null,
  constraint submission_pkey PRIMARY KEY (id),
  constraint submission_client_id_key UNIQUE (attempt_item_id, client_id),
  constraint submission_attempt_item_id_fkey FOREIGN KEY (attempt_item_id) REFERENCES attempt_item(id),
  constraint submission_own_input CHECK (((own_input IS NULL) OR (purpose = 'run'::text))),
  constraint submission_purpose_check CHECK ((purpose = ANY (ARRAY['run'::text, 'submit'::text])))
);
CREATE INDEX submission_item_idx ON submission USING btree (attempt_item_id, sent_at DESC);

create table time_request (
  invitation_id uuid not null,
  organization_id uuid not null,
  reason text not null,
  asked_at timestamp with time zone not null,
  answered_at timestamp with time zone,
  answered_by uuid,
  is_granted boolean,
  constraint time_request_pkey PRIMARY KEY (invitation_id),
  constraint time_request_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES account(id),
  constraint time_request_invitation_fkey FOREIGN KEY (organization_id, invitation_id) REFERENCES invitation(organization_id, id),
  constraint time_request_answer CHECK (((answered_at IS NULL) = (is_granted IS NULL)))
);

create table used_ticket (
  id uuid not null,
  expires_at timestamp with time zone not null,
  constraint used_ticket_pkey PRIMARY KEY (id)
);

create table variant (
  id uuid not null,
  question_version_id uuid not null,
  ordinal integer not null,
  shown jsonb not null,
  secret jsonb not null,
  constraint variant_pkey PRIMARY KEY (id),
  constraint variant_ordinal_key UNIQUE (question_version_id, ordinal),
  constraint variant_question_version_id_fkey FOREIGN KEY (question_version_id) REFERENCES question_version(id),
  constraint variant_ordinal_check CHECK ((ordinal >= 0))
);
CREATE TRIGGER variant_written_once BEFORE DELETE OR UPDATE ON variant FOR EACH ROW EXECUTE FUNCTION forbid_change();

create table verdict (
  id uuid not null,
  submission_id uuid not null,
  kind text not null,
  report jsonb not null,
  grader_version text not null,
  graded_at timestamp with time zone not null,
  constraint verdict_pkey PRIMARY KEY (id),
  constraint verdict_submission_key UNIQUE (submission_id),
  constraint verdict_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES submission(id)
);
CREATE TRIGGER verdict_written_once BEFORE UPDATE ON verdict FOR EACH ROW EXECUTE FUNCTION forbid_change();
