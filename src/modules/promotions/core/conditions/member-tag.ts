import { Type } from 'typebox';
import { defineCondition, MET, reason } from '../condition.ts';
import { notIdentified } from '../member-reasons.ts';
import { CLOSED, codesParam } from '../params.ts';

/** The member carries at least one of these tags (a segment, a list, a mark). */
export const memberTag = defineCondition({
  code: 'member-tag',
  title: { ru: 'участник с меткой {tags}', en: 'member tagged {tags}' },
  params: Type.Object({ tags: codesParam({ ru: 'Метки', en: 'Tags' }, 'tag') }, CLOSED),
  needs: ['member'],
  prepare: (params) => new Set(params.tags),
  check: (tags, { member }) => {
    if (member === null) return notIdentified;
    for (const tag of member.tags) if (tags.has(tag)) return MET;
    return notTagged;
  },
});

function notTagged() {
  return reason('not-tagged', { ru: 'участник не в списке', en: 'the member is not on the list' });
}
