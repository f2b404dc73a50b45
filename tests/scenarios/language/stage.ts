import type { Promotion } from '#modules/promotions/core/index.ts';
import type { CalculateAnswer, ConfirmAnswer, ReversalAnswer } from '#modules/receipts/contract.ts';
import type { Names } from './compile-rule.ts';
import { type Place, ScenarioError } from './scenario-error.ts';
import type { World, WorldRequest } from './world.ts';

/** A shop of the scenario. */
export type StagedShop = {
  readonly code: string;
  readonly terminalCode: string;
  readonly zone: string;
};

/** A member of the scenario. */
export type StagedMember = {
  readonly card: string;
  readonly phone: string;
  readonly memberId: string;
};

/** A receipt, or a calculation of one, that later lines may speak of. */
export type Sold = {
  readonly receiptId: string;
  readonly bucket: number;
  readonly shop: StagedShop;
  readonly lineNoByName: ReadonlyMap<string, number>;
  /** Thousandths still with the buyer, by line. */
  readonly remaining: Map<number, number>;
};

/** What the last request came to. */
export type Outcome =
  | {
      readonly kind: 'purchase';
      readonly body: ConfirmAnswer | CalculateAnswer;
      readonly isReplay: boolean;
    }
  | { readonly kind: 'reversal'; readonly body: ReversalAnswer; readonly isReplay: boolean }
  | { readonly kind: 'refusal'; readonly code: string; readonly text: string };

/** Everything that a running scenario remembers. */
export type Stage = {
  readonly world: World;
  /** Own to the scenario: part of every code, so that scenarios share a house without meeting. */
  readonly prefix: string;
  readonly names: Names;
  readonly shops: Map<string, StagedShop>;
  readonly members: Map<string, StagedMember>;
  /** Rules by title, as they stand now. */
  readonly rules: Map<string, Promotion>;
  areRulesNew: boolean;
  readonly soldByLabel: Map<string, Sold>;
  sold: Sold | null;
  request: WorldRequest | null;
  outcome: Outcome | null;
  /** Where the last request stands, while nobody has said that its refusal was expected. */
  unclaimed: Place | null;
  calculation: { readonly request: WorldRequest; readonly answer: CalculateAnswer } | null;
  receipts: number;
};

/** The shop of that name. @throws ScenarioError when the scenario has none */
export function shopOf(stage: Stage, name: string, place: Place): StagedShop {
  return stage.shops.get(name) ?? missing(place, `shop ${name}`, [...stage.shops.keys()]);
}

/** The member of that name. @throws ScenarioError when the scenario has none */
export function memberOf(stage: Stage, name: string, place: Place): StagedMember {
  return stage.members.get(name) ?? missing(place, `member ${name}`, [...stage.members.keys()]);
}

/** The rule of that title. @throws ScenarioError when the scenario has none */
export function ruleOf(stage: Stage, title: string, place: Place): Promotion {
  return stage.rules.get(title) ?? missing(place, `rule "${title}"`, [...stage.rules.keys()]);
}

/** The receipt that a line speaks of: the named one, or the last. */
export function soldOf(stage: Stage, label: string | null, place: Place): Sold {
  if (label === null) return stage.sold ?? missing(place, 'receipt before this line', []);
  return (
    stage.soldByLabel.get(label) ??
    missing(place, `receipt ${label}`, [...stage.soldByLabel.keys()])
  );
}

function missing(place: Place, what: string, known: readonly string[]): never {
  const list = known.length === 0 ? 'there is none' : `there are: ${known.join(', ')}`;
  throw new ScenarioError(place, `expected a ${what}; ${list}`);
}
