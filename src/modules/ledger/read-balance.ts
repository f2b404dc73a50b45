import type { BalanceAnswer, BalanceRequest } from '#modules/members/contract.ts';
import { memberWireId } from '#modules/members/core/index.ts';
import { type MemberFinder, memberFacts, readFirstName } from '#modules/members/index.ts';
import type { Clock } from '#platform/clock.ts';
import type { Database } from '#platform/db/index.ts';
import type { Secrets } from '#platform/secrets.ts';
import { present } from '#shared/assert.ts';
import { bucketOf } from '#shared/ids.ts';
import { spendablePoints } from './core/index.ts';
import { accountFromRow, lotFromRow } from './open-books.ts';
import { readAccounts } from './sql/read-accounts.ts';
import { readLots } from './sql/read-lots.ts';

export type BalanceDeps = {
  readonly db: Database;
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly members: MemberFinder;
};

/**
 * What a member has in every currency now.
 * @throws Refusal unknown-card, unknown-phone, card-check-digit, phone-invalid, identification-ambiguous
 */
export async function readBalance(
  deps: BalanceDeps,
  request: BalanceRequest,
): Promise<BalanceAnswer> {
  const memberId = await deps.members.find(request, '');
  const [members, accounts, lotRows] = await deps.db.pipeline([
    memberFacts([bucketOf(memberId)], [memberId]),
    readAccounts(memberId),
    readLots([bucketOf(memberId)], [memberId]),
  ] as const);
  const lots = lotRows.map(lotFromRow);
  const now = deps.clock.now();
  return {
    memberId: memberWireId(memberId),
    firstName: await readFirstName(deps, memberId),
    tierCode: present(members[0], `member ${memberId}`).tier_code,
    balances: accounts.map(accountFromRow).map((account) => ({
      currencyCode: account.currencyCode,
      spendablePoints: spendablePoints(lots, account, now),
      balancePoints: account.balance - account.debt,
      seq: account.seq,
    })),
  };
}
