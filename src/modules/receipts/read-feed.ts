import type { Database } from '#platform/db/index.ts';
import type { EventStream } from '#platform/http/sse.ts';
import type { Principal } from '#platform/http/staff-routes.ts';
import { type Instant, instant } from '#shared/time.ts';
import type { ReceiptFeedEvent } from './admin-contract.ts';
import { type RowDeps, toReceiptRows } from './read-receipt-row.ts';
import {
  type ListedReceipt,
  type ReceiptKey,
  readReceiptsByKey,
  readReceiptsSince,
} from './sql/read-receipts.ts';

/** What the outbox tells about a receipt. */
export type ReceiptNews = {
  /** `receipt.confirmed`, `receipt.returned` or `receipt.cancelled`. */
  readonly topic: string;
  readonly receiptId: string;
  readonly bucket: number;
};

/** Receipts and what has just happened to them. */
export type FeedItem = {
  readonly listed: ListedReceipt;
  readonly event: ReceiptFeedEvent['event'];
};

/** The hub between the outbox and the screens of one server. */
export type ReceiptFeed = {
  /** Takes a piece of news; costs nothing while nobody listens. */
  readonly announce: (news: ReceiptNews) => void;
  /** @returns what ends the subscription */
  readonly subscribe: (listener: (items: readonly FeedItem[]) => void) => () => void;
};

/** News is gathered so long, then read with one statement. */
const GATHER_MS = 250;
/** A screen cannot show more at once; what came first is in the list anyway. */
const GATHERED_MAX = 200;
const MISSED_MAX = 200;
const MISSED_MS = 3_600_000;
const EVENT_BY_TOPIC: ReadonlyMap<string, ReceiptFeedEvent['event']> = new Map([
  ['receipt.confirmed', 'confirmed'],
  ['receipt.returned', 'returned'],
  ['receipt.cancelled', 'cancelled'],
]);
const PLACE = /^(\d{13})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** @param onError told when the gathered receipts could not be read; the feed goes on */
export function receiptFeed(db: Database, onError: (error: unknown) => void): ReceiptFeed {
  const listeners = new Set<(items: readonly FeedItem[]) => void>();
  let gathered: ReceiptNews[] = [];
  let timer: NodeJS.Timeout | undefined;
  const flush = async () => {
    timer = undefined;
    const news = gathered.slice(-GATHERED_MAX);
    gathered = [];
    const items = await readNews(db, news);
    for (const listener of listeners) listener(items);
  };
  return {
    announce(news) {
      if (listeners.size === 0 || !EVENT_BY_TOPIC.has(news.topic)) return;
      gathered.push(news);
      timer ??= setTimeout(() => void flush().catch(onError), GATHER_MS).unref();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

async function readNews(db: Database, news: readonly ReceiptNews[]): Promise<readonly FeedItem[]> {
  const rows = await readReceiptsByKey(
    db,
    news.map(({ bucket, receiptId }) => ({ bucket, id: receiptId })),
  );
  const rowById = new Map(rows.map((row) => [row.id, row]));
  return news.flatMap(({ topic, receiptId }) => {
    const listed = rowById.get(receiptId);
    const event = EVENT_BY_TOPIC.get(topic);
    return listed === undefined || event === undefined ? [] : [{ listed, event }];
  });
}

/** Connects a stream with the feed, after what it has missed since `lastEventId`. */
export async function followFeed(
  deps: RowDeps & { readonly feed: ReceiptFeed },
  stream: EventStream,
  reader: { readonly principal: Principal; readonly after: ReceiptKey | undefined },
): Promise<void> {
  const { principal, after } = reader;
  const show = async (items: readonly FeedItem[]) => {
    const seen = items.filter(
      ({ listed }) =>
        principal.partnerCode === null || principal.partnerCode === listed.partner_code,
    );
    const listed = seen.map((item) => item.listed);
    const rows = await toReceiptRows(deps, listed, principal);
    for (const [place, row] of rows.entries()) {
      const item = seen[place];
      if (item === undefined) continue;
      // Only confirms move the place to resume from: a return may be of a receipt a month old.
      const id = item.event === 'confirmed' ? placeOf(item.listed) : undefined;
      stream.send({ event: 'receipt', data: { ...row, event: item.event }, id });
    }
  };
  const end = deps.feed.subscribe((items) => void show(items).catch(() => stream.close()));
  stream.onClose(end);
  if (after === undefined) return;
  const missed = await readReceiptsSince(deps.db, after, MISSED_MAX);
  await show(missed.map((listed) => ({ listed, event: 'confirmed' as const })).reverse());
}

/** Where a client is in the feed, from the header `Last-Event-ID`; at most an hour back. */
export function placeIn(lastEventId: unknown, now: Instant): ReceiptKey | undefined {
  const [, ms, id] = typeof lastEventId === 'string' ? (PLACE.exec(lastEventId) ?? []) : [];
  if (ms === undefined || id === undefined) return undefined;
  return { recordedAt: instant(Math.max(Number(ms), now - MISSED_MS)), id };
}

/** The id of an event: where the feed goes on after it. */
export function placeOf(row: { readonly recorded_at: Instant; readonly id: string }): string {
  return `${row.recorded_at}_${row.id}`;
}
