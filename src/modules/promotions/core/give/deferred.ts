import { type Static, type TObject, Type } from 'typebox';
import type { Text } from '#shared/text.ts';
import type { CompileContext } from '../compile/compile-context.ts';
import type { EffectRecord } from '../decision.ts';
import type { Need } from '../facts.ts';
import { defineEffect, type Effect } from '../language/effect.ts';
import type { ParamProblem } from '../language/param-problem.ts';
import { kopecksParam } from '../language/params.ts';
import { ANY_PHASE } from '../language/phases.ts';
import type { Promotion } from '../language/rule.ts';
import type { CompiledValue } from '../language/value.ts';
import type { Trial } from '../play/trial.ts';
import { compileValue } from '../value/compile-value.ts';
import { isValueObject } from '../value/value.ts';
import { valueNeeds } from '../value/value-needs.ts';
import { compileQuantity, type Quantity } from './deferred-quantity.ts';
import { type Emission, NO_EMISSION } from './emission.ts';
import { emit } from './give-terms.ts';

/** What every deferred effect may say about itself. */
export const WORTH_PARAM = {
  worthKopecks: Type.Optional(
    kopecksParam({ ru: 'Стоит при сравнении акций', en: 'Counts as, when promotions compete' }),
  ),
};

/** Fields that rule the emission and are not written into its record. */
const UNWRITTEN: ReadonlySet<string> = new Set(['per', 'perKopecks', 'worthKopecks']);

type DeferredSource<Shape extends TObject> = {
  readonly code: string;
  readonly title: Text;
  /** Fields in the order in which the record has them. */
  readonly params: Shape;
  /** What is written where nothing is said. */
  readonly defaults?: Params;
  /** Limits of coupons count it. */
  readonly isCoupon?: boolean;
  readonly problems?: (params: Static<Shape>) => readonly ParamProblem[];
};

type Params = Readonly<Record<string, unknown>>;

/**
 * Makes an effect that is data for others: a record of its parameters, Values worked out, in the order
 * in which the file names them.
 */
export function defineDeferred<Shape extends TObject>(source: DeferredSource<Shape>): Effect {
  const names = Object.keys(source.params.properties).filter((name) => !UNWRITTEN.has(name));
  return defineEffect<Shape, Prepared>({
    code: source.code,
    title: source.title,
    params: source.params,
    kind: 'deferred',
    phases: ANY_PHASE,
    needs: (params) => needsOfValues(paramsOf(params)),
    isSteady: (params) => isSteady(paramsOf(params)),
    prepare: (given, context) => {
      const params = paramsOf(given);
      const fields = fieldsOf({ ...source.defaults, ...params }, names, context);
      return preparedOf(source, { fields, params, context });
    },
    apply: (prepared, trial) => {
      const quantity = prepared.quantity(trial);
      if (quantity === 0) return;
      emit(trial, prepared.constant ?? emissionOf(prepared, trial, quantity));
    },
    ...(source.problems === undefined ? {} : { problems: source.problems }),
  });
}

// Values read prices as they stand, and so do steps of a sum; the rest follows from the selection.
function isSteady(params: Params): boolean {
  return params['per'] !== 'step' && !Object.values(params).some(isValueObject);
}

function paramsOf(params: unknown): Params {
  return typeof params === 'object' && params !== null ? { ...params } : {};
}

/** Opening words of a record: whose it is and what it is. */
export function recordOf(effect: string, promotion: Promotion, fields: Params): EffectRecord {
  return { effect, promotionCode: promotion.code, phase: promotion.phase, ...fields };
}

type Field = { readonly name: string; readonly value: unknown };

type Prepared = {
  readonly code: string;
  readonly promotion: Promotion;
  readonly fields: readonly Field[];
  readonly quantity: Quantity;
  readonly worthKopecks: number;
  readonly isCoupon: boolean;
  /** The emission itself, when nothing about it has to be worked out. */
  readonly constant: Emission | null;
};

type Readings = {
  readonly fields: readonly Field[];
  readonly params: Params;
  readonly context: CompileContext;
};

function preparedOf(
  { code, isCoupon = false }: { readonly code: string; readonly isCoupon?: boolean },
  { fields, params, context }: Readings,
): Prepared {
  const prepared: Prepared = {
    code,
    promotion: context.promotion,
    fields,
    quantity: compileQuantity(params, context),
    worthKopecks: Number(params['worthKopecks'] ?? 0),
    isCoupon,
    constant: null,
  };
  const isConstant = params['per'] === undefined && !fields.some(({ value }) => isCompiled(value));
  if (!isConstant) return prepared;
  const quantity = Number(params['quantity'] ?? 1);
  return { ...prepared, constant: emissionWith(prepared, fields, quantity) };
}

function fieldsOf(
  params: Params,
  names: readonly string[],
  context: CompileContext,
): readonly Field[] {
  return names
    .filter((name) => params[name] !== undefined)
    .map((name) => {
      const value = params[name];
      return { name, value: isValueObject(value) ? compileValue(value, context) : value };
    });
}

function emissionOf(prepared: Prepared, { basket, selection }: Trial, quantity: number): Emission {
  const fields = prepared.fields.map(({ name, value }): Field => {
    if (name === 'quantity') return { name, value: quantity };
    if (!isCompiled(value)) return { name, value };
    return { name, value: Math.max(0, value.at(basket, selection, -1)) };
  });
  return emissionWith(prepared, fields, quantity);
}

function emissionWith(prepared: Prepared, fields: readonly Field[], quantity: number): Emission {
  const { code, promotion, worthKopecks, isCoupon } = prepared;
  const values = Object.fromEntries(fields.map(({ name, value }) => [name, value]));
  const record = recordOf(code, promotion, values);
  return { ...NO_EMISSION, record, quantity, worthKopecks, isCoupon };
}

function isCompiled(value: unknown): value is CompiledValue {
  return typeof value === 'object' && value !== null && 'readsSelection' in value;
}

function needsOfValues(params: Params): readonly Need[] {
  return Object.values(params).flatMap((value) => (isValueObject(value) ? valueNeeds(value) : []));
}
