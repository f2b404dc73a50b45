import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { FastifyInstance, FastifySchemaValidationError } from 'fastify';
import type { Refusal } from '#shared/refusal.ts';
import type { Text } from '#shared/text.ts';
import { refuse } from './refusals.ts';

/** Bodies are taken as they are: nothing is converted, nothing dropped. Addresses are text, so they are read. */
export function useValidation(app: FastifyInstance): void {
  const strict = withFormats(
    new Ajv({ coerceTypes: false, removeAdditional: false, strict: false }),
  );
  const reading = withFormats(new Ajv({ coerceTypes: true, useDefaults: true, strict: false }));
  app.setValidatorCompiler<object>(({ schema, httpPart }) => {
    const ajv = httpPart === 'body' || httpPart === 'headers' ? strict : reading;
    const validate: ValidateFunction = ajv.compile(schema);
    return validate;
  });
}

function withFormats(ajv: Ajv): Ajv {
  addFormats.default(ajv);
  return ajv;
}

/** The refusal that names the first wrong field. */
export function invalidField(
  errors: readonly FastifySchemaValidationError[],
  context: string | undefined,
): Refusal {
  const first = errors[0];
  if (first === undefined) return refuse('request-invalid');
  const root = context === undefined || context === 'body' ? '' : `/${context}`;
  return refuse('request-invalid', {
    path: `${root}${first.instancePath}${lastStep(first)}`,
    details: { rule: first.keyword, expected: expectation(first) },
  });
}

function lastStep(error: FastifySchemaValidationError): string {
  const name = error.params['missingProperty'] ?? error.params['additionalProperty'];
  return typeof name === 'string' ? `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}` : '';
}

function expectation({ keyword, params }: FastifySchemaValidationError): Text {
  const limit = ['limit', 'pattern', 'format', 'type']
    .map((name) => params[name])
    .filter((value) => typeof value === 'string' || typeof value === 'number')
    .join(', ');
  const words = WORDS.get(keyword);
  if (words === undefined)
    return { ru: 'поле не подходит под схему', en: 'the field does not fit the schema' };
  return { ru: words.ru.replace('{}', limit), en: words.en.replace('{}', limit) };
}

const WORDS = new Map<string, Text>([
  ['required', { ru: 'поле обязательно', en: 'the field is required' }],
  ['additionalProperties', { ru: 'такого поля нет', en: 'there is no such field' }],
  ['type', { ru: 'нужен тип {}', en: 'the type must be {}' }],
  ['minimum', { ru: 'не меньше {}', en: 'not less than {}' }],
  ['maximum', { ru: 'не больше {}', en: 'not more than {}' }],
  ['minLength', { ru: 'не короче {} знаков', en: 'at least {} characters' }],
  ['maxLength', { ru: 'не длиннее {} знаков', en: 'at most {} characters' }],
  ['minItems', { ru: 'не меньше {} элементов', en: 'at least {} items' }],
  ['maxItems', { ru: 'не больше {} элементов', en: 'at most {} items' }],
  ['pattern', { ru: 'должно подходить под образец {}', en: 'must match the pattern {}' }],
  ['format', { ru: 'нужен формат {}', en: 'the format must be {}' }],
]);
