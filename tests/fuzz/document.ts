import type { Json } from './json.ts';
import { send } from './send.ts';

/** A JSON schema as the served document holds it. */
export type Schema = { readonly [key: string]: Json };

/** One operation of the served OpenAPI document. */
export type Operation = {
  readonly method: string;
  readonly path: string;
  /** null: it takes no body. */
  readonly body: Schema | null;
  readonly parameters: readonly { readonly name: string; readonly in: string }[];
};

const METHODS = ['get', 'put', 'post', 'delete', 'patch'];

/** Reads every operation from /openapi.json. */
export async function readDocument(address: string): Promise<readonly Operation[]> {
  const answer = await send(address, { method: 'GET', path: '/openapi.json', headers: {} });
  const document: { readonly paths: Record<string, Record<string, Schema>> } = JSON.parse(
    answer.text,
  );
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([method]) => METHODS.includes(method))
      .map(([method, operation]) => operationOf(method, path, operation)),
  );
}

function operationOf(method: string, path: string, operation: Schema): Operation {
  const content = at(operation, ['requestBody', 'content', 'application/json', 'schema']);
  const parameters = operation['parameters'];
  return {
    method: method.toUpperCase(),
    path,
    body: isSchema(content) ? content : null,
    parameters: Array.isArray(parameters) ? parameters.filter(isSchema).map(parameterOf) : [],
  };
}

function parameterOf(parameter: Schema) {
  return { name: wordOf(parameter['name']), in: wordOf(parameter['in']) };
}

function wordOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

function at(value: Json | undefined, path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>(
    (found, key) => (isSchema(found) ? found[key] : undefined),
    value,
  );
}

/** Whether a value of the document is an object. */
export function isSchema(value: Json | undefined): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
