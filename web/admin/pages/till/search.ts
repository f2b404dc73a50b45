import { compact, textParam } from '../../../kit/search-params.ts';

/** Where the till stands and who is at it, so that a link can open it ready. */
export type TillSearch = {
  store?: string | undefined;
  terminal?: string | undefined;
  member?: string | undefined;
};

export function readTillSearch(search: Record<string, unknown>): TillSearch {
  return compact({
    store: textParam(search.store),
    terminal: textParam(search.terminal),
    member: textParam(search.member),
  });
}
