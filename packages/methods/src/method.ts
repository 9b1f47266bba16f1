/**
 * What a method is: data that the room runs. A method says who does what in each stage; the rules that
 * make a session of it are in packages/domain/src/room.
 *
 * `Words` are ours, in both languages; `sources` name what they were written after.
 */
import { type Static, type TSchema, Type } from 'typebox';

function oneOf<const T extends readonly string[]>(values: T) {
	return Type.Unsafe<T[number]>(Type.Union(values.map((value) => Type.Literal(value))));
}

function nullable<T extends TSchema>(schema: T) {
	return Type.Union([schema, Type.Null()]);
}

const strict = { additionalProperties: false } as const;

/** What somebody can be in a session. `peer` is everybody else who takes part, without being asked. */
export const roomRoles = [
	'presenter',
	'facilitator',
	'co-facilitator',
	'interviewer',
	'reflector',
	'timekeeper',
	'scribe',
	'observer',
] as const;
export type RoomRole = (typeof roomRoles)[number];
export const RoomRole = oneOf(roomRoles);

export const parties = [...roomRoles, 'peer'] as const;
export type Party = (typeof parties)[number];
const Party = oneOf(parties);
const Parties = Type.Array(Party, { maxItems: parties.length, uniqueItems: true });

function words(maxLength: number) {
	const Text = Type.String({ minLength: 1, maxLength, pattern: '\\S' });
	return Type.Object({ fr: Text, en: Text }, strict);
}

/** The name of a stage inside its method: letters, digits and hyphens; it never changes. */
export const StageId = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,39}$' });

/** The sections of a case that a stage can write in (case-templates.ts). A template may have fewer. */
export const sectionKeys = [
	'context',
	'facts',
	'request',
	'feelings',
	'hypotheses',
	'options',
	'learning',
] as const;
export type SectionKey = (typeof sectionKeys)[number];
const SectionKey = oneOf(sectionKeys);

const Guidance = Type.Object(
	{
		party: Party,
		/** What they do in this stage. */
		does: words(300),
		/** What they leave. */
		avoids: nullable(words(300)),
		/** Sentences and questions that help; whoever holds the frame says them aloud. */
		prompts: Type.Array(words(200), { maxItems: 6 }),
		/** A sign that it is time to go on. */
		ready: Type.Optional(words(300)),
		/** What goes wrong most often here, and how to come back. */
		slip: Type.Optional(words(300)),
	},
	strict,
);
export type Guidance = Static<typeof Guidance>;

const stageFields = {
	id: StageId,
	name: words(80),
	/** One sentence: what this stage is for. */
	purpose: words(300),
	/** When the session lasts as long as the method says; scaled with it otherwise. */
	minutes: Type.Number({ minimum: 0.5, maximum: 180 }),
	/** A time that means something by itself (one minute of silence) is not scaled. */
	isFixed: Type.Boolean(),
	/** How long it stays open over days. */
	days: Type.Integer({ minimum: 1, maximum: 14 }),
	/** Who may speak. */
	speaks: Parties,
	/** How the word goes round: as it comes, one after the other around the table, or with a talking piece. */
	turns: oneOf(['free', 'round', 'piece'] as const),
	/** Whether the presenter takes part, listens without answering, or turns away. */
	presenter: oneOf(['in', 'listens', 'withdrawn'] as const),
	/** Who may write where; nobody else writes anywhere. */
	writes: Type.Array(Type.Object({ section: SectionKey, by: Parties }, strict), { maxItems: 7 }),
	/** What is said here is gathered first and shown together, from nobody in particular: into this section. */
	gathers: nullable(SectionKey),
	guidance: Type.Array(Guidance, { maxItems: parties.length }),
};

/** A stage of a sub-method: as any other, without a choice of its own. */
const InnerStage = Type.Object(stageFields, strict);

export const SubMethod = Type.Object(
	{
		id: StageId,
		name: words(80),
		purpose: words(300),
		/** They follow the stage in which it was chosen. */
		stages: Type.Array(InnerStage, { minItems: 1, maxItems: 6 }),
	},
	strict,
);
export type SubMethod = Static<typeof SubMethod>;

export const Stage = Type.Object(
	{
		...stageFields,
		/** Ways to go on, one of which is chosen in this stage; null: there is one way. */
		choice: nullable(Type.Array(SubMethod, { minItems: 2, maxItems: 8 })),
	},
	strict,
);
export type Stage = Static<typeof Stage>;

export const Method = Type.Object(
	{
		name: words(80),
		purpose: words(400),
		people: Type.Object(
			{
				least: Type.Integer({ minimum: 2, maximum: 20 }),
				most: Type.Integer({ minimum: 2, maximum: 20 }),
			},
			strict,
		),
		/** The whole, in minutes, for one presenter. */
		minutes: Type.Integer({ minimum: 5, maximum: 240 }),
		/** Some methods live from the clock, some can do without, and GEASE refuses one. */
		clock: oneOf(['kept', 'optional', 'refused'] as const),
		/** Whether peers may advise. */
		advice: oneOf(['welcome', 'when-asked', 'none'] as const),
		/** Who may hold the frame: a peer, or somebody trained from outside. */
		frame: oneOf(['peer', 'trained', 'either'] as const),
		/** Whether whoever holds the frame is also one of the peers. */
		facilitatorIsPeer: Type.Boolean(),
		/** The roles it asks for beside presenter and facilitator, and for how many people. */
		roles: Type.Array(
			Type.Object(
				{
					role: RoomRole,
					least: Type.Integer({ minimum: 0, maximum: 12 }),
					most: Type.Integer({ minimum: 1, maximum: 12 }),
					does: words(300),
				},
				strict,
			),
			{ maxItems: roomRoles.length },
		),
		/** `everyone`: the stages run once for each person, who is the presenter then. */
		rounds: oneOf(['one', 'everyone'] as const),
		/** Whether it can be held over days, in writing. */
		overDays: Type.Boolean(),
		stages: Type.Array(Stage, { minItems: 1, maxItems: 16 }),
		/** What it was written after. */
		sources: Type.Array(Type.String({ minLength: 1, maxLength: 300 }), { maxItems: 12 }),
	},
	strict,
);
export type Method = Static<typeof Method>;
