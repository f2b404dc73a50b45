import type { TSchema } from 'typebox';
import { Value } from 'typebox/value';
import type { Text } from '#shared/text.ts';

/** One thing that is wrong with a promotion: where (a JSON pointer), a stable code, and words. */
export type PromotionProblem = {
  readonly path: string;
  readonly code: string;
  readonly text: Text;
};

/**
 * What keeps a value from fitting a schema, in words of ours; an empty list = it fits.
 * @param base JSON pointer of the value, '' for the root
 */
export function schemaProblems(shape: TSchema, value: unknown, base: string): PromotionProblem[] {
  const errors = Value.Errors(shape, value);
  const choices = new Set(
    errors.filter((error) => error.keyword === 'anyOf').map((error) => error.instancePath),
  );
  return errors.flatMap((error): PromotionProblem[] => {
    const path = `${base}${error.instancePath}`;
    switch (error.keyword) {
      // One problem per choice, not one per value that was not chosen.
      case 'const':
      case 'boolean':
        return [];
      case 'required':
        return error.params.requiredProperties.map((field) => ({
          path: `${path}/${escaped(field)}`,
          code: 'field-missing',
          text: { ru: 'Поле обязательно.', en: 'The field is required.' },
        }));
      case 'additionalProperties':
        return error.params.additionalProperties.map((field) => ({
          path: `${path}/${escaped(field)}`,
          code: 'field-unknown',
          text: { ru: 'Такого поля нет.', en: 'There is no such field.' },
        }));
      default: {
        if (error.keyword !== 'anyOf' && choices.has(error.instancePath)) return [];
        const known = PROBLEM_BY_KEYWORD[error.keyword];
        const more = JSON.stringify(Object.values(error.params).at(-1) ?? '');
        return [known === undefined ? misfit(path) : { path, ...known(more) }];
      }
    }
  });
}

type Worded = { readonly code: string; readonly text: Text };

const PROBLEM_BY_KEYWORD: Readonly<Record<string, (limit: string) => Worded>> = {
  type: () => ({
    code: 'wrong-type',
    text: { ru: 'Значение не того вида.', en: 'The value is of a wrong type.' },
  }),
  minimum: (limit) => ({
    code: 'too-small',
    text: { ru: `Не меньше ${limit}.`, en: `At least ${limit}.` },
  }),
  maximum: (limit) => ({
    code: 'too-large',
    text: { ru: `Не больше ${limit}.`, en: `At most ${limit}.` },
  }),
  minItems: (limit) => ({
    code: 'too-few',
    text: { ru: `Не меньше ${limit} в списке.`, en: `At least ${limit} in the list.` },
  }),
  maxItems: (limit) => ({
    code: 'too-many',
    text: { ru: `Не больше ${limit} в списке.`, en: `At most ${limit} in the list.` },
  }),
  minLength: () => ({
    code: 'too-short',
    text: { ru: 'Слишком коротко.', en: 'Too short.' },
  }),
  maxLength: (limit) => ({
    code: 'too-long',
    text: { ru: `Не длиннее ${limit} знаков.`, en: `At most ${limit} characters.` },
  }),
  uniqueItems: () => ({
    code: 'repeated',
    text: { ru: 'В списке есть повторы.', en: 'The list repeats itself.' },
  }),
  pattern: () => ({
    code: 'wrong-form',
    text: { ru: 'Значение не той формы.', en: 'The value has a wrong form.' },
  }),
  anyOf: () => ({
    code: 'not-a-choice',
    text: { ru: 'Такого варианта нет.', en: 'There is no such choice.' },
  }),
};

function misfit(path: string): PromotionProblem {
  const text = { ru: 'Значение не подходит.', en: 'The value does not fit.' };
  return { path, code: 'misfit', text };
}

// JSON pointer, RFC 6901.
function escaped(field: string): string {
  return field.replaceAll('~', '~0').replaceAll('/', '~1');
}
