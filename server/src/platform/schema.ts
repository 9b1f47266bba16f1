/** The tables as Kysely sees them; the migrations are their definition. */
import type { Generated } from 'kysely';

/** Bytes come back as Buffer (pg) or Uint8Array (embedded); both are Uint8Array. */
type Bytes = Uint8Array;
/** Written as a Date, read as a Date. */
type Instant = Date;
/** `2026-11-24`, read as text on both drivers (see database.ts). */
type Day = string;

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
	};
	join_requests: {
		id: string;
		group_id: string;
		account_id: string;
		message: string;
		state: 'waiting' | 'accepted' | 'refused' | 'withdrawn';
		requested_at: Instant;
		decided_at: Instant | null;
		decided_by: string | null;
		reason: string | null;
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
		starts_on: Day;
		/** `18:30:00` */
		time: string;
		duration_minutes: number;
		time_zone: string;
		recurrence: string;
		created_by: string | null;
		created_at: Instant;
	};
	documents: { id: string; epoch: number; wrapped_key: Bytes; created_at: Instant };
	document_snapshots: {
		document_id: string;
		epoch: number;
		up_to_seq: number;
		sealed: Bytes;
		sealed_vector: Bytes | null;
	};
	document_updates: { document_id: string; seq: number; epoch: number; sealed: Bytes };
	document_authors: { document_id: string; client_id: number; account_id: string };
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
	case_recusals: { case_id: string; account_id: string; at: Instant };
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
