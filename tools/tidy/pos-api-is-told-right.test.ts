import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { signTerminalRequest } from '#platform/terminal-keys.ts';
import { textOf } from './tree.ts';

const PAGE = 'docs/pos-api.md';

/** The text of a fenced block with this info string. */
function block(page: string, info: string): string {
  return new RegExp(`\`\`\`${info}\\n([\\s\\S]*?)\\n\`\`\``).exec(page)?.[1] ?? '';
}

test('the worked example of the signature is right', () => {
  const page = textOf(PAGE) ?? '';
  const body = block(page, 'json body');
  const signed = block(page, 'text signed').split('\n');
  assert.equal(signed[3], createHash('sha256').update(body).digest('hex'));
  const [, method = '', path = '', , time = '', operationId = '', count = ''] = signed;
  const key = Buffer.from(block(page, 'key'), 'hex');
  const request = { method, path, body, time, operationId, count };
  assert.equal(block(page, 'text signature'), signTerminalRequest(key, request));
});
