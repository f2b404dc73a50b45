import { BalanceAnswerShape, BalanceRequestShape } from '#modules/members/contract.ts';
import { type PosRoute, posRoute } from '#platform/http/pos-routes.ts';
import { type BalanceDeps, readBalance } from './read-balance.ts';

/** Till routes of the ledger module. */
export function ledgerPosRoutes<Terminal>(deps: BalanceDeps): PosRoute<Terminal>[] {
  return [
    posRoute<Terminal, typeof BalanceRequestShape>({
      path: '/pos/v1/members/balance',
      summary: 'What a member has, by card or phone',
      limit: 'lookup',
      isOperation: false,
      request: BalanceRequestShape,
      answer: BalanceAnswerShape,
      story: async ({ request }) => ({ answer: await readBalance(deps, request), isReplay: false }),
    }),
  ];
}
