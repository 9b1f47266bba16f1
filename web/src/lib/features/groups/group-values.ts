import type { NewGroup } from '@entrepairs/contract/groups';

/** What the form of a group holds; a field of a number that was emptied holds null. */
export type GroupValues = Required<Omit<NewGroup, 'organisationId' | 'capacity'>> & {
	capacity: number | null;
};
