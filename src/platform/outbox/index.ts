export { type DeliveredEvent, type Subscriber, startRelay } from './relay.ts';
export { type OutboxEvent, outboxRows } from './write.ts';
