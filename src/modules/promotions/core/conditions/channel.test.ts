import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReceipt } from '../../testing/builders.ts';
import { checkOf } from '../../testing/check-condition.ts';
import { channel } from './channel.ts';

test('only purchases of the named channels count', () => {
  const inApp = aReceipt({ place: { channel: 'app' } });
  assert.equal(checkOf(channel, { channels: ['web', 'app'] }, inApp), null);
  assert.equal(checkOf(channel, { channels: ['store'] }, inApp)?.code, 'wrong-channel');
});

test('what happens nowhere has no channel', () => {
  const nowhere = aReceipt({ place: null });
  assert.equal(checkOf(channel, { channels: ['store'] }, nowhere)?.code, 'no-place');
});
