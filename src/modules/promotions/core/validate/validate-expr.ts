import { Value } from 'typebox/value';
import { findCondition } from '../language/registry.ts';
import { ConditionUseShape } from '../language/rule.ts';
import { NO_AGGREGATE } from '../value/validate-value.ts';
import { type PromotionProblem, schemaProblems } from './schema-problems.ts';
import { type Surroundings, useProblems } from './validate-params.ts';

/** How deep groups may nest: deeper nobody can read, and a hostile document must not fill the stack. */
const DEPTH_MAX = 8;
const CONDITIONS_MAX = 200;

/** Where an expression stands, and what it may name there. */
type Place = { readonly path: string; readonly depth: number; readonly surroundings: Surroundings };

/**
 * Checks the conditions of a promotion. Written out instead of asking the schema's union, whose
 * complaint would name every branch and none of the mistakes.
 * @param when anything that stands in the list
 */
export function whenProblems(
  when: readonly unknown[],
  surroundings: Surroundings,
): readonly PromotionProblem[] {
  const problems = when.flatMap((json, i) =>
    exprProblems(json, { path: `/when/${i}`, depth: 1, surroundings }),
  );
  if (problems.length > 0 || countConditions(when) <= CONDITIONS_MAX) return problems;
  const text = {
    ru: `Условий не больше ${CONDITIONS_MAX}.`,
    en: `At most ${CONDITIONS_MAX} conditions.`,
  };
  return [{ path: '/when', code: 'too-many', text }];
}

function exprProblems(json: unknown, place: Place): readonly PromotionProblem[] {
  const { path, depth, surroundings } = place;
  if (depth > DEPTH_MAX) return [tooDeep(path)];
  if (typeof json !== 'object' || json === null) return [notExpr(path)];
  if ('all' in json) return groupProblems(json, 'all', { ...place, parts: json.all });
  if ('any' in json) return groupProblems(json, 'any', { ...place, parts: json.any });
  if ('not' in json) {
    const inner = { path: `${path}/not`, depth: depth + 1, surroundings };
    return [...strayFields(json, 'not', path), ...exprProblems(json.not, inner)];
  }
  if (!('condition' in json)) return [notExpr(path)];
  if (!Value.Check(ConditionUseShape, json)) return schemaProblems(ConditionUseShape, json, path);
  const { condition, params } = json;
  const use = { path, field: 'condition', params, surroundings } as const;
  const problems = useProblems(findCondition(condition), use);
  return problems.length > 0 ? problems : aggregateProblems(json, place);
}

/** Conditions on the history name a query that the rule set must declare. */
function aggregateProblems(
  { params }: { readonly params: Readonly<Record<string, unknown>> },
  { path, surroundings }: Place,
): readonly PromotionProblem[] {
  const key = params['aggregateKey'];
  if (typeof key !== 'string' || surroundings.aggregateKeys.has(key)) return [];
  return [{ path: `${path}/params/aggregateKey`, code: 'unknown-aggregate', text: NO_AGGREGATE }];
}

function groupProblems(
  json: object,
  field: 'all' | 'any',
  { path, depth, surroundings, parts }: Place & { readonly parts: unknown },
): readonly PromotionProblem[] {
  const strays = strayFields(json, field, path);
  if (!Array.isArray(parts) || parts.length === 0 || parts.length > CONDITIONS_MAX) {
    const text = {
      ru: `Список от 1 до ${CONDITIONS_MAX} условий.`,
      en: `A list of 1 … ${CONDITIONS_MAX}.`,
    };
    return [...strays, { path: `${path}/${field}`, code: 'wrong-type', text }];
  }
  return [
    ...strays,
    ...parts.flatMap((part: unknown, i) =>
      exprProblems(part, { path: `${path}/${field}/${i}`, depth: depth + 1, surroundings }),
    ),
  ];
}

function countConditions(parts: readonly unknown[]): number {
  return parts.reduce<number>((count, part) => {
    if (typeof part !== 'object' || part === null) return count;
    if ('all' in part && Array.isArray(part.all)) return count + countConditions(part.all);
    if ('any' in part && Array.isArray(part.any)) return count + countConditions(part.any);
    return count + ('not' in part ? countConditions([part.not]) : 1);
  }, 0);
}

function strayFields(json: object, field: string, path: string): readonly PromotionProblem[] {
  return Object.keys(json)
    .filter((key) => key !== field)
    .map((key) => ({
      path: `${path}/${key}`,
      code: 'field-unknown',
      text: { ru: 'Такого поля нет.', en: 'There is no such field.' },
    }));
}

function notExpr(path: string): PromotionProblem {
  const text = {
    ru: 'Нужно условие или группа: condition, all, any или not.',
    en: 'A condition or a group is needed: condition, all, any or not.',
  };
  return { path, code: 'wrong-type', text };
}

function tooDeep(path: string): PromotionProblem {
  const text = {
    ru: `Группы вложены глубже ${DEPTH_MAX}.`,
    en: `Groups are nested deeper than ${DEPTH_MAX}.`,
  };
  return { path, code: 'too-deep', text };
}
