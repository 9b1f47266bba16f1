import type { IncomingMessage } from 'node:http';
import type { Me } from '@entrepairs/contract/accounts';
import type { Language } from '@entrepairs/contract/values';

declare global {
	interface Document {
		/** A form that was sent before the page could take it (app.html). */
		waitingForm?: HTMLFormElement;
		/** What was chosen before, by field. */
		waitingChoices?: Map<HTMLInputElement, { readonly value: string; readonly checked: boolean }>;
		/** A button that was pressed before. */
		waitingButton?: HTMLButtonElement;
	}
	namespace App {
		interface Locals {
			me: Me | null;
			language: Language;
		}
		interface PageData {
			me: Me | null;
			language: Language;
		}
		interface Platform {
			/**
			 * The request as Fastify got it, with a way into the API that does not leave the process, and the
			 * addresses of a media server, where there is one.
			 */
			req: IncomingMessage & {
				api?: (request: Request) => Promise<Response>;
				connectTo?: readonly string[];
			};
		}
	}
}
