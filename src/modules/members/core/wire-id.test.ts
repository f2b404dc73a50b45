import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memberId } from '#shared/ids.ts';
import { memberWireId, parseMemberWireId } from './wire-id.ts';

test('a golden id survives the wire', () => {
  for (const id of [1, 16_384, 9_007_199_254_740_991]) {
    assert.equal(parseMemberWireId(memberWireId(memberId(id))), id);
  }
});

test('what is not a golden id is not read', () => {
  for (const text of ['', 'mbr_', 'mbr_00000000000', 'mbr_zzzzzzzzzzz', 'rcp_00000000001']) {
    assert.equal(parseMemberWireId(text), undefined);
  }
});
