import { type InfiniteData, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type {
  ReceiptFeedEvent,
  ReceiptList,
  ReceiptRow,
} from '#modules/receipts/admin-contract.ts';
import { apiUrl } from '../../../kit/api-client.ts';
import { type ReceiptFilter, receiptsQuery } from './api.ts';

export type FeedState = 'connecting' | 'live' | 'broken' | 'paused';

const FLUSH_MS = 300;
/** A first page longer than this is read anew instead of growing: the older rows stay reachable. */
const FIRST_PAGE_MAX = 300;

type Feed = { readonly state: FeedState; readonly fresh: ReadonlySet<string> };

/**
 * Keeps the list of receipts up to date from the server's event stream. The browser itself reconnects
 * and resumes from the last event; rows are let in several times a second, not one by one.
 */
export function useFeed(filter: ReceiptFilter, isOn: boolean): Feed {
  const [state, setState] = useState<FeedState>('connecting');
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const queryClient = useQueryClient();
  const current = useRef(filter);
  useEffect(() => {
    current.current = filter;
  }, [filter]);

  useEffect(() => {
    if (!isOn) {
      setState('paused');
      return undefined;
    }
    setState('connecting');
    const waiting = new Map<string, ReceiptRow>();
    const source = new EventSource(apiUrl('/receipts/feed'));
    source.onopen = () => setState('live');
    source.onerror = () => setState('broken');
    source.addEventListener('receipt', (message: MessageEvent<string>) => {
      const row: ReceiptFeedEvent = JSON.parse(message.data);
      if (passes(row, current.current)) waiting.set(row.receiptId, row);
    });
    const flush = () => {
      if (waiting.size === 0) return;
      const rows = [...waiting.values()];
      waiting.clear();
      const { queryKey } = receiptsQuery(current.current);
      const list = queryClient.setQueryData(queryKey, (old) => withRows(old, rows));
      setFresh(new Set(rows.map((row) => row.receiptId)));
      if ((list?.pages[0]?.receipts.length ?? 0) > FIRST_PAGE_MAX) {
        void queryClient.resetQueries({ queryKey });
      }
    };
    const timer = setInterval(flush, FLUSH_MS);
    return () => {
      clearInterval(timer);
      source.close();
    };
  }, [isOn, queryClient]);

  return { state, fresh };
}

function passes(row: ReceiptRow, filter: ReceiptFilter): boolean {
  if (filter.storeCode !== undefined && row.storeCode !== filter.storeCode) return false;
  if (filter.memberId !== undefined && row.member?.memberId !== filter.memberId) return false;
  if (filter.from !== undefined && Date.parse(row.recordedAt) < Date.parse(filter.from))
    return false;
  return filter.kind === undefined || row.kind === filter.kind;
}

type Pages = InfiniteData<ReceiptList>;

function withRows(old: Pages | undefined, rows: readonly ReceiptRow[]): Pages | undefined {
  const first = old?.pages[0];
  if (old === undefined || first === undefined) return old;
  const byId = new Map(rows.map((row) => [row.receiptId, row]));
  const update = (row: ReceiptRow): ReceiptRow => {
    const newer = byId.get(row.receiptId);
    byId.delete(row.receiptId);
    return newer ?? row;
  };
  const pages = old.pages.map((page) => ({ ...page, receipts: page.receipts.map(update) }));
  const unseen = [...byId.values()].sort((a, b) => (a.recordedAt < b.recordedAt ? 1 : -1));
  return {
    ...old,
    pages: pages.map((page, index) =>
      index === 0 ? { ...page, receipts: [...unseen, ...page.receipts] } : page,
    ),
  };
}
