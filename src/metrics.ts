/** What is counted of the running service, for Prometheus. Labels are channel names and outcomes, never people or organisations. */
import { createRequire } from 'node:module'
import type * as Prometheus from 'prom-client'

// By its parts: the whole of it loads a library for tracing, which a start would wait for.
const part = createRequire(import.meta.url)
const Counter = part('prom-client/lib/counter.js') as typeof Prometheus.Counter
const Gauge = part('prom-client/lib/gauge.js') as typeof Prometheus.Gauge
const Histogram = part('prom-client/lib/histogram.js') as typeof Prometheus.Histogram
const Registry = part('prom-client/lib/registry.js') as typeof Prometheus.Registry

export type Metrics = ReturnType<typeof createMetrics>

export function createMetrics() {
  const registry = new Registry()
  const registers = [registry]
  return {
    registry,
    rounds: new Counter({
      name: 'pols_rounds_total',
      help: 'Rounds by what happened to them: opened, closed, digested, cancelled.',
      labelNames: ['event'],
      registers,
    }),
    prompts: new Counter({
      name: 'pols_prompts_total',
      help: 'Messages to people and places by channel and outcome: sent, gone, later, rejected.',
      labelNames: ['channel', 'outcome'],
      registers,
    }),
    replies: new Counter({
      name: 'pols_replies_total',
      help: 'Events taken in, by channel.',
      labelNames: ['channel'],
      registers,
    }),
    replySeconds: new Histogram({
      name: 'pols_reply_seconds',
      help: 'From taking in a reply to the next card being sent.',
      labelNames: ['channel'],
      buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    }),
    outbox: new Gauge({
      name: 'pols_outbox_depth',
      help: 'Messages that wait to be sent, counted up to 10,000 a channel.',
      labelNames: ['channel'],
      registers,
    }),
    rateLimited: new Counter({
      name: 'pols_rate_limited_total',
      help: 'Times a platform asked to slow down.',
      labelNames: ['channel'],
      registers,
    }),
    help: new Counter({
      name: 'pols_help_cards_total',
      help: 'Help cards shown, by channel.',
      labelNames: ['channel'],
      registers,
    }),
    faults: new Counter({
      name: 'pols_faults_total',
      help: 'Errors that were caught and logged, by place.',
      labelNames: ['at'],
      registers,
    }),
  }
}
