import { Type } from 'typebox';
import type { EventData } from '../../decision.ts';
import { recordOf, WORTH_PARAM } from '../../give/deferred.ts';
import { type FiredEvent, NO_EMISSION } from '../../give/emission.ts';
import { EVENT_PARAMS, OVER_PARAM, type Over } from '../../give/event-data.ts';
import { emit } from '../../give/give-terms.ts';
import { defineEffect } from '../../language/effect.ts';
import { CLOSED } from '../../language/params.ts';
import { ANY_PHASE } from '../../language/phases.ts';
import type { Trial } from '../../play/trial.ts';

/** An event of its own for each target line, unit or set. */
export const iterate = defineEffect({
  code: 'iterate',
  title: {
    ru: 'вызвать событие {event} для каждого: {over}',
    en: 'raise the event {event} for each of the {over}',
  },
  params: Type.Object({ ...EVENT_PARAMS, over: OVER_PARAM, ...WORTH_PARAM }, CLOSED),
  kind: 'deferred',
  isSteady: () => true,
  phases: ANY_PHASE,
  needs: () => ['lines'],
  prepare: ({ event, data, over, worthKopecks = 0 }) => ({ event, data, over, worthKopecks }),
  apply: ({ event, data, over, worthKopecks }, trial) => {
    const fires = itemsOf(over, trial).map(
      (item): FiredEvent => ({ trigger: event, data: { ...data, ...item } }),
    );
    if (fires.length === 0) return;
    const fields = { event, ...(data === undefined ? {} : { data }), over };
    const record = recordOf('iterate', trial.promotion, fields);
    emit(trial, { ...NO_EMISSION, record, worthKopecks, fires });
  },
});

function itemsOf(over: Over, trial: Trial): readonly EventData[] {
  if (over === 'sets') {
    return Array.from({ length: trial.selection.sets }, (_, index) => ({ index }));
  }
  return over === 'units' ? unitsOf(trial) : linesOf(trial);
}

function linesOf(trial: Trial): readonly EventData[] {
  const places = new Set(targetsOf(trial).map(({ place }) => place));
  return [...places].map((place, index) => ({ ...goodsAt(trial, place), index }));
}

function unitsOf(trial: Trial): readonly EventData[] {
  const places = targetsOf(trial).flatMap(({ place, units }) => Array(units).fill(place));
  return places.map((place: number, index) => ({ ...goodsAt(trial, place), index }));
}

type Target = { readonly place: number; readonly units: number };

/** Lines and how many of their units are targets, in unit order. */
function targetsOf({ basket, selection }: Trial): readonly Target[] {
  const targets: Target[] = [];
  for (let i = 0; i < selection.count; i += 1) {
    const units = selection.targets[i] ?? 0;
    const place = basket.slices.line[selection.slice[i] ?? 0] ?? 0;
    if (units > 0) targets.push({ place, units });
  }
  return targets;
}

function goodsAt({ basket }: Trial, place: number): EventData {
  const line = basket.lines[place];
  return line === undefined ? {} : { lineNo: line.lineNo, sku: line.sku };
}
