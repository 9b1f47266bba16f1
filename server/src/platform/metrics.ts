/**
 * Numbers for whoever watches the server, in the format of Prometheus. Never a name, a title or an
 * id in a label. Answered to those who reach the process itself, not to those behind the proxy.
 */
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Registry } from 'prom-client';

export type Metrics = Registry;

export function createMetrics(): Metrics {
	const registry = new Registry();
	collectDefaultMetrics({ register: registry });
	return registry;
}

export function metricsRoute(app: FastifyInstance, metrics: Metrics): void {
	app.get('/metrics', { schema: { hide: true }, logLevel: 'warn' }, async (request, reply) => {
		if (request.headers['x-forwarded-for'] !== undefined) return reply.callNotFound();
		return reply.type(metrics.contentType).send(await metrics.metrics());
	});
}
