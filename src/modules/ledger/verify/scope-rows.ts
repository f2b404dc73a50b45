import type { Session } from '#platform/db/index.ts';
import {
  type AccountText,
  type HoldText,
  type LotText,
  lotFromLine,
  type MemberScope,
  readAccountTexts,
  readHoldTexts,
  readLotLines,
} from '../sql/verify-rows.ts';
import type { AccountRows } from './account-rows-check.ts';

/** Whose an account is, as rows say it. */
export type AccountKey = { readonly memberId: string; readonly currencyCode: string };

/** Accounts, lots and open holds of some members, to be taken account by account. */
export type ScopeRows = {
  /** How many accounts were read. */
  readonly accounts: number;
  /** What belongs to an account, once. */
  take(key: AccountKey): AccountRows;
  /** Accounts that were not taken. */
  rest(): readonly AccountKey[];
};

type Gathered = AccountKey & { account?: AccountText; lots: LotText[]; holds: HoldText[] };
type Owned = { readonly member_id: string; readonly currency_code: string };

/** Reads what stands beside the entries of some members. */
export async function readScopeRows(session: Session, scope: MemberScope): Promise<ScopeRows> {
  const [accounts, lots, holds] = await session.pipeline([
    readAccountTexts(scope),
    readLotLines(scope),
    readHoldTexts(scope),
  ] as const);
  const gathered = new Map<string, Gathered>();
  const of = ({ member_id: memberId, currency_code: currencyCode }: Owned): Gathered => {
    const key = keyOf({ memberId, currencyCode });
    const own = gathered.get(key) ?? { memberId, currencyCode, lots: [], holds: [] };
    gathered.set(key, own);
    return own;
  };
  for (const account of accounts) of(account).account = account;
  for (const { line } of lots) {
    const lot = lotFromLine(line);
    of(lot).lots.push(lot);
  }
  for (const hold of holds) of(hold).holds.push(hold);
  return {
    accounts: accounts.length,
    take(key) {
      const own = gathered.get(keyOf(key));
      gathered.delete(keyOf(key));
      return { account: own?.account, lots: own?.lots ?? [], holds: own?.holds ?? [] };
    },
    rest: () => [...gathered.values()],
  };
}

function keyOf({ memberId, currencyCode }: AccountKey): string {
  return `${memberId} ${currencyCode}`;
}
