import { memberWireId } from '#modules/members/core/index.ts';
import { memberId } from '#shared/ids.ts';
import { formatInstant } from '#shared/time.ts';
import { reasonTitle } from './adjustments/rules.ts';
import type { Currency as CurrencyLine, Entry, Lot as LotLine } from './admin-contract.ts';
import { type EntryKind, type Lot, type LotClock, lotState } from './core/index.ts';
import type { Currencies, Currency } from './currencies.ts';
import type { EntryRow } from './sql/read-member-entries.ts';

/** A currency as far as figures of it are shown; one that is gone is called by its code. */
export function currencyLine(
  currencies: Pick<Currencies, 'find'>,
  currencyCode: string,
): CurrencyLine {
  const currency = currencies.find(currencyCode);
  if (currency !== undefined) return knownCurrencyLine(currency);
  return {
    code: currencyCode,
    title: { ru: currencyCode, en: currencyCode },
    plural: { ru: [], en: [] },
    divisibility: 0,
    partnerCode: null,
    purpose: 'spendable',
  };
}

export function knownCurrencyLine(currency: Currency): CurrencyLine {
  const { code, title, plural, divisibility, partnerCode, purpose } = currency;
  const forms = { ru: [...plural.ru], en: [...plural.en] };
  return { code, title, plural: forms, divisibility, partnerCode, purpose };
}

/** A lot for screens. */
export function lotLine(
  lot: Lot,
  at: { readonly clock: LotClock; readonly bucket: number; readonly burnt: number },
): LotLine {
  return {
    lotId: lot.id,
    currencyCode: lot.currencyCode,
    state: lotState(lot, at.clock, at.burnt),
    amountPoints: lot.amount,
    remainingPoints: lot.remaining,
    heldPoints: lot.held,
    burntPoints: at.burnt,
    earnedAt: formatInstant(lot.earnedAt),
    activeFrom: formatInstant(lot.activeFrom),
    awaits: lot.awaits,
    expiresAt: lot.expiresAt === null ? null : formatInstant(lot.expiresAt),
    isSliding: lot.lifetime !== null,
    receiptId: lot.receiptId,
    bucket: at.bucket,
    promotionCode: lot.promotionCode,
    partnerCode: lot.partnerCode,
    funderCode: lot.funderCode,
  };
}

/** An entry for screens. */
export function entryLine(row: EntryRow, promotionByLot: ReadonlyMap<string, string>): Entry {
  return {
    seq: row.seq,
    currencyCode: row.currency_code,
    kind: row.kind,
    amountPoints: row.amount,
    heldPoints: row.held_change,
    balancePoints: row.balance_after - row.debt_after,
    debtPoints: row.debt_after,
    postedAt: formatInstant(row.posted_at),
    occurredAt: formatInstant(row.occurred_at),
    receiptId: row.receipt_id,
    bucket: row.bucket,
    partnerCode: row.partner_code,
    ...memoWords(row),
    memo: row.memo,
    operationId: row.operation_id,
    lots: row.lot_ids.map((lotId, place) => ({
      lotId,
      points: row.lot_amounts[place] ?? 0,
      promotionCode: promotionByLot.get(lotId) ?? '',
    })),
  };
}

/** What a memo says besides its text: the reason of a change by hand, the other member of a transfer. */
export function memoWords({
  kind,
  memo,
}: {
  readonly kind: EntryKind;
  readonly memo: string | null;
}) {
  const isByHand = kind === 'credit' || kind === 'debit';
  const isTransfer = kind === 'transfer-out' || kind === 'transfer-in' || kind === 'merge-out';
  return {
    reason: (isByHand ? reasonTitle(memo) : undefined) ?? null,
    counterpartId: isTransfer ? wireIdOf(memo) : null,
  };
}

function wireIdOf(memo: string | null): string | null {
  const id = memo !== null && /^[1-9][0-9]{0,15}$/.test(memo) ? Number(memo) : 0;
  return Number.isSafeInteger(id) && id > 0 ? memberWireId(memberId(id)) : null;
}
