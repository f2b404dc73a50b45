import { Value } from 'typebox/value';
import { findCondition } from './registry.ts';
import { ConditionUseShape } from './rule.ts';
import { type PromotionProblem, schemaProblems } from './schema-problems.ts';
import { useProblems } from './validate-use.ts';

/** How deep groups may nest: deeper nobody can read, and a hostile document must not fill the stack. */
const DEPTH_MAX = 6;
const PARTS_MAX = 32;

/**
 * Checks a condition or a group. Written out instead of asking the schema's union, whose complaint
 * would name every branch and none of the mistakes.
 * @param json anything
 * @param path JSON pointer of it
 */
export function exprProblems(json: unknown, path: string, depth = 1): readonly PromotionProblem[] {
  if (depth > DEPTH_MAX) return [tooDeep(path)];
  if (typeof json !== 'object' || json === null) return [notExpr(path)];
  if ('all' in json) return groupProblems(json, 'all', { path, depth, parts: json.all });
  if ('any' in json) return groupProblems(json, 'any', { path, depth, parts: json.any });
  if ('not' in json) {
    return [...strayFields(json, 'not', path), ...exprProblems(json.not, `${path}/not`, depth + 1)];
  }
  if (!('condition' in json)) return [notExpr(path)];
  if (!Value.Check(ConditionUseShape, json)) return schemaProblems(ConditionUseShape, json, path);
  const { condition, params } = json;
  return useProblems(findCondition(condition), { path, field: 'condition', params });
}

type Group = { readonly path: string; readonly depth: number; readonly parts: unknown };

function groupProblems(
  json: object,
  field: 'all' | 'any',
  { path, depth, parts }: Group,
): readonly PromotionProblem[] {
  const strays = strayFields(json, field, path);
  if (!Array.isArray(parts) || parts.length === 0 || parts.length > PARTS_MAX) {
    const text = { ru: `Список от 1 до ${PARTS_MAX} условий.`, en: `A list of 1 … ${PARTS_MAX}.` };
    return [...strays, { path: `${path}/${field}`, code: 'wrong-type', text }];
  }
  return [
    ...strays,
    ...parts.flatMap((part: unknown, i) => exprProblems(part, `${path}/${field}/${i}`, depth + 1)),
  ];
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
