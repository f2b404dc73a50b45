import { withCheckDigit } from '#modules/members/core/index.ts';
import {
  addDays,
  atLocal,
  type Instant,
  instant,
  type LocalDate,
  localMoment,
} from '#shared/time.ts';
import { type Basket, basketOf } from '../../db/seed/basket.ts';
import type { SeedMember } from '../../db/seed/people.ts';
import { type Random, randomOf } from '../../db/seed/random.ts';
import { type SeedStore, STORES, terminalCodes } from '../../db/seed/stores.ts';

/** A purchase that a till will make: everything but what only the server can answer. */
export type Visit = {
  readonly kind: 'visit';
  /** 0, 1, 2 … in order of time; later acts refer to it. */
  readonly no: number;
  readonly at: Instant;
  readonly terminalCode: string;
  /** null: the buyer showed nothing. */
  readonly card: string | null;
  /** A card of somebody else's programme: it will be refused, and the buyer buys without. */
  readonly strangerCard: string | null;
  readonly basket: Basket;
  readonly channel: 'store' | 'app';
  readonly coupon: string | null;
  readonly flow: 'calculate-confirm' | 'one-shot';
  /** How much of what points may pay for the buyer wants to pay with them, 0 … 100. */
  readonly spendPercent: number;
  readonly isCalculatedOnly: boolean;
  /** The network swallowed the answer: the till sends the confirm again. */
  readonly isSentTwice: boolean;
};

/** Goods brought back, or a receipt undone, later on the same till. */
export type Regret = {
  readonly kind: 'return' | 'cancel';
  readonly at: Instant;
  readonly terminalCode: string;
  readonly visitNo: number;
  readonly card: string | null;
  /** Empty for a cancel. */
  readonly lines: readonly { readonly lineNo: number; readonly quantityMilli: number }[];
  readonly isSentTwice: boolean;
};

/** Somebody joins the programme at the till. */
export type Joining = {
  readonly kind: 'joining';
  readonly at: Instant;
  readonly terminalCode: string;
  readonly member: SeedMember;
};

export type Act = Visit | Regret | Joining;

export type DayOptions = {
  readonly seed: string;
  /** The calendar day that every store lives through by its own clock. */
  readonly date: LocalDate;
  /** Visits, ≥ 1; returns and cancels come on top. */
  readonly receipts: number;
  readonly members: readonly SeedMember[];
  /** Those who join today; they shop from then on. */
  readonly newcomers: readonly SeedMember[];
};

const SHARES = {
  card: 70,
  twoPhase: 80,
  spend: 22,
  sentTwice: 2,
  return: 4,
  cancel: 1,
  left: 1.5,
  stranger: 1.5,
  app: 6,
  coupon: 4,
};
const HOME_STORE_PERCENT = 80;

/** How busy each hour of the local day is, midnight first. */
const BUSY: Readonly<Record<string, readonly number[]>> = {
  gastronom: [2, 1, 0, 0, 0, 0, 1, 4, 8, 9, 8, 8, 10, 10, 8, 8, 9, 12, 16, 17, 14, 10, 8, 5],
  aroma: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 6, 9, 10, 10, 9, 9, 10, 12, 12, 9, 5, 0, 0],
  azs: [3, 2, 2, 2, 3, 4, 7, 10, 10, 8, 7, 7, 8, 8, 7, 7, 9, 11, 11, 9, 7, 6, 5, 4],
};

/**
 * Plans a day of the demo coalition: the same options always give the same day.
 * @returns what happens, in order of time; a regret comes after its visit, on the same till
 */
export function planDay(options: DayOptions): readonly Act[] {
  const random = randomOf(`day-${options.seed}`);
  const joinings = options.newcomers.map((member) => joiningOf(member, options.date, random));
  const joinedAt = new Map(joinings.map((one) => [one.member.card, one.at]));
  const people = peopleByStore([...options.members, ...options.newcomers]);
  const visits = Array.from({ length: options.receipts }, () =>
    visitOf({ random, date: options.date, people, joinedAt }),
  )
    .sort(byTime)
    .map((visit, no) => ({ ...visit, no }));
  const regrets = visits.flatMap((visit) => regretOf(visit, random));
  return [...visits, ...regrets, ...joinings].sort(byTime);
}

type Setting = {
  readonly random: Random;
  readonly date: LocalDate;
  readonly people: ReadonlyMap<string, readonly SeedMember[]>;
  readonly joinedAt: ReadonlyMap<string, Instant>;
};

function visitOf({ random, date, people, joinedAt }: Setting): Visit {
  const store = STORES[random.weighted(STORES.map((one) => one.terminals))] ?? STORES[0];
  if (store === undefined) throw new Error('the coalition has no stores');
  const at = momentOf(store, date, random);
  const member = random.chance(SHARES.card) ? buyerOf(store, people, random) : null;
  const isKnown = member !== null && (joinedAt.get(member.card) ?? 0) < at;
  const twoPhase = random.chance(SHARES.twoPhase);
  return {
    kind: 'visit',
    no: 0,
    at,
    terminalCode: random.pick(terminalCodes(store)),
    card: isKnown ? member.card : null,
    strangerCard: !isKnown && random.chance(SHARES.stranger) ? strangerCardOf(random) : null,
    basket: basketOf(store.partnerCode, random),
    channel: random.chance(SHARES.app) ? 'app' : 'store',
    coupon: random.chance(SHARES.coupon) ? 'SPRING' : null,
    flow: twoPhase ? 'calculate-confirm' : 'one-shot',
    spendPercent: isKnown && twoPhase && random.chance(SHARES.spend) ? 25 * (1 + random.int(4)) : 0,
    isCalculatedOnly: twoPhase && random.chance(SHARES.left),
    isSentTwice: random.chance(SHARES.sentTwice),
  };
}

function regretOf(visit: Visit, random: Random): readonly Regret[] {
  const isReturn = random.chance(SHARES.return);
  const isCancel = !isReturn && random.chance(SHARES.cancel);
  const at = instant(visit.at + (5 + random.int(85)) * 60_000);
  const isSentTwice = random.chance(SHARES.sentTwice);
  if ((!isReturn && !isCancel) || visit.isCalculatedOnly) return [];
  const { terminalCode, card, no: visitNo } = visit;
  const lines = isReturn ? returnedLines(visit.basket, random) : [];
  const kind = isReturn ? 'return' : 'cancel';
  return [{ kind, at, terminalCode, visitNo, card, lines, isSentTwice }];
}

function strangerCardOf(random: Random): string {
  return withCheckDigit(`9643${String(random.int(100_000_000)).padStart(8, '0')}`);
}

/** One line, most often; all of them now and then; a part of the pieces when there are several. */
function returnedLines(basket: Basket, random: Random): Regret['lines'] {
  const whole = basket.map(({ lineNo, quantityMilli }) => ({ lineNo, quantityMilli }));
  if (random.chance(25)) return whole;
  const line = random.pick(whole);
  const pieces = line.quantityMilli % 1000 === 0 ? line.quantityMilli / 1000 : 1;
  if (pieces === 1) return [line];
  return [{ lineNo: line.lineNo, quantityMilli: 1000 * (1 + random.int(pieces)) }];
}

function joiningOf(member: SeedMember, date: LocalDate, random: Random): Joining {
  const store = STORES.find((one) => one.code === member.homeStoreCode) ?? STORES[0];
  if (store === undefined) throw new Error('the coalition has no stores');
  const terminalCode = random.pick(terminalCodes(store));
  return { kind: 'joining', at: momentOf(store, date, random), terminalCode, member };
}

function momentOf(store: SeedStore, date: LocalDate, random: Random): Instant {
  const hour = random.weighted(BUSY[store.partnerCode] ?? []);
  const second = random.int(60);
  const start = atLocal(date, hour * 60 + random.int(60), store.zone);
  return instant(start + second * 1000 + random.int(1000));
}

function buyerOf(store: SeedStore, people: Setting['people'], random: Random): SeedMember {
  const home = people.get(store.code) ?? [];
  if (home.length > 0 && random.chance(HOME_STORE_PERCENT)) return random.pick(home);
  return random.pick(people.get('') ?? []);
}

function peopleByStore(members: readonly SeedMember[]): Map<string, readonly SeedMember[]> {
  const byStore = Map.groupBy(members, (member) => member.homeStoreCode);
  return new Map([...byStore, ['', members]]);
}

function byTime(a: { readonly at: Instant }, b: { readonly at: Instant }): number {
  return a.at - b.at;
}

/** The last calendar day that was over two hours ago in Kaliningrad, and so in every store, at `now`. */
export function lastFullDay(now: Instant): LocalDate {
  return addDays(localMoment(now, 'UTC').date, -1);
}
