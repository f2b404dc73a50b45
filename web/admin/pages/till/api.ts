import type { TillAction, TillAnswer, TillRequest } from '#modules/receipts/admin-contract.ts';
import { ApiError, api, type Problem } from '../../../kit/api-client.ts';

/** What went to the POS API and what came back, for the tab with the raw exchange. */
export type Exchange = {
  readonly action: TillAction;
  readonly request: TillRequest;
  readonly answer: TillAnswer;
};

let lastExchange: Exchange | null = null;
const listeners = new Set<() => void>();

/** For `useSyncExternalStore`: the last exchange with the POS API. */
export const exchanges = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  current: () => lastExchange,
};

/**
 * Plays a POS request as the chosen terminal and gives the body of its answer.
 * @throws ApiError when the POS API refuses (its own words) or cannot be reached
 */
export async function playTill<Body extends object>(
  action: TillAction,
  request: TillRequest,
): Promise<Body> {
  type Played = Omit<TillAnswer, 'body'> & { readonly body: Body | { readonly error: Problem } };
  const answer = await api<Played>('POST', `/till/${action}`, { body: request });
  lastExchange = { action, request, answer };
  for (const listener of listeners) listener();
  if ('error' in answer.body) throw new ApiError(answer.status, answer.body.error);
  return answer.body;
}
