import type { DirectoryGoods } from '#modules/partners/admin-contract.ts';

export type DraftLine = {
  readonly lineNo: number;
  readonly goods: DirectoryGoods;
  readonly quantityMilli: number;
};

/** What the cashier has rung up so far, and how the buyer wants to pay. */
export type Draft = {
  readonly lines: readonly DraftLine[];
  readonly spendPoints: number;
  readonly payment: PaymentMethod;
  readonly coupon: string;
  /** Promotions that the buyer chose, by code. */
  readonly chosen: readonly string[];
};

export const PAYMENT_METHODS = ['card', 'cash', 'sbp'] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];

export const EMPTY_DRAFT: Draft = {
  lines: [],
  spendPoints: 0,
  payment: 'card',
  coupon: '',
  chosen: [],
};

const PIECE_MILLI = 1000;
const QUANTITY_MAX_MILLI = 999_000;

/** How much one press adds: a piece, or half a kilogram or litre of weighed goods. */
export function stepOf(goods: DirectoryGoods): number {
  return goods.isWeighed ? PIECE_MILLI / 2 : PIECE_MILLI;
}

export type DraftAction =
  | { readonly do: 'add'; readonly goods: DirectoryGoods; readonly quantityMilli: number }
  | { readonly do: 'set-quantity'; readonly lineNo: number; readonly quantityMilli: number }
  | { readonly do: 'remove'; readonly lineNo: number }
  | { readonly do: 'spend'; readonly points: number }
  | { readonly do: 'pay-by'; readonly payment: PaymentMethod }
  | { readonly do: 'coupon'; readonly coupon: string }
  | { readonly do: 'choose'; readonly code: string; readonly insteadOf: readonly string[] }
  | { readonly do: 'clear' };

/** The draft after an action. Goods that are rung up again add to their line. */
export function draftAfter(draft: Draft, action: DraftAction): Draft {
  switch (action.do) {
    case 'add':
      return { ...draft, lines: withGoods(draft.lines, action.goods, action.quantityMilli) };
    case 'set-quantity':
      return { ...draft, lines: withQuantity(draft.lines, action.lineNo, action.quantityMilli) };
    case 'remove':
      return { ...draft, lines: draft.lines.filter((line) => line.lineNo !== action.lineNo) };
    case 'spend':
      return { ...draft, spendPoints: action.points };
    case 'pay-by':
      return { ...draft, payment: action.payment };
    case 'coupon':
      return { ...draft, coupon: action.coupon };
    case 'choose': {
      const others = draft.chosen.filter((code) => !action.insteadOf.includes(code));
      return { ...draft, chosen: [...others, action.code] };
    }
    case 'clear':
      return { ...EMPTY_DRAFT, payment: draft.payment };
  }
}

function withGoods(
  lines: readonly DraftLine[],
  goods: DirectoryGoods,
  quantityMilli: number,
): readonly DraftLine[] {
  const same = lines.find((line) => line.goods.sku === goods.sku);
  if (same !== undefined) {
    return withQuantity(lines, same.lineNo, same.quantityMilli + quantityMilli);
  }
  const lineNo = Math.max(0, ...lines.map((line) => line.lineNo)) + 1;
  return [...lines, { lineNo, goods, quantityMilli: Math.min(quantityMilli, QUANTITY_MAX_MILLI) }];
}

function withQuantity(
  lines: readonly DraftLine[],
  lineNo: number,
  quantityMilli: number,
): readonly DraftLine[] {
  if (quantityMilli <= 0) return lines.filter((line) => line.lineNo !== lineNo);
  const most = Math.min(quantityMilli, QUANTITY_MAX_MILLI);
  return lines.map((line) => (line.lineNo === lineNo ? { ...line, quantityMilli: most } : line));
}

/** What a line costs before discounts, as the till shows it until the server has answered. */
export function grossOf(line: DraftLine): number {
  return Math.round((line.quantityMilli * line.goods.priceKopecks) / PIECE_MILLI);
}

/**
 * Reads a cashier's query: `3*молоко` means three pieces of what matches «молоко».
 * @returns quantity in thousandths, or undefined where none was typed
 */
export function readQuery(query: string): { text: string; quantityMilli?: number } {
  const match = /^(\d{1,3}(?:[.,]\d{1,3})?)\s*[*×xх]\s*(.*)$/i.exec(query.trim());
  if (match === null) return { text: query };
  const quantityMilli = Math.round(Number((match[1] ?? '').replace(',', '.')) * PIECE_MILLI);
  return quantityMilli > 0 ? { text: match[2] ?? '', quantityMilli } : { text: match[2] ?? '' };
}
