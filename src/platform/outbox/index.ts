export { type DeliveredEvent, type Subscriber, startRelay } from './relay.ts';
export { type OutboxEvent, outboxRows, outboxRowsOnce } from './write.ts';
