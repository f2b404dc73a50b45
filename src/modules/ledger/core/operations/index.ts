import type { Operation } from '../operation.ts';
import { activate } from './activate.ts';
import { capture } from './capture.ts';
import { credit } from './credit.ts';
import { debit } from './debit.ts';
import { earn } from './earn.ts';
import { exchange } from './exchange.ts';
import { expire } from './expire.ts';
import { extend } from './extend.ts';
import { giveBack } from './give-back.ts';
import { hold } from './hold.ts';
import { lapse } from './lapse.ts';
import { mergeIn } from './merge-in.ts';
import { mergeOut } from './merge-out.ts';
import { purchase } from './purchase.ts';
import { reactivate } from './reactivate.ts';
import { reject } from './reject.ts';
import { release } from './release.ts';
import { repay } from './repay.ts';
import { settle } from './settle.ts';
import { spend } from './spend.ts';
import { suspendExpiry } from './suspend-expiry.ts';
import { takeBack } from './take-back.ts';
import { transferBack } from './transfer-back.ts';
import { transferIn } from './transfer-in.ts';
import { transferOut } from './transfer-out.ts';
import { unmergeIn } from './unmerge-in.ts';
import { unmergeOut } from './unmerge-out.ts';

/** Every operation on points. */
export const OPERATIONS: readonly Operation[] = [
  activate,
  capture,
  credit,
  debit,
  earn,
  exchange,
  expire,
  extend,
  giveBack,
  hold,
  lapse,
  mergeIn,
  mergeOut,
  purchase,
  reactivate,
  reject,
  release,
  repay,
  settle,
  spend,
  suspendExpiry,
  takeBack,
  transferBack,
  transferIn,
  transferOut,
  unmergeIn,
  unmergeOut,
];

const operationByKind = new Map(OPERATIONS.map((operation) => [operation.kind, operation]));

/** The operation of a kind; undefined = there is none. */
export function findOperation(kind: string): Operation | undefined {
  return operationByKind.get(kind);
}
