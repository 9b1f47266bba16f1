/** The tables as Kysely sees them; the migrations are their definition. */
import type { Generated } from 'kysely';

/** Bytes come back as Buffer (pg) or Uint8Array (embedded); both are Uint8Array. */
type Bytes = Uint8Array;
/** Written as a Date, read as a Date. */
type Instant = Date;
/** `2026-11-24`, read as text on both drivers (see database.ts). */
type Day = string;

type Role = 'presenter' | 'facilitator' | 'timekeeper' | 'scribe' | 'observer';
interface OfSession {
	series_id: string;
	day: Day;
}
interface OfPitch {
	pitch_id: string;
	account_id: string;
}

export interface Database {
	accounts: {
		id: string;
		email: string;
		name: string;
		password_hash: string;
		language: 'fr' | 'en';
		time_zone: string;
		created_at: Instant;
	};
	sign_ins: { id_hash: Bytes; account_id: string; expires_at: Instant };
	organisations: { id: string; name: string; created_at: Instant };
	organisation_members: {
		organisation_id: string;
		account_id: string;
		role: 'practitioner' | 'moderator';
		joined_at: Instant;
	};
	groups: {
		id: string;
		organisation_id: string;
		name: string;
		purpose: string;
		language: 'fr' | 'en';
		time_zone: string;
		capacity: number;
		created_at: Instant;
		second_reader: Generated<boolean>;
		methods: Generated<string[]>;
		fields: Generated<string[]>;
		region: Generated<string | null>;
		rhythm: Generated<'weekly' | 'fortnightly' | 'monthly' | 'other'>;
		admission: Generated<'on-request' | 'on-invitation'>;
		facilitation: Generated<'facilitated' | 'self-facilitated'>;
		/** First and last day; without a last day the pause is open. */
		paused_from: Generated<Day | null>;
		paused_until: Generated<Day | null>;
		ended_at: Generated<Instant | null>;
		ended_by: Generated<string | null>;
		end_reason: Generated<string | null>;
		quorum: Generated<number>;
		without_quorum: Generated<'hold' | 'warn' | 'cancel'>;
		quorum_hours: Generated<number>;
		/** JSON: a list of roles. */
		rotating_roles: Generated<unknown>;
		roles_since: Generated<Instant>;
	};
	group_members: {
		id: string;
		group_id: string;
		account_id: string;
		role: 'facilitator' | 'member';
		colour: number;
		joined_at: Instant;
		ended_at: Instant | null;
		ended_by: string | null;
		end_reason: string | null;
		/** The last day of their own pause. */
		paused_until: Generated<Day | null>;
	};
	join_requests: {
		id: string;
		group_id: string;
		account_id: string;
		message: string;
		state:
			| 'waiting'
			| 'waiting-list'
			| 'offered'
			| 'accepted'
			| 'refused'
			| 'withdrawn'
			| 'declined'
			| 'lapsed'
			| 'closed';
		requested_at: Instant;
		decided_at: Instant | null;
		decided_by: string | null;
		reason: string | null;
		invited: Generated<boolean>;
		list_rank: Generated<number | null>;
		offered_until: Generated<Instant | null>;
	};
	invitations: {
		id: string;
		group_id: string;
		token_hash: Bytes;
		created_by: string;
		created_at: Instant;
		expires_at: Instant;
		outcome: 'accepted' | 'declined' | 'revoked' | null;
		closed_at: Instant | null;
		closed_by: string | null;
	};
	notices: {
		id: string;
		account_id: string;
		kind: string;
		group_id: string | null;
		session_id: string | null;
		subject_id: string | null;
		at: Instant;
		read_at: Instant | null;
		way: Generated<'undecided' | 'at-once' | 'digest' | 'site-only'>;
		mail_id: Generated<string | null>;
		/** Of what the person did themselves. */
		own: Generated<boolean>;
	};
	calendar_feeds: {
		id: string;
		account_id: string;
		/** Null: all groups of the person. */
		member_id: string | null;
		secret_hash: Bytes;
		neutral_titles: boolean;
		made_at: Instant;
		last_read_at: Instant | null;
		content_hash: Bytes | null;
		changed_at: Instant;
	};
	calendar_invitations: {
		account_id: string;
		phase_id: string;
		series_id: string;
		/** JSON, of `Phase`, as it was last told. */
		phase: unknown;
		sequence: number;
		taken_back_by: string | null;
	};
	mails: {
		id: string;
		account_id: string;
		form: 'notice' | 'digest';
		state: 'queued' | 'handed' | 'sent' | 'written' | 'failed' | 'unknown' | 'dropped';
		attempts: Generated<number>;
		created_at: Instant;
		due_at: Instant;
		handed_at: Instant | null;
		ended_at: Instant | null;
		/** JSON: subject and text. */
		written: unknown;
	};
	notification_choices: {
		account_id: string;
		/** JSON, of `NotificationChoices`. */
		choices: unknown;
		link_secret: Bytes;
		digest_due_at: Instant | null;
	};
	reminders: { account_id: string; session_id: string; starts_at: Instant; ahead: string };
	job_marks: { job: string; up_to: Instant };
	series: {
		id: string;
		group_id: string;
		created_by: string | null;
		created_at: Instant;
		/** How often anything of it was changed. */
		revision: Generated<number>;
	};
	series_phases: {
		id: string;
		series_id: string;
		starts_on: Day;
		last_on: Day | null;
		recurrence: string | null;
		/** `18:30:00` */
		time: string;
		duration_minutes: number;
		time_zone: string;
		place: string | null;
		link: string | null;
		revision: number;
	};
	session_changes: {
		series_id: string;
		day: Day;
		state: 'planned' | 'cancelled';
		/** The three of a session that was moved, or none of them. */
		moved_date: Day | null;
		moved_time: string | null;
		moved_minutes: number | null;
		moved_place: string | null;
		moved_link: string | null;
		reason: string | null;
		/** What cancelled it, where nobody did. */
		cause: Generated<'quorum' | null>;
		revision: number;
		changed_by: string | null;
		changed_at: Instant;
	};
	polls: {
		id: string;
		group_id: string;
		title: string;
		purpose: 'session' | 'weekly';
		duration_minutes: number;
		time_zone: string;
		shows_at_once: boolean;
		deadline: Instant;
		opened_by: string | null;
		opened_at: Instant;
		asked_at: Instant;
		reminded_at: Instant | null;
		closed_at: Instant | null;
		closed_by: string | null;
		session_id: string | null;
	};
	/** `time` is `18:30:00`. */
	poll_slots: { id: string; poll_id: string; day: Day; time: string; is_chosen: Generated<boolean> };
	poll_votes: { slot_id: string; account_id: string; vote: 'yes' | 'if-need-be' | 'no'; at: Instant };
	documents: { id: string; epoch: number; wrapped_key: Bytes; created_at: Instant };
	document_snapshots: {
		document_id: string;
		epoch: number;
		up_to_seq: number;
		sealed: Bytes;
		sealed_vector: Bytes | null;
	};
	document_updates: { document_id: string; seq: number; epoch: number; sealed: Bytes };
	/** Without an account: what the whole group wrote. */
	document_authors: { document_id: string; client_id: number; account_id: string | null };
	document_versions: {
		id: string;
		document_id: string;
		epoch: number;
		sealed_name: Bytes;
		sealed: Bytes;
		kept_by: string | null;
		kept_at: Instant;
	};
	cases: {
		id: string;
		group_id: string;
		series_id: string;
		occurrence_date: Day;
		template: 'situation' | 'critical-incident';
		sealed_title: Bytes;
		opened_by: string | null;
		opened_at: Instant;
		state: Generated<'open' | 'in-second-reading'>;
		second_reader_id: Generated<string | null>;
	};
	case_reviews: {
		id: string;
		case_id: string;
		occasion: 'sharing' | 'second-reading' | 'title';
		reviewed_by: string | null;
		reviewed_at: Instant;
		language: 'fr' | 'en';
		reread: boolean;
		/** JSON, of `Review`. */
		replaced: unknown;
		kept: unknown;
	};
	case_recusals: { case_id: string; account_id: string; at: Instant; excluded_by: Generated<string | null> };
	charter_versions: {
		id: string;
		group_id: string;
		number: number;
		/** JSON, of `CharterSection[]`. */
		sections: unknown;
		change: string | null;
		digest: string;
		published_by: string | null;
		published_at: Instant;
		in_force_from: Instant;
	};
	charter_signatures: { version_id: string; member_id: string; signed_at: Instant; digest: string };
	conflict_statements: { group_id: string; account_id: string; sealed: Bytes; changed_at: Instant };
	conflict_questions: {
		id: string;
		group_id: string;
		first_id: string;
		second_id: string;
		asked_by: string | null;
		asked_at: Instant;
	};
	conflict_answers: { question_id: string; account_id: string; sealed: Bytes; answered_at: Instant };
	session_answers: OfSession & {
		id: string;
		account_id: string;
		answer: 'yes' | 'no' | 'maybe';
		sealed_words: Bytes | null;
		wrapped_key: Bytes | null;
		answered_at: Instant;
	};
	session_quorums: OfSession & {
		needed: number;
		coming: number;
		outcome: 'reached' | 'held' | 'warned' | 'cancelled';
		at: Instant;
	};
	session_roles: OfSession & {
		role: Role;
		account_id: string | null;
		source: 'proposed' | 'taken' | 'swapped' | 'given';
		reason: string | null;
		at: Instant;
	};
	session_role_passes: OfSession & { role: Role; account_id: string };
	session_roles_fixed: OfSession & { at: Instant };
	role_offers: OfSession & {
		id: string;
		role: Role;
		from_id: string;
		to_id: string;
		other_series_id: string | null;
		other_day: Day | null;
		state: 'open' | 'accepted' | 'refused' | 'withdrawn';
		at: Instant;
	};
	pitches: {
		id: string;
		group_id: string;
		account_id: string;
		sealed: Bytes | null;
		wrapped_key: Bytes | null;
		urgency: 'calm' | 'soon' | 'urgent';
		state: 'waiting' | 'chosen' | 'done';
		brought_at: Instant;
		/** JSON: a `Review`. */
		review: unknown;
		chosen_series_id: string | null;
		chosen_day: Day | null;
	};
	pitch_echoes: OfPitch;
	pitch_votes: OfPitch;
	pitch_recusals: OfPitch & { at: Instant };
	follow_ups: OfSession & {
		subject_id: string;
		state: 'done' | 'later';
		said_by: string | null;
		at: Instant;
	};
	rooms: OfSession & {
		id: string;
		group_id: string;
		version: number;
		phase: 'lobby' | 'stages' | 'closing' | 'ended';
		mode: 'live' | 'over-days';
		case_id: string | null;
		deadline_at: Instant | null;
		opened_at: Instant;
		ended_at: Instant | null;
		wrapped_key: Bytes;
		sealed_state: Bytes;
	};
	room_passages: {
		id: Generated<number>;
		room_id: string;
		version: number;
		at: Instant;
		account_id: string | null;
		what: string;
		stage: string | null;
	};
	room_visits: {
		id: string;
		room_id: string;
		account_id: string;
		arrived_at: Instant;
		seen_at: Instant;
		left_at: Instant | null;
	};
	room_gatherings: {
		id: string;
		room_id: string;
		stage: string;
		section: string;
		case_id: string | null;
		is_revealed: Generated<boolean>;
		claimed_at: Instant | null;
		sealed: Bytes;
		wrapped_key: Bytes;
		yjs_client: number;
	};
	danger_guides: {
		organisation_id: string;
		/** JSON: a `DangerGuide`. */
		content: unknown;
		revision: number;
		checked_on: Day | null;
		changed_by: string | null;
		changed_at: Instant;
	};
	group_methods: { id: string; group_id: string; based_on: string; retired_at: Instant | null };
	group_method_versions: {
		id: string;
		method_id: string;
		number: number;
		/** JSON: a `Method`. */
		definition: unknown;
		changed_by: string | null;
		changed_at: Instant;
	};
	minutes: OfSession & {
		id: string;
		group_id: string;
		case_id: string | null;
		started_at: Instant;
		sealed_facts: Bytes;
		made_at: Instant;
		adopted_at: Instant | null;
		adopted_by: string | null;
	};
	settled_rooms: { room_id: string; at: Instant };
	minutes_approvals: { minutes_id: string; account_id: string; at: Instant };
	minutes_held_back: { minutes_id: string; account_id: string; sealed: Bytes };
	attended_sessions: OfSession & {
		id: string;
		account_id: string;
		from_at: Instant;
		until_at: Instant;
		minutes: number;
		sealed: Bytes;
	};
	session_notes: OfSession & {
		id: string;
		account_id: string;
		sealed: Bytes;
		updated_at: Instant;
	};
	person_keys: { account_id: string; wrapped_key: Bytes };
	journal_entries: {
		id: string;
		account_id: string;
		sealed: Bytes;
		series_id: string | null;
		occurrence_date: Day | null;
		session_starts_at: Instant | null;
		created_at: Instant;
		updated_at: Instant;
	};
}
