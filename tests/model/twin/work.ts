import type {
  Ask,
  CargoLot,
  Rules,
  Share,
  Terms,
  TwinEntry,
  TwinHold,
  TwinLot,
  TwinTransit,
} from './asks.ts';
import { afterBase, type Dates } from './dates.ts';
import { repayable, type Sheet, sheetOf, sum } from './sheet.ts';

/** What one member has: nothing is summed up here. */
export type TwinMember = {
  /** As they were opened. */
  readonly lots: TwinLot[];
  readonly entriesByCurrency: Map<string, TwinEntry[]>;
  readonly holds: Map<string, TwinHold>;
  readonly suspended: Set<string>;
};

export type World = {
  readonly rules: Rules;
  readonly members: Map<number, TwinMember>;
  readonly transits: Map<string, TwinTransit>;
};

/**
 * Ids of opened lots, asked for in the order of opening.
 * @param isEmpty whether all of its points repay debt at once
 */
export type NewLotId = (currencyCode: string, isEmpty: boolean) => string;

/** An operation under way on its member. */
export type Job = {
  readonly world: World;
  readonly ask: Ask;
  readonly member: TwinMember;
  /** Lots that it has changed or opened. */
  readonly touched: Set<string>;
  readonly newLotId: NewLotId;
};

export type Refused = {
  readonly code: string;
  readonly details?: Readonly<Record<string, unknown>>;
};

/** A decision: why not, or what to do in which currencies. */
export type Verdict =
  | Refused
  | {
      readonly currencies: readonly string[];
      readonly post: () => Readonly<Record<string, unknown>>;
      readonly isActivity?: boolean;
      /** What the last repayment refers to; a merge names itself. */
      readonly lastRepaymentOf?: string;
    };

/** The sheet of a currency as the operation sees it now. */
export function look({ member, ask }: Job, currencyCode: string): Sheet {
  return sheetOf({
    now: ask.now,
    lots: member.lots.filter((lot) => lot.currencyCode === currencyCode).sort(byAge),
    entries: entriesOf(member, currencyCode),
    holds: [...member.holds.values()].filter(
      (hold) => hold.state === 'open' && hold.currencyCode === currencyCode,
    ),
    isSuspended: member.suspended.has(currencyCode),
  });
}

export function entriesOf(member: TwinMember, currencyCode: string): readonly TwinEntry[] {
  return member.entriesByCurrency.get(currencyCode) ?? [];
}

/** Currencies in which the member has anything, in order of code. */
export function currenciesOf(member: TwinMember): readonly string[] {
  return [...member.entriesByCurrency.keys()].sort();
}

/** Writes an entry, unless nothing moves; `always` writes it all the same. */
export function post(
  job: Job,
  currencyCode: string,
  what: {
    readonly kind: string;
    readonly shares?: readonly Share[];
    readonly debt?: number;
    readonly held?: number;
    readonly of?: string | null;
    readonly always?: boolean;
  },
): void {
  const { shares = [], debt = 0, held = 0, of = null } = what;
  const moving = shares.filter((share) => share.amount !== 0);
  for (const share of moving) job.touched.add(share.id);
  if (moving.length === 0 && debt === 0 && held === 0 && what.always !== true) return;
  const entry: TwinEntry = {
    operationId: job.ask.operationId,
    postedAt: job.ask.now,
    kind: what.kind,
    currencyCode,
    amount: sum(moving) - debt,
    debtChange: debt,
    heldChange: held,
    shares: moving,
    of,
  };
  const entries = job.member.entriesByCurrency.get(currencyCode) ?? [];
  job.member.entriesByCurrency.set(currencyCode, [...entries, entry]);
}

/** The older lot is the one with the smaller id. */
function byAge(a: TwinLot, b: TwinLot): number {
  return a.id < b.id ? -1 : 1;
}

/** Lots in the order in which they are drawn from. */
export function inSpendOrder(
  lots: readonly TwinLot[],
  { spendOrder }: Terms,
  partnerCode: string,
): readonly TwinLot[] {
  const burning = (lot: TwinLot) => lot.expiresAt ?? Number.MAX_SAFE_INTEGER;
  const byDate = (a: TwinLot, b: TwinLot) => burning(a) - burning(b) || byAge(a, b);
  if (spendOrder === 'first-in') return [...lots].sort(byAge);
  if (spendOrder === 'soonest-to-expire') return [...lots].sort(byDate);
  return [
    ...lots.filter((lot) => lot.partnerCode === partnerCode).sort(byDate),
    ...lots.filter((lot) => lot.partnerCode !== partnerCode).sort(byDate),
  ];
}

/** Free points of the lots, lot after lot, until there are `points`; amounts below zero. */
export function takeFrom(sheet: Sheet, lots: readonly TwinLot[], points: number): readonly Share[] {
  const shares: Share[] = [];
  let left = points;
  for (const lot of lots) {
    const amount = Math.min(left, sheet.freeOf(lot.id));
    if (amount > 0) shares.push({ id: lot.id, amount: -amount });
    left -= Math.max(0, amount);
  }
  return shares;
}

/** "Draw p": from spendable lots in spend order. */
export function draw(job: Job, currencyCode: string, points: number): readonly Share[] {
  const sheet = look(job, currencyCode);
  const able = sheet.lots.filter(sheet.isSpendable);
  const terms = termsOf(job, currencyCode);
  return takeFrom(sheet, inSpendOrder(able, terms, job.ask.partnerCode), points);
}

export function termsOf(job: Job, currencyCode: string): Terms {
  const terms = job.world.rules.termsOf(currencyCode);
  if (terms === undefined)
    throw new Error(`the twin was to use ${currencyCode}, which is not there`);
  return terms;
}

/** Steps 1 and 5: what can be spent repays what is owed. @returns points repaid */
export function repay(job: Job, currencyCode: string, of: string | null = null): number {
  const points = repayable(look(job, currencyCode));
  if (points > 0) {
    const shares = draw(job, currencyCode, points);
    post(job, currencyCode, { kind: 'repayment', shares, debt: -points, of });
  }
  return points;
}

/** Writes free points of burnt lots off: of all of them, or of those that were touched. @returns points */
export function writeOff(job: Job, currencyCode: string, which: 'all' | 'touched'): number {
  const sheet = look(job, currencyCode);
  const shares = sheet.lots
    .filter((lot) => sheet.isBurnt(lot) && sheet.freeOf(lot.id) > 0)
    .filter((lot) => which === 'all' || job.touched.has(lot.id))
    .map((lot) => ({ id: lot.id, amount: -sheet.freeOf(lot.id) }));
  post(job, currencyCode, { kind: 'expiry', shares });
  return 0 - sum(shares);
}

/** Step 3: an activity moves the dates of sliding lots. */
export function slide(job: Job, currencyCode: string): void {
  const sheet = look(job, currencyCode);
  const later = sheet.lots.flatMap((lot) => {
    if (sheet.remainingOf(lot.id) === 0 || sheet.isBurnt(lot) || lot.expiresAt === null) return [];
    const expiry = lot.lifetime?.expiry;
    if (expiry?.when !== 'after' || expiry.slides !== true) return [];
    const expiresAt = afterBase(expiry, job.ask.occurredAt, job.ask.zone);
    return expiresAt > lot.expiresAt ? [{ ...lot, expiresAt }] : [];
  });
  redate(job, later);
  if (later.length > 0) post(job, currencyCode, { kind: 'extension', always: true });
}

/** Lots with new dates take the place of those they were. */
export function redate(job: Job, lots: readonly TwinLot[]): void {
  for (const lot of lots) {
    job.member.lots[lot.place] = lot;
    job.touched.add(lot.id);
  }
}

/** A lot that is to be opened. */
export type NewLot = Dates & {
  readonly points: number;
  /** Whether all of its points repay debt at once. */
  readonly isEmpty?: boolean;
  readonly earnedAt: number;
  readonly receiptId: string | null;
  readonly promotionCode: string;
  readonly partnerCode: string;
  readonly funderCode: string;
};

/** Puts a lot among the member's; its points come with the entry. */
export function open(job: Job, currencyCode: string, lot: NewLot): TwinLot {
  const { points, isEmpty = false, ...rest } = lot;
  const { lots } = job.member;
  const id = job.newLotId(currencyCode, isEmpty);
  const opened = { ...rest, id, place: lots.length, currencyCode, amount: points };
  lots.push(opened);
  job.touched.add(opened.id);
  return opened;
}

/** Opens lots, each of which repays debt first unless it is burnt already, and writes one entry. */
export function receive(
  job: Job,
  currencyCode: string,
  what: { readonly kind: string; readonly lots: readonly NewLot[]; readonly of?: string },
): { readonly opened: readonly TwinLot[]; readonly repaid: number } {
  const { debt, isBurnt } = look(job, currencyCode);
  let owes = debt;
  const opened: TwinLot[] = [];
  const shares = what.lots.map((lot) => {
    const repaid = isBurnt(lot) ? 0 : Math.min(owes, lot.points);
    owes -= repaid;
    const { id } = addTo(
      opened,
      open(job, currencyCode, { ...lot, isEmpty: repaid === lot.points }),
    );
    return { id, amount: lot.points - repaid };
  });
  const debtChange = owes - debt;
  post(job, currencyCode, { kind: what.kind, shares, debt: debtChange, of: what.of ?? null });
  return { opened, repaid: debt - owes };
}

function addTo<T>(list: T[], item: T): T {
  list.push(item);
  return item;
}

/** "Points back into their lots": what reaches them, and what debt it repays on the way. */
export function backInto(
  sheet: Sheet,
  shares: readonly Share[],
  debt: number,
): { readonly shares: readonly Share[]; readonly repaid: number } {
  let owes = debt;
  const reaching = shares.map(({ id, amount }) => {
    const lot = sheet.lots.find((one) => one.id === id);
    if (lot === undefined) throw new Error(`the twin has no lot ${id}`);
    const repaid = sheet.isBurnt(lot) ? 0 : Math.min(owes, amount);
    owes -= repaid;
    return { id, amount: amount - repaid };
  });
  return { shares: reaching, repaid: debt - owes };
}

/** What a lot takes along when its points leave. */
export function cargoLot(lot: TwinLot, points: number): CargoLot {
  const { id, place: _, amount: __, currencyCode: ___, ...rest } = lot;
  return { ...rest, fromLotId: id, points };
}

/** What a cargo lot becomes on the other side. */
export function fromCargo(lot: CargoLot): NewLot {
  const { fromLotId: _, ...rest } = lot;
  return rest;
}
