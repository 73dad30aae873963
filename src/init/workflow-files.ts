import type { Choices, WorkflowKind } from './choices.ts';
import type { NewFile } from './file.ts';
import { forksWorkflows } from './workflows/forks.ts';
import { importWorkflow } from './workflows/import.ts';
import { partWorkflow } from './workflows/part.ts';
import { promoteWorkflows } from './workflows/promote.ts';
import { pullRequestWorkflow } from './workflows/pull-request.ts';
import { scheduleWorkflow } from './workflows/schedule.ts';
import { stagingWorkflow } from './workflows/staging.ts';
import { timedWorkflow } from './workflows/timed.ts';

const workflows: Readonly<Record<WorkflowKind, (choices: Choices) => readonly NewFile[]>> = {
  'pull-request': pullRequestWorkflow,
  forks: forksWorkflows,
  staging: stagingWorkflow,
  promote: promoteWorkflows,
  schedule: scheduleWorkflow,
  import: importWorkflow,
  part: partWorkflow,
  timed: timedWorkflow,
};

/** The workflow files that were chosen, by path from the repository's root. */
export function workflowFiles(choices: Choices): readonly NewFile[] {
  return choices.workflows.flatMap((kind) => workflows[kind](choices));
}
