/**
 * What happened, told to whoever must act at once inside this process (open connections above
 * all). Listeners run after the change is committed; one that throws does not stop the others.
 */
import { EventEmitter } from 'node:events';

export interface Events {
	/** Someone's rights changed: a person in a group, or everyone in it when `accountId` is absent. */
	'access-changed': { readonly groupId: string; readonly accountId?: string };
	/** The room of a session is in another stage: who may write where in its case is judged again. */
	'stage-changed': { readonly groupId: string; readonly caseId: string };
	/** Signed out here (`signInHash`, hex) or everywhere (null). */
	'signed-out': { readonly accountId: string; readonly signInHash: string | null };
}

export interface EventBus {
	emit<K extends keyof Events>(name: K, event: Events[K]): void;
	/** Returns the function that stops listening. */
	on<K extends keyof Events>(name: K, listener: (event: Events[K]) => void): () => void;
}

export function createEventBus(onListenerError: (error: unknown) => void): EventBus {
	const emitter = new EventEmitter().setMaxListeners(0);
	return {
		emit(name, event) {
			emitter.emit(name, event);
		},
		on(name, listener) {
			const guarded = (event: Events[typeof name]) => {
				try {
					listener(event);
				} catch (error) {
					onListenerError(error);
				}
			};
			emitter.on(name, guarded);
			return () => emitter.off(name, guarded);
		},
	};
}
