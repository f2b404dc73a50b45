import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useReducer, useRef, useState } from 'react';
import type {
  CalculateAnswer,
  CalculateRequest,
  ConfirmAnswer,
  ReversalAnswer,
} from '#modules/receipts/contract.ts';
import { uuidv7 } from '#shared/ids.ts';
import { playTill } from './api.ts';
import { type Draft, type DraftAction, draftAfter, EMPTY_DRAFT, grossOf } from './draft.ts';
import type { Place } from './place.ts';
import { calculateBody, confirmBody, slipNumber } from './requests.ts';

export type Calculation = {
  readonly key: string;
  readonly asked: CalculateRequest;
  readonly answer: CalculateAnswer;
  /** Fixed with the calculation, so that a repeated confirm is the same request. */
  readonly receiptNumber: string;
};

export type Reversal = { readonly kind: 'return' | 'cancel'; readonly answer: ReversalAnswer };

export type Sale = {
  readonly draft: Draft;
  readonly place: Place;
  readonly asked: CalculateRequest;
  readonly before: CalculateAnswer['balances'];
  readonly answer: ConfirmAnswer;
  readonly reversals: readonly Reversal[];
};

export type Till = ReturnType<typeof useTill>;

export function newOperationId(): string {
  return uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
}

/** One till: the draft, its calculation, the confirmed sale and what came back of it. */
export function useTill(place: Place | undefined) {
  const [draft, dispatch] = useReducer(draftAfter, EMPTY_DRAFT);
  const [calculation, setCalculation] = useState<Calculation | null>(null);
  const [sale, setSale] = useState<Sale | null>(null);
  const key = JSON.stringify([draft, place]);

  const calculate = useCalculate(place, (calculated) => setCalculation(calculated));
  const confirm = useConfirm(setSale);
  const reverse = useReverse(sale, setSale);

  const startAnew = () => {
    dispatch({ do: 'clear' });
    setCalculation(null);
    setSale(null);
    calculate.reset();
    confirm.reset();
    reverse.reset();
  };
  const change = (action: DraftAction) => {
    if (sale !== null) startAnew();
    dispatch(action);
  };
  const isFresh = calculation !== null && calculation.key === key;
  return {
    place,
    draft,
    calculation,
    isFresh,
    sale,
    change,
    startAnew,
    isBusy: calculate.isPending || confirm.isPending,
    error: confirm.error ?? calculate.error,
    reversing: reverse,
    calculate: () => {
      confirm.reset();
      if (place !== undefined && draft.lines.length > 0) calculate.mutate({ draft, place, key });
    },
    /** Calculates the draft as it will be after `action`, for controls that need an answer at once. */
    changeAndCalculate: (action: DraftAction) => {
      dispatch(action);
      const next = draftAfter(draft, action);
      if (place === undefined || next.lines.length === 0) return;
      calculate.mutate({ draft: next, place, key: JSON.stringify([next, place]) });
    },
    confirm: () => {
      if (isFresh && place !== undefined) confirm.mutate({ draft, place, calculation });
    },
  };
}

type Drafted = { readonly draft: Draft; readonly place: Place; readonly key: string };

function useCalculate(place: Place | undefined, onDone: (calculation: Calculation) => void) {
  return useMutation({
    scope: { id: `till-${place?.terminalCode ?? ''}` },
    mutationFn: async ({ draft, place: where, key }: Drafted): Promise<Calculation> => ({
      key,
      ...(await settle(draft, where)),
      receiptNumber: slipNumber('E', Date.now()),
    }),
    onSuccess: onDone,
  });
}

const ROUNDS_MAX = 3;

/**
 * Calculates until the payment named is the money it came to: what is paid is known only from the answer,
 * yet promotions may look at it, and a confirm must repeat the calculation to the letter.
 */
async function settle(draft: Draft, place: Place): Promise<Pick<Calculation, 'asked' | 'answer'>> {
  const occurredAt = place.occurredAt();
  let paidKopecks = draft.lines.reduce((sum, line) => sum + grossOf(line), 0);
  for (let round = 1; ; round += 1) {
    const asked = calculateBody(draft, { occurredAt, member: place.identification, paidKopecks });
    const answer = await playTill<CalculateAnswer>('calculate', {
      terminalCode: place.terminalCode,
      ...(place.memberId !== undefined && { memberId: place.memberId }),
      body: asked,
    });
    if (answer.payableKopecks === paidKopecks || round === ROUNDS_MAX) return { asked, answer };
    paidKopecks = answer.payableKopecks;
  }
}

type Calculated = {
  readonly draft: Draft;
  readonly place: Place;
  readonly calculation: Calculation;
};

function useConfirm(onDone: (sale: Sale) => void) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async ({ draft, place, calculation }: Calculated): Promise<Sale> => {
      const { asked, answer: promised, receiptNumber } = calculation;
      const answer = await playTill<ConfirmAnswer>('confirm', {
        terminalCode: place.terminalCode,
        opId: promised.receiptId,
        ...(place.memberId !== undefined && { memberId: place.memberId }),
        body: confirmBody(asked, promised, receiptNumber),
      });
      return { draft, place, asked, before: promised.balances, answer, reversals: [] };
    },
    onSuccess: (sale) => {
      onDone(sale);
      refresh();
    },
  });
}

export type ReverseRequest =
  | {
      readonly kind: 'return';
      readonly lines: readonly { lineNo: number; quantityMilli: number }[];
    }
  | { readonly kind: 'cancel'; readonly reason: string };

function useReverse(sale: Sale | null, onDone: (sale: Sale) => void) {
  const refresh = useRefresh();
  // The same operation id until it succeeds: pressing again after silence must not return twice.
  const attempt = useRef<{ key: string; opId: string; number: string } | null>(null);
  return useMutation({
    mutationFn: async (request: ReverseRequest): Promise<Reversal> => {
      if (sale === null) throw new Error('nothing to take back');
      const key = JSON.stringify(request);
      if (attempt.current?.key !== key) {
        attempt.current = { key, opId: newOperationId(), number: slipNumber('R', Date.now()) };
      }
      const { opId, number } = attempt.current;
      const { receiptId, bucket } = sale.answer;
      const occurredAt = sale.place.occurredAt();
      const more =
        request.kind === 'return'
          ? { returnNumber: number, lines: request.lines }
          : request.reason === ''
            ? {}
            : { reason: request.reason };
      const answer = await playTill<ReversalAnswer>(request.kind, {
        terminalCode: sale.place.terminalCode,
        opId,
        body: { receiptId, bucket, occurredAt, ...more },
      });
      return { kind: request.kind, answer };
    },
    onSuccess: (reversal) => {
      attempt.current = null;
      if (sale !== null) onDone({ ...sale, reversals: [...sale.reversals, reversal] });
      refresh();
    },
  });
}

/** Everything that shows balances or receipts is out of date after a sale. */
function useRefresh(): () => void {
  const queryClient = useQueryClient();
  return () => {
    for (const key of ['receipts', 'receipt', 'member', 'day', 'latest', 'till-balance']) {
      void queryClient.invalidateQueries({ queryKey: [key] });
    }
  };
}
