import { Type } from 'typebox';
import { defineCondition, FAR, MET } from '../language/condition.ts';
import { CLOSED, codesParam } from '../language/params.ts';
import { NO_PLACE } from '../play/whys.ts';

/** The till is on any of the lists: by its code or by its kind. */
export const terminal = defineCondition({
  code: 'terminal',
  title: {
    ru: 'касса[; коды {terminalCodes}][; виды {kinds}]',
    en: 'terminal[; codes {terminalCodes}][; kinds {kinds}]',
  },
  params: Type.Object(
    {
      terminalCodes: Type.Optional(codesParam({ ru: 'Кассы', en: 'Terminals' }, 'terminal')),
      kinds: Type.Optional(codesParam({ ru: 'Виды касс', en: 'Kinds' }, 'terminal-kind')),
    },
    CLOSED,
  ),
  class: 'place',
  needs: ['terminal'],
  prepare: ({ terminalCodes, kinds }) => ({
    codes: new Set<string | undefined>(terminalCodes),
    kinds: new Set<string | undefined>(kinds),
  }),
  check: ({ codes, kinds }, { place }) => {
    if (place === null) return FAR;
    return codes.has(place.terminalCode) || kinds.has(place.terminalKind) ? MET : FAR;
  },
  why: (_params, { facts }) => (facts.place === null ? NO_PLACE : WRONG_TERMINAL),
  problems: (params) => {
    if (Object.keys(params).length > 0) return [];
    const text = { ru: 'Назовите кассы или виды касс.', en: 'Name terminals or their kinds.' };
    return [{ field: 'terminalCodes', code: 'no-place-named', text }];
  },
});

const WRONG_TERMINAL = {
  code: 'wrong-terminal',
  text: { ru: 'эта касса не участвует', en: 'this terminal does not take part' },
};
