import { queryOptions, useQuery } from '@tanstack/react-query';
import type { SessionAnswer } from '#modules/access/admin-contract.ts';
import { ApiError, api, rememberCsrf } from './api-client.ts';

/** The rights that screens ask about. */
export type ScreenRight =
  | 'currencies.read'
  | 'directory.read'
  | 'members.read'
  | 'points.adjust.approve'
  | 'points.adjust.propose'
  | 'points.adjust.read'
  | 'promotions.read'
  | 'promotions.switch'
  | 'receipts.read'
  | 'till.emulate';

/** Who sits at the screen; null when nobody has logged in. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: readSession,
  staleTime: 5 * 60_000,
  retry: false,
});

/** Keeps the token of a session that has just been opened or read. */
export function acceptSession(session: SessionAnswer): SessionAnswer {
  rememberCsrf(session.csrf);
  return session;
}

/** What the person at the screen may do; what may not be done is not offered. */
export function useRights(): (right: ScreenRight) => boolean {
  const { data: session } = useQuery(sessionQuery);
  return (right) => session?.rights.includes(right) ?? false;
}

async function readSession(): Promise<SessionAnswer | null> {
  try {
    return acceptSession(await api<SessionAnswer>('GET', '/session'));
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return null;
    throw error;
  }
}
