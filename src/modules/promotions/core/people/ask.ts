import type { LocalMoment } from '#shared/time.ts';
import { decisionsOf } from '../close/decision-tree.ts';
import type { CompiledRuleSet } from '../compile/rule-set.ts';
import type { Decision, EffectRecord, LimitUse } from '../decision.ts';
import type { Facts } from '../facts.ts';
import type { Aggregate } from '../history/aggregate.ts';
import { historyWindow } from '../history/history-window.ts';
import type { Limit } from '../language/limit-shape.ts';
import type { Promotion } from '../language/rule.ts';
import { counterMeterOf, isKept, isShared, meterOf, meterSpan, wallMs } from './meter.ts';

/** How much of a limit has been used is asked: by whom, and in which stretch of time. */
export type LimitAsk = {
  /** As facts name it. */
  readonly key: string;
  /** As it is kept. */
  readonly meter: string;
  readonly isShared: boolean;
  /** Whose uses are counted; '' where the member counts. */
  readonly subjectCode: string;
  readonly from: number;
  readonly start: number;
  /** How much may be handed out: the limit itself, or no bound where it only raises an alarm. */
  readonly bound: number;
  readonly max: number;
};

/** A counter whose value is asked. */
export type CounterAsk = { readonly code: string; readonly meter: string; readonly start: number };

/** What must be loaded about a receipt before it can be decided. */
export type Ask = {
  readonly limits: ReadonlyMap<string, LimitAsk>;
  /** Keys of limits of which some condition asks how much is left. */
  readonly leftKeys: ReadonlySet<string>;
  readonly counters: ReadonlyMap<string, CounterAsk>;
  /** Queries of the buyer's history; null = none. */
  readonly history: HistoryAsk | null;
};

/** What of a member's history is asked for. */
export type HistoryAsk = {
  readonly aggregates: readonly Aggregate[];
  readonly local: LocalMoment;
  /** From when on purchases may count, and the moment of the receipt: walls as if they were UTC. */
  readonly from: number;
  readonly till: number;
};

type KeptLimit = { readonly key: string; readonly limit: Limit; readonly promotion: Promotion };

type Plan = {
  readonly limits: readonly KeptLimit[];
  readonly leftKeys: ReadonlySet<string>;
  readonly counterCodes: ReadonlySet<string>;
  readonly aggregates: readonly Aggregate[];
};

const plans = new WeakMap<CompiledRuleSet, Plan>();

/** What the live promotions of a rule set need to know, worked out once. */
function planOf(ruleSet: CompiledRuleSet): Plan {
  const known = plans.get(ruleSet);
  if (known !== undefined) return known;
  const live = ruleSet.promotions.filter(({ isOn }) => isOn);
  const needed = (kind: string) =>
    [...ruleSet.needs].flatMap((need) =>
      need.startsWith(`${kind}:`) ? [need.slice(kind.length + 1)] : [],
    );
  const changed = live.flatMap(({ then }) =>
    then.flatMap(({ effect, params }) =>
      effect === 'change-counter' ? [String(params['counterCode'])] : [],
    ),
  );
  const plan: Plan = {
    limits: live.flatMap((promotion) =>
      (promotion.limits ?? []).flatMap((limit) => {
        const key = limit.key ?? `${promotion.code}/${limit.code}`;
        return isKept(limit) ? [{ key, limit, promotion }] : [];
      }),
    ),
    leftKeys: new Set(needed('limit-left')),
    counterCodes: new Set([...needed('counter'), ...changed]),
    aggregates: needed('history').flatMap((key) => ruleSet.aggregates.get(key) ?? []),
  };
  plans.set(ruleSet, plan);
  return plan;
}

/** Where a receipt is made and when, as far as asking goes. */
export type AskAt = Pick<Facts, 'occurredAt' | 'local' | 'place' | 'programmeCode'>;

const NOTHING: Ask = {
  limits: new Map(),
  leftKeys: new Set(),
  counters: new Map(),
  history: null,
};

/** What the promotions of a rule set must be told about a receipt; nothing more is loaded. */
export function askOf(ruleSet: CompiledRuleSet, at: AskAt): Ask {
  const { limits, leftKeys, counterCodes, aggregates } = planOf(ruleSet);
  if (limits.length + counterCodes.size + aggregates.length === 0) return NOTHING;
  return {
    limits: new Map(limits.map((kept) => [kept.key, limitAsk(ruleSet, kept, at)])),
    leftKeys,
    counters: new Map([...counterCodes].map((code) => [code, counterAsk(ruleSet, code, at)])),
    history: aggregates.length === 0 ? null : historyAsk(aggregates, at.local),
  };
}

function historyAsk(aggregates: readonly Aggregate[], local: LocalMoment): HistoryAsk {
  const starts = aggregates.map(({ period }) => historyWindow(period, local.date).from);
  return { aggregates, local, from: Math.min(...starts), till: wallMs(local) };
}

function limitAsk(ruleSet: CompiledRuleSet, kept: KeptLimit, at: AskAt): LimitAsk {
  const { key, limit, promotion } = kept;
  const { max, reaction } = limit;
  return {
    key,
    meter: meterOf(key, limit),
    isShared: isShared(limit.subject),
    subjectCode: subjectCode(ruleSet, { subject: limit.subject, promotion, key }, at),
    ...meterSpan(limit.period, at),
    max,
    bound: reaction === 'alarm' ? Number.MAX_SAFE_INTEGER : max,
  };
}

function counterAsk(ruleSet: CompiledRuleSet, code: string, at: AskAt): CounterAsk {
  const period = ruleSet.counters.get(code)?.period ?? 'none';
  return { code, meter: counterMeterOf(code, period), start: meterSpan(period, at).start };
}

type SubjectOf = {
  readonly subject: Limit['subject'];
  readonly promotion: Promotion;
  readonly key: string;
};

/** Whose uses a shared limit counts: the store's code, the partner's … */
function subjectCode(ruleSet: CompiledRuleSet, of: SubjectOf, at: AskAt): string {
  const { subject, promotion, key } = of;
  switch (subject) {
    case 'store':
      return at.place?.storeCode ?? '';
    case 'partner':
      return at.place?.partnerCode ?? '';
    case 'device':
    case 'cashier':
      // Tills do not say who stands behind them: a cashier counts as the till.
      return at.place?.terminalCode ?? '';
    case 'campaign':
      return promotion.campaignCode ?? '';
    case 'programme':
      return at.programmeCode;
    case 'funder':
      return promotion.funding?.[0]?.partyCode ?? ruleSet.settings.funderCode;
    case 'promotion':
      // Promotions that share a key count as one.
      return key;
    case 'receipt':
    case 'line':
    case 'member':
    case 'household':
    case 'card':
      return '';
  }
}

/** Uses of limits by a decision and its sub-events, those of one promotion and limit added up. */
export function limitUsesOf(decision: Decision): readonly LimitUse[] {
  const uses = new Map<string, LimitUse>();
  for (const use of decisionsOf(decision).flatMap(({ limitUses }) => limitUses)) {
    const id = `${use.key} ${use.promotionCode} ${use.limitCode}`;
    uses.set(id, { ...use, amount: use.amount + (uses.get(id)?.amount ?? 0) });
  }
  return [...uses.values()];
}

/** What a counter is told to do. */
export type CounterChange = {
  readonly promotionCode: string;
  readonly code: string;
  readonly op: 'increase' | 'reduce' | 'set';
  readonly amount: number;
};

/** A record of `change-counter` in words of its own; undefined for every other effect. */
export function counterChangeOf(record: EffectRecord): CounterChange | undefined {
  if (record.effect !== 'change-counter') return undefined;
  const op = record['op'];
  return {
    promotionCode: record.promotionCode,
    code: String(record['counterCode']),
    op: op === 'reduce' || op === 'set' ? op : 'increase',
    amount: Number(record['amount']),
  };
}
