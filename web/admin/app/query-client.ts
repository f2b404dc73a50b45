import { QueryClient } from '@tanstack/react-query';
import { ApiError } from '../../kit/api-client.ts';

const RETRIES = 2;

/** Only silence and a server in trouble are worth asking again; a refusal stays a refusal. */
function isWorthRetrying(failures: number, error: Error): boolean {
  if (failures >= RETRIES) return false;
  return !(error instanceof ApiError) || error.status === 0 || error.status >= 500;
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: isWorthRetrying, staleTime: 15_000, refetchOnWindowFocus: false },
    mutations: { retry: false },
  },
});
