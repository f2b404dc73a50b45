import { Type } from 'typebox';
import { defineDeferred, WORTH_PARAM } from '../../give/deferred.ts';
import { CLOSED, codeParam, wordsParam } from '../../language/params.ts';

/** A task for the staff: a call, a case, a check. */
export const createTask = defineDeferred({
  code: 'create-task',
  title: { ru: 'создать задачу {taskKind}[: {text}]', en: 'create a task {taskKind}[: {text}]' },
  params: Type.Object(
    {
      taskKind: codeParam({ ru: 'Вид задачи', en: 'Kind of task' }, 'task-kind'),
      text: Type.Optional(wordsParam({ ru: 'Текст', en: 'Text' })),
      ...WORTH_PARAM,
    },
    CLOSED,
  ),
});
