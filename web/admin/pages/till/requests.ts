import type { DirectoryStore } from '#modules/partners/admin-contract.ts';
import type {
  CalculateAnswer,
  CalculateRequest,
  ConfirmRequest,
  Identification,
} from '#modules/receipts/contract.ts';
import { atLocal, formatInstant, parseLocalDate } from '#shared/time.ts';
import type { Draft } from './draft.ts';

/** A moment that the cashier has set on the store's wall clock; null means the present. */
export type ChosenMoment = { readonly date: string; readonly time: string } | null;

/** The till's business time, RFC 3339; undefined when the day or the hour is not one. */
export function occurredAtOf(chosen: ChosenMoment, zone: string, now: Date): string | undefined {
  if (chosen === null) return now.toISOString();
  const date = parseLocalDate(chosen.date);
  const [hours, minutes] = chosen.time.split(':').map(Number);
  if (date === undefined || hours === undefined || minutes === undefined) return undefined;
  if (!Number.isInteger(hours) || !Number.isInteger(minutes)) return undefined;
  return formatInstant(atLocal(date, hours * 60 + minutes, zone));
}

/** How a typed identifier is meant: a phone when it looks dialled, otherwise a card. */
export function identificationOf(typed: string): Identification {
  const digits = typed.replaceAll(/\D/g, '');
  const isPhone =
    typed.trim().startsWith('+') ||
    (digits.length === 11 && /^[78]9/.test(digits)) ||
    (digits.length === 10 && digits.startsWith('9'));
  return isPhone ? { phone: typed.trim() } : { card: digits };
}

type Asked = {
  readonly occurredAt: string;
  readonly member: Identification | undefined;
  /** What the buyer is going to pay in money. */
  readonly paidKopecks: number;
};

/** The body of calculate: the draft, paid in one way. */
export function calculateBody(draft: Draft, asked: Asked): CalculateRequest {
  return {
    occurredAt: asked.occurredAt,
    channel: 'store',
    ...(asked.member !== undefined && { member: asked.member }),
    lines: draft.lines.map((line) => ({
      lineNo: line.lineNo,
      sku: line.goods.sku,
      name: line.goods.title.ru,
      quantityMilli: line.quantityMilli,
      priceKopecks: line.goods.priceKopecks,
    })),
    payments: [{ method: draft.payment, kopecks: asked.paidKopecks }],
    ...(draft.coupon.trim() !== '' && { coupons: [draft.coupon.trim()] }),
    ...(draft.chosen.length > 0 && { chosenPromotions: [...draft.chosen] }),
    ...(draft.spendPoints > 0 && { spendPoints: draft.spendPoints }),
    explain: true,
    hints: true,
  };
}

/** The body that confirms exactly that calculation. */
export function confirmBody(
  asked: CalculateRequest,
  answer: Pick<CalculateAnswer, 'ruleSetVersion' | 'digest'>,
  receiptNumber: string,
): ConfirmRequest {
  const { ruleSetVersion, digest } = answer;
  const { hints: _, ...purchase } = asked;
  return { ...purchase, receiptNumber, calculation: { ruleSetVersion, digest } };
}

/** A number for a slip of the emulator: short, growing, unlike those of real tills. */
export function slipNumber(prefix: 'E' | 'R', now: number): string {
  return `${prefix}-${now.toString(36).toUpperCase()}`;
}

/** The first free terminal of a store, if any. */
export function freeTerminal(store: DirectoryStore | undefined): string | undefined {
  return store?.terminals.find((terminal) => !terminal.isBlocked)?.code;
}
