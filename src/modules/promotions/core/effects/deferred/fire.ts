import { Type } from 'typebox';
import { recordOf, WORTH_PARAM } from '../../give/deferred.ts';
import { type Emission, NO_EMISSION } from '../../give/emission.ts';
import { EVENT_PARAMS } from '../../give/event-data.ts';
import { emit } from '../../give/give-terms.ts';
import { defineEffect } from '../../language/effect.ts';
import { CLOSED } from '../../language/params.ts';
import { ANY_PHASE } from '../../language/phases.ts';

/** An event of its own is raised when the receipt has been decided. */
export const fire = defineEffect({
  code: 'fire',
  title: { ru: 'вызвать событие {event}', en: 'raise the event {event}' },
  params: Type.Object({ ...EVENT_PARAMS, ...WORTH_PARAM }, CLOSED),
  kind: 'deferred',
  isSteady: () => true,
  phases: ANY_PHASE,
  prepare: ({ event, data, worthKopecks = 0 }, { promotion }): Emission => ({
    ...NO_EMISSION,
    record: recordOf('fire', promotion, { event, ...(data === undefined ? {} : { data }) }),
    worthKopecks,
    fires: [{ trigger: event, data: data ?? {} }],
  }),
  apply: (emission, trial) => emit(trial, emission),
});
